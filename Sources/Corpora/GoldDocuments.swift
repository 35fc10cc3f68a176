#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import Discourse
import TextFiles

/// The texts that the statements of a file are in.
struct GoldDocuments {
    private let path: String
    /// By id; nil until the first statement asks for one.
    private var documents: [String: GoldStatementText]?

    init(beside path: String) { self.path = GoldDocuments.path(beside: path) }

    /// `dev_docs.jsonl` for `dev.jsonl`, and the same with `.gz`.
    private static func path(beside path: String) -> String {
        let name = FileName(path)
        return "\(name.stem)_docs" + (name.format.isEmpty ? "" : ".\(name.format)") + (name.isGzipped ? ".gz" : "")
    }

    mutating func text(of row: GoldStatementRow, path: String, line: Int) throws -> GoldStatementText {
        if let text = row.text ?? row.docText { return GoldStatementText(row, text, offsetsHold: true) }
        if let id = row.doc, let document = try document(id) { return document }
        guard let context = row.context else { throw FileError(path: path, line: line, reason: "has no text") }
        let before = row.before.map { $0 + " " } ?? ""
        return GoldStatementText(row, before + context, offsetsHold: false)
    }

    private mutating func document(_ id: String) throws -> GoldStatementText? {
        if documents == nil { documents = try read() }
        return documents?[id]
    }

    private func read() throws -> [String: GoldStatementText] {
        guard FileSystem.kind(of: path) != .missing else { return [:] }
        var documents: [String: GoldStatementText] = [:]
        try GoldLines(path: path).forEach(Document.self) { row, line in
            let article = Article(id: row.id, text: row.text, origin: Article.Origin(path: path, line: line))
            documents[row.id] = GoldStatementText(article: article)
        }
        return documents
    }

    private struct Document: Decodable {
        let id: String
        let text: String
    }
}
