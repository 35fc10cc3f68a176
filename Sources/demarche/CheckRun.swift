import Analysis
import ArgumentParser
import Discourse
import Reporting
import TextFiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Check {
    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "A finished run, by making it anew.",
            discussion: """
                Takes the articles of a run as they are stored in it, analyses them with the settings that its \
                datapackage.json names, and compares: first every cell of every table, then every byte of every file. \
                The first difference is named. The run must have its JSON files; nothing in it is changed.

                Exit status: 0 everything is the same; 1 something differs; 2 wrong usage, or nothing could be done.

                Examples:
                  demarche check run Reports/november
                """)

        @Argument(help: ArgumentHelp("The folder of a run.", valueName: "run"))
        var path: String

        @OptionGroup var data: DataOptions

        func run() async throws {
            let manifest = try RunManifest(run: path)
            guard manifest.formats.contains(.json) else {
                throw FileError(path: path, reason: "has no JSON files to recompute it from")
            }
            let scratch = FileManager.default.temporaryDirectory.path + "/demarche-check-\(UUID().uuidString)"
            defer { try? FileManager.default.removeItem(atPath: scratch) }
            let sources = try RunSources.list(
                in: data.root, stanceModel: data.model, roster: data.roster, lexicon: data.tone.lexicon)
            for line in Run.remarks(manifest, sources) { Console.output(line + "\n") }
            let count = try await recompute(manifest, sources, to: scratch + "/run")
            if let difference = try RunDifference.first(between: path, and: scratch + "/run") {
                Console.output("\(path): differs from what is computed now: \(difference)\n")
                throw ExitCode(1)
            }
            Console.output("\(count) articles analysed anew: every cell and every file is the same.\n")
        }

        /// What differs before anything is computed; the comparison shows whether it matters.
        private static func remarks(_ manifest: RunManifest, _ sources: [RunSettings.Source]) -> [String] {
            let version =
                manifest.version == Program.version
                ? [] : ["made by version \(manifest.version); this is \(Program.version)"]
            let others = manifest.sources.filter { source in
                !sources.contains { $0.name == source.name && $0.sha256 == source.sha256 }
            }
            return version + others.map { "made with another \($0.kind) \($0.name), SHA-256 \($0.sha256)" }
        }

        private func recompute(
            _ manifest: RunManifest, _ sources: [RunSettings.Source], to output: String
        ) async throws -> Int {
            let settings = RunSettings(
                version: Program.version, seed: manifest.seed, target: manifest.target, sources: sources,
                options: manifest.options, formats: manifest.formats,
                articlesShown: manifest.option("articles-shown").flatMap(Int.init) ?? Analyze.articlesShownByDefault)
            let writer = try RunWriter(output: output, settings: settings)
            for error in manifest.rejected { writer.reject(error) }
            writer.note(passedOver: manifest.passedOver, repairs: manifest.repairs)
            let analyze = try Analyzer(
                data: data.root, stanceModel: data.model, roster: data.roster,
                caution: manifest.option("caution").flatMap(Int.init) ?? 0,
                scorer: data.tone.lexicon == nil ? nil : data.tone.sentimentScorer())
            let formats = manifest.formats
            var articles: [Article] = []
            try RunReader(path: path).forEach { row, _ in articles.append(Article(row)) }
            var next = articles.startIndex
            try await data.work(
                next: {
                    defer { next = min(next + 16, articles.endIndex) }
                    return next == articles.endIndex ? nil : Array(articles[next..<min(next + 16, articles.endIndex)])
                }, work: { analyze($0).map { PackedArticle($0, formats: formats) } }
            ) { for article in $0 { try writer.add(article) } }
            return try writer.finish().counts.articles
        }
    }
}

extension Article {
    /// The article that a row was made of.
    ///
    /// What had to be mended while it was read is known from the row's notes alone.
    fileprivate init(_ row: ArticleRow) {
        self.init(
            id: row.id, title: row.title, outlet: row.outlet, url: row.url, published: row.published,
            language: row.language, text: row.text, origin: Origin(path: row.path, line: row.line))
        for note in row.notes {
            if let count = note.split(separator: " ").first.flatMap({ Int($0) }), note.hasSuffix(" replaced") {
                repairs.replacedSequences = count
            }
            if note.hasPrefix("decoded from ") { repairs.transcodedFrom = String(note.dropFirst(13)) }
        }
    }
}
