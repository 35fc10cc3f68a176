import Analysis
import ArgumentParser
import Corpora
import Reporting
import TextFiles

struct Analyze: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Score the statements of articles and write a run: tables and a report.",
        discussion: """
            Inputs are files, folders or - for standard input: .txt, .md, .html, .jsonl, .json and .csv, each \
            also as .gz. A run is a folder with statements.csv, actors.csv, articles.csv, the same as JSON, \
            report.html and datapackage.json.

            Examples:
              demarche analyze article.txt
              demarche analyze news/ --output Reports/november
              zcat wire.jsonl.gz | demarche analyze - --format csv
            """)

    @Argument(help: "Files, folders, or - for standard input.")
    var inputs: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder of the run.", valueName: "folder"))
    var output = "Reports/run"

    @Option(help: "What to write, with commas between: csv, json, html, spreadsheet.")
    var format = "csv,json,html"

    @Option(help: "Starts the resampling of the intervals.")
    var seed: UInt64 = 1

    @Option(
        parsing: .unconditional, help: ArgumentHelp("How many articles the page shows in full.", valueName: "count"))
    var articlesShown = Analyze.articlesShownByDefault

    static let articlesShownByDefault = 100

    @OptionGroup var data: DataOptions

    func validate() throws {
        if try formats().isEmpty { throw ValidationError("Name a format: \(Analyze.formatNames).") }
        if articlesShown < 0 { throw ValidationError("--articles-shown takes 0 or more.") }
    }

    private static let formatNames = RunFormat.allCases.map(\.rawValue).joined(separator: ", ")

    private func formats() throws -> Set<RunFormat> {
        try format.split(separator: ",").reduce(into: []) { formats, name in
            guard let format = RunFormat(rawValue: String(name)) else {
                throw ValidationError("There is no format '\(name)'; there are \(Analyze.formatNames).")
            }
            formats.insert(format)
        }
    }

    func run() async throws {
        let settings = RunSettings(
            version: Program.version, seed: seed,
            sources: try RunSources.list(
                in: data.root, stanceModel: data.model, roster: data.roster, lexicon: data.tone.lexicon),
            options: options, formats: try formats(), articlesShown: articlesShown)
        // The place comes first: that it cannot be written should be said before models are loaded.
        let writer = try RunWriter(output: output, settings: settings)
        let analyze = try data.analyzer()
        let batches = ArticleBatches(inputs) { writer.reject($0) }
        var progress = Progress()
        let pack = { @Sendable in PackedArticle($0, formats: settings.formats) }
        try await data.work(next: batches.next, work: { analyze($0).map(pack) }) { articles in
            for article in articles { try writer.add(article) }
            progress.add(articles: articles.count, statements: articles.reduce(0) { $0 + $1.statements })
        }
        progress.end()
        if batches.tally.articles == 0 {
            throw FileError(path: output, reason: "not written: no article could be read")
        }
        writer.note(passedOver: batches.tally.passedOver, repairs: batches.tally.repairs)
        let summary = try writer.finish()
        Console.output(ActorTable(summary).text())
        Console.output(Analyze.closing(summary.counts, batches.tally, output))
        if batches.tally.rejectedInAll > 0 { throw ExitCode(1) }
    }

    /// What the manifest must name so that `check run` can make the run anew.
    private var options: [RunSettings.Option] {
        let shown = articlesShown == Analyze.articlesShownByDefault ? [] : [("articles-shown", articlesShown)]
        return ((data.caution == 0 ? [] : [("caution", data.caution)]) + shown).map {
            RunSettings.Option(name: $0.0, value: String($0.1))
        }
    }

    /// What went in and where it stayed.
    private static func closing(_ counts: RunCounts, _ tally: IngestTally, _ output: String) -> String {
        let skipped = tally.skippedByReason.map { "; \($0.count) files passed over (\($0.reason))" }.joined()
        return """

            \(counts.articlesRead) articles read, \(counts.articles) analysed, \(counts.rejected.count) rejected\(skipped); \
            \(counts.statements) statements, \(counts.unknown) of an unknown speaker, \(counts.nested) nested in others.
            Written to \(output)

            """
    }
}
