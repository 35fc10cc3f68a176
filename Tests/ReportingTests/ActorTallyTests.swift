import Discourse
import Testing

@testable import Reporting

struct ActorTallyTests {
    private static let actor = Actor(id: "mira-tasker", name: "Mira Tasker", kind: .person)

    /// A statement with only what the tally looks at.
    private static func entry(_ content: String, article: String, score: Int, term: Int = 0) throws -> TallyEntry {
        try #require(TallyEntry(row(content, article: article, score: score, term: term)))
    }

    private static func row(
        _ content: String, article: String, score: Int, term: Int = 0, nestedIn: String? = nil
    ) -> StatementRow {
        StatementRow(
            id: article + "#01", articleID: article, outlet: "Outlet " + article, published: Day("2026-11-0" + article),
            paragraph: 1, sentence: 1, form: .direct, source: nil, cue: nil,
            content: [Excerpt(span: 0..<content.unicodeScalars.count, text: content)],
            speaker: Speaker(status: .resolved, actor: actor, linkReason: ""), confidence: 10_000, sentiment: -score,
            target: "peace-talks", stance: score > 0 ? .favor : .against,
            probabilities: .init(favor: 5000 + score / 2, against: 5000 - score / 2, none: 0),
            conditional: score > 5000,
            margin: term, bias: 0, contributions: [WordShare(word: Excerpt(span: 0..<4, text: "Talk"), weight: term)],
            utterance: .said, nestedIn: nestedIn)
    }

    @Test func `a statement nested in another counts for nobody`() {
        #expect(TallyEntry(Self.row("Talks now", article: "1", score: 6000)) != nil)
        #expect(TallyEntry(Self.row("Talks now", article: "1", score: 6000, nestedIn: "1#02")) == nil)
    }

    private static func report(_ entries: [(TallyEntry, cluster: Int)]) -> ActorReport {
        let sorted = entries.sorted { (a: (TallyEntry, cluster: Int), b: (TallyEntry, cluster: Int)) -> Bool in
            PackedEntry(a.0).key(cluster: a.cluster).lexicographicallyPrecedes(PackedEntry(b.0).key(cluster: b.cluster))
        }
        var tally = ActorTally(sorted[0].0)
        for (entry, cluster) in sorted { tally.add(entry, cluster: cluster) }
        return tally.report(Bootstrap(seed: 1), stream: "x")
    }

    @Test func `the same words in near-duplicate articles count once`() throws {
        let report = ActorTallyTests.report([
            (try ActorTallyTests.entry("The talks go on.", article: "1", score: 8000, term: 300_000), 1),
            (try ActorTallyTests.entry("“the talks go on”", article: "2", score: 8000, term: 300_001), 1),
            (try ActorTallyTests.entry("No more talks", article: "3", score: -4000, term: -100_000), 2),
        ])
        #expect(report.statements == 3 && report.distinct == 2)
        #expect(report.articles == 3 && report.clusters == 2 && report.outlets == 3)
        #expect(report.stance.mean == 0.2, "the mean of 0.8 and -0.4, not of 0.8, 0.8 and -0.4")
        #expect(report.sentiment.mean == -0.2)
        #expect(report.conditionalShare == 0.5)
        #expect(report.counts == StanceCounts(favor: 2, against: 1), "labels are counted as they stand")
        #expect(
            report.words.favor == [TermWeight(term: "talk", weight: 200_001)], "the mean of the copies and the third")
        #expect(report.firstDay == Day("2026-11-01") && report.lastDay == Day("2026-11-03"))
    }

    @Test func `the same words in unrelated articles count each time`() throws {
        let report = ActorTallyTests.report(
            try (1...3).map { (try ActorTallyTests.entry("No comment", article: "\($0)", score: $0 * 1000), $0) })
        #expect(report.distinct == 3)
        #expect(report.intervalBasis == "articles (Student's t)" && report.stance.interval != nil)
    }

    @Test func `fewer than three statements have no interval, and the row says so`() throws {
        let one = try ActorTallyTests.entry("Yes", article: "1", score: 1000)
        let two = try ActorTallyTests.entry("No", article: "2", score: -1000)
        let copy = try ActorTallyTests.entry("Yes!", article: "3", score: 1000)
        #expect(ActorTallyTests.report([(one, 1)]).intervalBasis == "1 statement: no interval")
        #expect(ActorTallyTests.report([(one, 1), (two, 2)]).intervalBasis == "2 statements: no interval")
        let copied = ActorTallyTests.report([(one, 1), (copy, 1), (two, 2)])
        #expect(copied.intervalBasis == "2 different statements: no interval")
        #expect(copied.stance.interval == nil && copied.sentiment.interval == nil)
    }

    @Test(arguments: [(11, "statements (Student's t)"), (12, "statements")])
    func `with one article the interval is over its statements`(count: Int, basis: String) throws {
        let report = ActorTallyTests.report(
            try (1...count).map { (try ActorTallyTests.entry("Sentence \($0)", article: "1", score: $0 * 500), 7) })
        #expect(report.intervalBasis == basis)
        #expect(report.stance.interval?.contains(report.stance.mean) == true)
    }

    @Test func `with twelve articles the interval is resampled over articles`() throws {
        let report = ActorTallyTests.report(
            try (1...12).map { (try ActorTallyTests.entry("No comment", article: "\($0)", score: $0 * 500), $0) })
        #expect(report.intervalBasis == "articles")
        #expect(report.stance.interval?.contains(0.325) == true)
    }

    @Test func `words, function words and the rest add up to the margin exactly`() throws {
        var press = SyntheticPress(seed: 31)
        let entries = press.articles(60).map(AnalyzedRows.init).enumerated().flatMap { cluster, rows in
            rows.statements.compactMap { row in TallyEntry(row).map { (cluster: cluster / 2, entry: $0) } }
        }
        for (_, own) in Dictionary(grouping: entries, by: \.entry.actor.id) {
            let sorted = own.sorted {
                $0.cluster == $1.cluster ? TallyEntry.precedes($0.entry, $1.entry) : $0.cluster < $1.cluster
            }
            var tally = ActorTally(sorted[0].entry)
            for (cluster, entry) in sorted { tally.add(entry, cluster: cluster) }
            let report = tally.report(Bootstrap(seed: 1, draws: 50), stream: "x")
            // Copies count once: the mean of their margins, rounded to a millionth.
            let copies = Dictionary(grouping: sorted) { [UInt64($0.cluster), $0.entry.content] }.values
            let margin = copies.reduce(0) { sum, copies in
                sum + TermTotals.rounded(copies.reduce(0) { $0 + $1.entry.margin }, over: copies.count)
            }
            #expect(report.words.margin == margin)
            let listed = (report.words.favor + report.words.against).map(\.term)
            #expect(!listed.contains { FunctionWords.contains($0) } && !listed.isEmpty)
        }
    }

    @Test(arguments: ["the", "’s", "said", "\"", "...", "a"])
    func `function words, plain verbs of report and marks are passed over`(word: String) {
        #expect(FunctionWords.contains(word))
    }

    @Test(arguments: ["not", "never", "against", "without", "must", "talks", "rejected", "été"])
    func `words that turn or bind a sentence are listed`(word: String) { #expect(!FunctionWords.contains(word)) }
}
