import Analysis
import ArgumentParser
import Corpora
import Reporting
import TextFiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#endif

struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Set each actor's statements side by side by article, outlet or month.",
        discussion: """
            Inputs are articles, as for analyze, or folders of finished runs. Writes comparison.csv and \
            comparison.json; each row has the difference to the actor's other groups where there is enough to tell.

            Examples:
              demarche compare Reports/november --by outlet
              demarche compare march/ april/ --by month --output Reports/spring
            """)

    @Argument(help: "Articles, folders of articles, or runs.")
    var inputs: [String]

    @Option(help: "article, outlet or month.")
    var by: Grouping = .article

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder for the tables.", valueName: "folder"))
    var output = "Reports/comparison"

    @Option(help: "Starts the resampling of the intervals.")
    var seed: UInt64 = 1

    @OptionGroup var data: DataOptions

    func run() async throws {
        let folder = try OutputFolder(output)
        defer { folder.removeIfUnused() }
        let comparer = Comparer(by: by, seed: seed, scratch: folder.path)
        let (runs, articles) = split(inputs)
        for run in runs {
            try RunReader(path: run).forEach { try comparer.add(PackedArticle(article: $0, statements: $1, formats: [])) }
        }
        var tally = IngestTally()
        if !articles.isEmpty { tally = try await analyze(articles, into: comparer) }
        if runs.isEmpty, tally.articles == 0 {
            throw FileError(path: output, reason: "not written: no article could be read")
        }
        let comparison = try comparer.finish()
        try StagedFile.write(comparison.csv(), to: folder.path + "/comparison.csv")
        try StagedFile.write(comparison.json(), to: folder.path + "/comparison.json")
        Console.output(ComparisonTable(comparison).text())
        Console.output("\nWritten to \(output)/comparison.csv and comparison.json\n")
        if tally.rejectedInAll > 0 { throw ExitCode(1) }
    }

    /// Runs are folders with a manifest; all else are articles.
    private func split(_ inputs: [String]) -> (runs: [String], articles: [String]) {
        let isRun = { FileManager.default.fileExists(atPath: $0 + "/datapackage.json") }
        return (inputs.filter(isRun), inputs.filter { !isRun($0) })
    }

    private func analyze(_ paths: [String], into comparer: Comparer) async throws -> IngestTally {
        let analyze = try data.analyzer()
        let batches = ArticleBatches(paths) { _ in }
        try await data.work(next: batches.next, work: { analyze($0).map { PackedArticle($0, formats: []) } }) { articles in
            for article in articles { try comparer.add(article) }
        }
        return batches.tally
    }
}

extension Grouping: ExpressibleByArgument {}

/// A folder that is there and can be written.
struct OutputFolder {
    let path: String
    private let isNew: Bool

    init(_ path: String) throws {
        isNew = !FileManager.default.fileExists(atPath: path)
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw FileError(path: path, reason: "cannot be made")
        }
        guard FileManager.default.isWritableFile(atPath: path) else {
            throw FileError(path: path, reason: "cannot be written")
        }
        self.path = path
    }

    /// Leaves no empty folder behind when there was nothing to put into it.
    func removeIfUnused() { if isNew { rmdir(path) } }
}
