import Analysis
import ArgumentParser
import Attribution
import Corpora
import Discourse
import Reporting
import Segmentation
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
        abstract: "Set statements side by side by article, outlet, period, actor, principal, country or conflict.",
        discussion: """
            Inputs are articles, as for analyze, or folders of finished runs. Writes tables as CSV and JSON, described \
            in datapackage.json: comparison (each group beside the others, with intervals, and p-values by shuffling \
            that are corrected for their number), changes (days on which a stance changes), reversals (opposite \
            positions of one actor), adjusted (scores freed of the outlets), quotations and quotation_uses (what \
            several outlets carry), copies (articles that copy one another), silent (mentioned, never quoted) and, with --gold, \
            corrected (means with and without the classifier's errors).

            Examples:
              demarche compare Reports/november --by outlet
              demarche compare march/ april/ --by month --output Reports/spring
              demarche compare Reports/november --by window --windows 2026-11-10,2026-11-20
              demarche compare Reports/november --by actor
              demarche compare Reports/november --of principal --by outlet --correction bh
              demarche compare Reports/november --by month --gold coded.tsv
            """)

    @Argument(help: "Articles, folders of articles, or runs.")
    var inputs: [String]

    @Option(help: "article, outlet, week, month, quarter, year, window, actor, principal, country or conflict.")
    var by: Grouping = .article

    @Option(
        help:
            "Whose statements a row sums up: actor, principal, country or everyone; everyone where actors are compared."
    )
    var of: Subject?

    @Option(
        help: ArgumentHelp(
            "Days on which a new period begins, with commas between, for --by window.", valueName: "days"))
    var windows: String?

    @Option(
        help: ArgumentHelp("A table with the columns conflict and party, for --by conflict.", valueName: "file"))
    var conflicts: String?

    @Option(help: "Correction for the number of tests: holm or bh (Benjamini and Hochberg).")
    var correction: Multiplicity = .holm

    @Option(help: "Corrected p-value up to which something counts as found.")
    var level = 0.05

    @Option(help: ArgumentHelp("Opposite positions within so many days are an inconsistency.", valueName: "days"))
    var inconsistencyDays = 3

    @Option(
        help: ArgumentHelp(
            "Statements of the run that a person coded (statement_id, label), drawn by chance: corrects for the classifier's errors.",
            valueName: "file"))
    var gold: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder for the tables.", valueName: "folder"))
    var output = "Reports/comparison"

    @Option(help: "Starts the resampling of the intervals.")
    var seed: UInt64 = 1

    @OptionGroup var data: DataOptions

    func validate() throws {
        let boundaries = try boundaries()
        if (by == .window) == boundaries.isEmpty {
            throw ValidationError("--by window and --windows go together.")
        }
        if (by == .conflict) == (conflicts == nil) {
            throw ValidationError("--by conflict and --conflicts go together.")
        }
        if of?.rawValue == by.rawValue { throw ValidationError("--of and --by name the same thing.") }
        if !(level > 0 && level < 1) { throw ValidationError("--level takes a number between 0 and 1.") }
        if inconsistencyDays < 0 { throw ValidationError("--inconsistency-days takes 0 or more.") }
    }

    private func boundaries() throws -> [Day] {
        try (windows ?? "").split(separator: ",").map { text in
            guard let day = Day(text) else { throw ValidationError("'\(text)' is no day such as 2026-11-24.") }
            return day
        }
    }

    private func plan() throws -> ComparisonPlan {
        ComparisonPlan(
            subject: of ?? (by.isOfActors ? .everyone : .actor), grouping: by, boundaries: try boundaries(),
            seed: seed, correction: correction, level: level, inconsistencyDays: inconsistencyDays)
    }

    func run() async throws {
        let folder = try OutputFolder(output)
        defer { folder.removeIfUnused() }
        var collection = StudyCollection(conflicts: try conflicts.map { try ConflictTable(path: $0) })
        let (runs, articles) = split(inputs)
        let names = NameLister(roster: try data.loadRoster())
        for run in runs {
            try RunReader(path: run).forEach { collection.add($0, $1, mentions: Compare.mentions(in: $0, names)) }
        }
        var tally = IngestTally()
        if !articles.isEmpty { tally = try await analyze(articles, names, into: &collection) }
        if runs.isEmpty, tally.articles == 0 {
            throw FileError(path: output, reason: "not written: no article could be read")
        }
        let report = try ComparisonReport(
            of: try collection.study(), by: try plan(), gold: try gold.map { try GoldSample(path: $0) })
        try ComparisonFiles(report).write(to: folder.path, version: Program.version)
        Console.output(ComparisonTable(report.comparison).text() + "\n" + ComparisonSummary(report).text())
        Console.output("Written to \(output)\n")
        if tally.rejectedInAll > 0 { throw ExitCode(1) }
    }

    /// Runs are folders with a manifest; all else are articles.
    private func split(_ inputs: [String]) -> (runs: [String], articles: [String]) {
        let isRun = { FileManager.default.fileExists(atPath: $0 + "/datapackage.json") }
        return (inputs.filter(isRun), inputs.filter { !isRun($0) })
    }

    private func analyze(
        _ paths: [String], _ names: NameLister, into collection: inout StudyCollection
    ) async throws -> IngestTally {
        let analyze = try data.analyzer()
        let batches = ArticleBatches(paths) { _ in }
        let work = { @Sendable (articles: [Article]) in
            analyze(articles).map { (AnalyzedRows($0), Compare.mentions(in: $0.document, names)) }
        }
        try await data.work(next: batches.next, work: work) { articles in
            for (rows, mentions) in articles { collection.add(rows.article, rows.statements, mentions: mentions) }
        }
        return batches.tally
    }

    private static func mentions(in row: ArticleRow, _ names: NameLister) -> [Mentioned] {
        let article = Article(
            id: row.id, title: row.title, outlet: row.outlet, published: row.published, text: row.text)
        return mentions(in: Segmenter()(article), names)
    }

    private static func mentions(in document: Document, _ names: NameLister) -> [Mentioned] {
        names(document).map { Mentioned(actor: $0.actor, count: $0.count) }
    }
}

extension Grouping: ExpressibleByArgument {}
extension Subject: ExpressibleByArgument {}
extension Multiplicity: ExpressibleByArgument {}

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
