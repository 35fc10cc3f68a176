import Discourse
import TextFiles

/// Reads a finished run back, article by article, from its `articles.jsonl` and `statements.jsonl`.
///
///     try RunReader(path: "Reports/november").forEach { article, statements in … }
public struct RunReader: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// Calls `body` with every article and all its statements, in the order of the files.
    ///
    /// - Throws: `FileError` when a file is missing, a line is none of a run, or a statement's article is.
    public func forEach(_ body: (ArticleRow, [StatementRow]) throws -> Void) throws {
        let articles = try RunLineReader(path: path + "/articles.jsonl")
        let statements = try RunLineReader(path: path + "/statements.jsonl")
        var ahead = try next(statements)
        while let line = try articles.next() {
            let article = try decode(line, of: articles) { try RowDecoder.article($0) }
            var rows: [StatementRow] = []
            while let row = ahead, row.articleID == article.id {
                rows.append(row)
                ahead = try next(statements)
            }
            guard rows.count == article.statements else {
                throw articles.error(
                    "has \(article.statements) statements, but \(rows.count) of them are in statements.jsonl")
            }
            try body(article, rows)
        }
        if let ahead { throw statements.error("article '\(ahead.articleID)' is not in articles.jsonl at this place") }
    }

    private func next(_ statements: RunLineReader) throws -> StatementRow? {
        try statements.next().map { try decode($0, of: statements) { try RowDecoder.statement($0) } }
    }

    private func decode<Row>(_ line: [UInt8], of reader: RunLineReader, _ row: ([UInt8]) throws -> Row) throws -> Row {
        do { return try row(line) } catch { throw reader.error("is not a line of a run") }
    }
}
