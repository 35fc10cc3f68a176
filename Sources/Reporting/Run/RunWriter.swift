import Discourse
import TextFiles

/// Writes a run: takes analysed articles one at a time, in any order, and leaves a folder of tables.
///
///     let writer = try RunWriter(output: "Reports/november", settings: settings)
///     for article in articles { try writer.add(PackedArticle(article)) }
///     let summary = try writer.finish()
///
/// The files are the same bytes for any order of the articles. Memory does not grow with their number,
/// but for some 80 bytes each. The folder appears when it is whole; until then nothing is at its place
/// but what stood there before.
public final class RunWriter {
    private let settings: RunSettings
    private let folder: StagedFolder
    private let articles: ArticleSpool
    private var counts = RunCounts()
    private var outlets: Set<String> = []

    /// - Parameter output: The folder of the run. A run that stands there is replaced at the end.
    /// - Throws: `FileError` when the folder cannot be written, or holds files that are not of a run.
    public init(output: String, settings: RunSettings) throws {
        self.settings = settings
        folder = try StagedFolder(destination: output, mayReplace: RunFiles.areOfARun)
        articles = ArticleSpool(folder: folder.path)
    }

    /// - Throws: `FileError` when the disk is full.
    public func add(_ article: PackedArticle) throws {
        counts.articles += 1
        counts.statements += article.statements
        counts.unknown += article.unknown
        counts.nested += article.nested
        if let outlet = article.outlet { outlets.insert(outlet) }
        if let day = article.published {
            counts.firstDay = min(counts.firstDay ?? day, day)
            counts.lastDay = max(counts.lastDay ?? day, day)
        }
        try articles.add(article)
    }

    /// Counts an input that could not be analysed.
    public func reject(_ error: FileError) { counts.rejected.append(error) }

    /// Takes what the reader of the input counted.
    ///
    /// - Parameters:
    ///   - passedOver: Files of folders that were not opened, by reason.
    ///   - repairs: How often something in the input was mended, by what it was.
    public func note(passedOver: [String: Int], repairs: [String: Int]) {
        (counts.passedOver, counts.repairs) = (passedOver, repairs)
    }

    /// Writes all files and moves the folder to its place. Call it once.
    ///
    /// - Throws: `FileError` when a file cannot be written; then nothing is left behind.
    public func finish() throws -> RunSummary {
        counts.outlets = outlets.count
        counts.rejected.sort(by: RunCounts.precedes)
        let files = try RunFiles(folder: folder.path, formats: settings.formats)
        var shown = ShownArticles(limit: settings.formats.contains(.html) ? settings.articlesShown : 0)
        let entries = ExternalSorter(folder: folder.path)
        let principals = ExternalSorter(folder: folder.path)
        try writeArticles(to: files, entries: entries, principals: principals, shown: &shown)
        let kept = try writeActors(to: files, entries: entries)
        try writePrincipals(to: files, entries: principals)
        try writePage(kept: kept, shown: shown, to: files)
        try files.finish(settings: settings, counts: counts)
        try folder.commit()
        return RunSummary(counts: counts, actors: kept.actors)
    }
}

extension RunWriter {
    /// Articles and statements, sorted by article; on the way, the actors' entries are sorted anew.
    private func writeArticles(
        to files: RunFiles, entries: ExternalSorter, principals: ExternalSorter, shown: inout ShownArticles
    )
        throws
    {
        try articles.forEach { article, cluster, number in
            if article.id == cluster.id { counts.clusters += 1 }
            try files.write(article, cluster)
            shown.offer(article)
            for statement in article.statements {
                guard let entry = statement.entry else { continue }
                try entries.add(entry, cluster: number)
                try principals.add(statement.principal ?? entry, cluster: number)
            }
        }
    }

    /// Actors and the comparison of their articles, in byte order of actor ids.
    private func writeActors(to files: RunFiles, entries: ExternalSorter) throws -> KeptActors {
        var kept = KeptActors(limit: RunSummary.actorsKept)
        let tally = TallySequence(bootstrap: Bootstrap(seed: settings.seed), grouping: .article)
        let comparison = ExternalSorter(folder: folder.path, memory: 1 << 22)
        let packer = ComparisonPacker(formats: settings.formats)
        try tally.forEach(in: entries, row: { try comparison.add(key: packer.key($0), value: packer.pack($0)) }) {
            counts.actors += 1
            kept.offer($0, $1)
            try files.write($0)
        }
        try comparison.forEach { try files.write(PackedRow($0.value)) }
        return kept
    }

    /// The same table where each statement counts for the one on whose behalf it is made, or else for its speaker.
    private func writePrincipals(to files: RunFiles, entries: ExternalSorter) throws {
        try TallySequence(bootstrap: Bootstrap(seed: settings.seed)).forEach(in: entries) { report, _ in
            counts.principals += 1
            try files.write(principal: report)
        }
    }

    private func writePage(kept: KeptActors, shown: ShownArticles, to files: RunFiles) throws {
        guard settings.formats.contains(.html) else { return }
        let page = ReportPage(
            counts: counts, actors: kept.actors, series: kept.series, articles: try shown.articles(), settings: settings
        )
        try files.writePage(page.html())
    }
}

extension RunCounts {
    fileprivate static func precedes(_ a: FileError, _ b: FileError) -> Bool {
        if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
        if a.line != b.line { return (a.line ?? 0) < (b.line ?? 0) }
        return a.reason.utf8.lexicographicallyPrecedes(b.reason.utf8)
    }
}
