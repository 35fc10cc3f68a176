import Analysis
import Corpora
import Discourse
import Foundation
import Reporting
import TestSupport
import TextFiles

/// A run on the sample articles, by the library.
struct SampleRun {
    /// Loaded once for all tests: it is the slowest part of them.
    static let analyzer = Result { try Analyzer(data: DataRoot(Repository.root)) }

    static let whole = Task { try await SampleRun() }

    let folder: ScratchFolder

    var path: String { folder.path + "/run" }

    /// - Parameters:
    ///   - threads: How many articles are analysed at once.
    ///   - inputs: Paths below the repository, in any order.
    init(threads: Int = 2, inputs: [String] = ["Tests/Samples"]) async throws {
        folder = try ScratchFolder()
        let analyze = try SampleRun.analyzer.get()
        let writer = try RunWriter(output: folder.path + "/run", settings: RunSettings(version: "test"))
        var articles = try SampleRun.articles(inputs).makeIterator()
        try await BoundedWork(threads: threads)(
            next: { articles.next() }, work: { PackedArticle(analyze([$0])[0]) }, emit: { try writer.add($0) })
        _ = try writer.finish()
    }

    /// The articles with paths as they are named from the repository's folder.
    static func articles(_ inputs: [String] = ["Tests/Samples"]) throws -> [Article] {
        try ArticleReader(paths: inputs.map { Repository.root + "/" + $0 }).map { event in
            switch event {
            case .rejected(let error): throw error
            case .article(var article):
                article.origin.path.removeFirst(Repository.root.count + 1)
                return article
            }
        }
    }

    /// The files of the run, by name.
    func contents() throws -> [String: Data] { try ScratchFolder.contents(of: path) }

    /// Each line of a JSON Lines file of the run, read by a parser that is not ours.
    func lines<Row: Decodable>(_ name: String, of type: Row.Type) throws -> [Row] {
        let data = try Data(contentsOf: URL(filePath: path + "/" + name))
        return try data.split(separator: 0x0A).map { try JSONDecoder().decode(Row.self, from: Data($0)) }
    }

    func object<Value: Decodable>(_ name: String, of type: Value.Type) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(contentsOf: URL(filePath: path + "/" + name)))
    }
}
