import Discourse
import Foundation
import TextFiles
import Testing

@testable import Reporting

struct RunWriterTests {
    private static let settings = RunSettings(
        version: "0.1.0", sources: [RunSettings.Source(kind: "model", name: "stance", version: "1", sha256: "ab")],
        options: [RunSettings.Option(name: "language", value: "en")], formats: Set(RunFormat.allCases))

    @discardableResult
    static func write(_ articles: [AnalyzedArticle], to output: String, _ settings: RunSettings = settings) throws
        -> RunSummary
    {
        let writer = try RunWriter(output: output, settings: settings)
        for article in articles { try writer.add(PackedArticle(article)) }
        return try writer.finish()
    }

    private static func press(_ count: Int) -> [AnalyzedArticle] {
        var press = SyntheticPress(seed: 7)
        return press.articles(count)
    }

    @Test func `any order of the articles gives the same bytes`() throws {
        let articles = RunWriterTests.press(40)
        let folder = try ScratchFolder()
        try RunWriterTests.write(articles, to: folder.path + "/a")
        for seed in 1...3 {
            var random = SplitMix64(seed: UInt64(seed))
            try RunWriterTests.write(articles.shuffled(using: &random), to: folder.path + "/b")
            let (a, b) = (try folder.contents(of: "a"), try folder.contents(of: "b"))
            #expect(a.keys.sorted() == b.keys.sorted())
            for name in a.keys { #expect(a[name] == b[name], "\(name) differs") }
        }
    }

    @Test func `every offset of every row finds its text`() throws {
        let folder = try ScratchFolder()
        try RunWriterTests.write(RunWriterTests.press(30), to: folder.path + "/run")
        var texts: [String: [Unicode.Scalar]] = [:]
        for line in try folder.text("run/articles.jsonl").split(separator: "\n") {
            let article = try RowDecoder.article(Array(line.utf8))
            texts[article.id] = Array(article.text.unicodeScalars)
        }
        let rows = CSVReader.table(try folder.bytes("run/statements.csv"))
        #expect(rows.count > 80)
        for row in rows {
            let text = try #require(texts[row["article_id"]!])
            func slice(_ start: String?, _ end: String?) -> String {
                guard let start = start.flatMap({ Int($0) }), let end = end.flatMap({ Int($0) }) else { return "" }
                return String(String.UnicodeScalarView(text[start..<end]))
            }
            #expect(slice(row["source_start"], row["source_end"]) == row["source_text"])
            #expect(slice(row["cue_start"], row["cue_end"]) == row["cue_text"])
            let spans = row["content_spans"]!.split(separator: ";").map { $0.split(separator: "-").map(String.init) }
            #expect(spans.map { slice($0[0], $0[1]) }.joined(separator: " … ") == row["content_text"])
        }
    }

    @Test func `printed contributions sum to the printed margin, and each finds its word`() throws {
        let folder = try ScratchFolder()
        try RunWriterTests.write(RunWriterTests.press(30), to: folder.path + "/run")
        var words = 0
        try RunReader(path: folder.path + "/run").forEach { article, statements in
            let text = Array(article.text.unicodeScalars)
            for row in statements {
                #expect(row.bias + row.contributions.reduce(0) { $0 + $1.weight } == row.margin)
                for word in row.contributions.map(\.word) {
                    #expect(String(String.UnicodeScalarView(text[word.span])) == word.text)
                    words += 1
                }
            }
        }
        #expect(words > 100)
        // The reader rounds to millionths; the text itself must add up, too.
        for line in try folder.text("run/statements.jsonl").split(separator: "\n") {
            let numbers = line.split(separator: ",\"").filter { $0.hasPrefix("weight\":") }
            let top = line.split(separator: "\"margin\":")[0].split(separator: ",\"").count {
                $0.hasPrefix("weight\":")
            }
            let weights = numbers.dropFirst(top).map { RunWriterTests.millionths($0.dropFirst(8)) }
            let margin = RunWriterTests.millionths(line.split(separator: "\"margin\":")[1])
            let bias = RunWriterTests.millionths(line.split(separator: "\"bias\":")[1])
            #expect(weights.reduce(bias, +) == margin)
        }
    }

    /// Reads `-0.123456…` digit by digit.
    private static func millionths(_ text: Substring) -> Int {
        let number = text.prefix { $0 == "-" || $0 == "." || $0.isNumber }
        #expect(number.split(separator: ".")[1].count == 6)
        return Int(number.replacing(".", with: ""))!
    }

    @Test func `the totals of all tables agree`() throws {
        let folder = try ScratchFolder()
        let articles = RunWriterTests.press(30)
        let writer = try RunWriter(output: folder.path + "/run", settings: RunWriterTests.settings)
        for article in articles { try writer.add(PackedArticle(article)) }
        writer.reject(FileError(path: "b.txt", reason: "is empty"))
        writer.reject(FileError(path: "a.txt", reason: "is empty"))
        let counts = try writer.finish().counts
        #expect(counts.articlesRead == 32 && counts.articles == 30)
        #expect(counts.rejected.map(\.path) == ["a.txt", "b.txt"] && counts.rejections.map(\.count) == [2])
        #expect(counts.clusters == 26, "every seventh article is a copy of the one before")
        let statements = CSVReader.table(try folder.bytes("run/statements.csv"))
        let actors = CSVReader.table(try folder.bytes("run/actors.csv"))
        let articleRows = CSVReader.table(try folder.bytes("run/articles.csv"))
        let comparison = CSVReader.table(try folder.bytes("run/comparison.csv"))
        func sum(_ rows: [[String: String]], _ column: String) -> Int { rows.reduce(0) { $0 + Int($1[column]!)! } }
        #expect(
            statements.count == counts.statements
                && counts.statements == articles.reduce(0) { $0 + $1.statements.count })
        #expect(sum(actors, "n_statements") + counts.unknown == counts.statements)
        let principals = CSVReader.table(try folder.bytes("run/principals.csv"))
        #expect(sum(principals, "n_statements") + counts.unknown == counts.statements)
        #expect(principals.count == counts.principals && actors.count == counts.actors)
        for row in principals {
            let own = statements.filter {
                $0["nested_in"] == ""
                    && ($0["on_behalf_of"] == "" ? $0["actor_id"] : $0["on_behalf_of"]) == row["actor_id"]
            }
            #expect(own.count == Int(row["n_statements"]!))
            for stance in ["favor", "against", "none"] {
                #expect(own.count { $0["stance"] == stance } == Int(row["n_\(stance)"]!))
            }
        }
        #expect(statements.contains { $0["on_behalf_of"] != "" })
        #expect(sum(comparison, "n_statements") + counts.unknown == counts.statements)
        #expect(
            sum(articleRows, "n_statements") == counts.statements && sum(articleRows, "n_unknown") == counts.unknown)
        #expect(statements.count { $0["actor_id"] == "" } == counts.unknown)
        #expect(statements.allSatisfy { ($0["actor_id"] == "") == ($0["speaker_status"] == "unknown") })
        for row in actors {
            #expect(
                sum([row], "n_favor") + sum([row], "n_against") + sum([row], "n_none") == sum([row], "n_statements"))
        }
    }

    @Test func `printed probabilities sum to one and give the printed score`() throws {
        let folder = try ScratchFolder()
        try RunWriterTests.write(RunWriterTests.press(20), to: folder.path + "/run")
        for row in CSVReader.table(try folder.bytes("run/statements.csv")) {
            func units(_ column: String) -> Int { FixedPoint(Double(row[column]!)!, decimals: 4).units }
            #expect(units("p_favor") + units("p_against") + units("p_none") == 10_000)
            #expect(units("p_favor") - units("p_against") == units("stance_score"))
        }
    }

    @Test func `a run read back and written again is the same`() throws {
        let folder = try ScratchFolder()
        try RunWriterTests.write(RunWriterTests.press(25), to: folder.path + "/a")
        let writer = try RunWriter(output: folder.path + "/b", settings: RunWriterTests.settings)
        try RunReader(path: folder.path + "/a").forEach { try writer.add(PackedArticle(article: $0, statements: $1)) }
        _ = try writer.finish()
        let (a, b) = (try folder.contents(of: "a"), try folder.contents(of: "b"))
        for name in a.keys { #expect(a[name] == b[name], "\(name) differs") }
    }

    @Test func `columns stand in the published order`() throws {
        let folder = try ScratchFolder()
        try RunWriterTests.write(RunWriterTests.press(3), to: folder.path + "/run")
        let statements = CSVReader.rows(try folder.bytes("run/statements.csv"))[0].joined(separator: ", ")
        let published =
            "statement_id, article_id, outlet, published, paragraph, sentence, form, source_text, cue_text, content_text, source_start, source_end, cue_start, cue_end, content_spans, speaker_status, actor_id, actor_name, on_behalf_of, country, link_reason, attribution_confidence, sentiment, target, stance, stance_score, p_favor, p_against, p_none, conditional, top_terms"
        #expect(statements.hasPrefix(published + ", "))
        let actors = CSVReader.rows(try folder.bytes("run/actors.csv"))[0].joined(separator: ", ")
        #expect(
            actors.hasPrefix(
                "actor_id, actor_name, country, n_statements, n_articles, n_outlets, first_date, last_date, sentiment_mean, sentiment_lo, sentiment_hi, stance_score, stance_lo, stance_hi, n_favor, n_against, n_none, conditional_share, top_terms_favor, top_terms_against, "
            ))
    }

    @Test func `only the forms asked for are written`() throws {
        let folder = try ScratchFolder()
        try RunWriterTests.write(
            RunWriterTests.press(3), to: folder.path + "/run", RunSettings(version: "1", formats: [.html]))
        #expect(try folder.contents(of: "run").keys.sorted() == ["datapackage.json", "report.html"])
    }

    @Test func `a run without articles is a run`() throws {
        let folder = try ScratchFolder()
        let summary = try RunWriterTests.write([], to: folder.path + "/run")
        #expect(summary.counts == RunCounts())
        #expect(try folder.text("run/actors.json") == "[\n]\n")
        #expect(ActorTable(summary).text() == "No statement has a known speaker.\n")
    }

    @Test func `two articles with one id are an error, and nothing is left`() throws {
        let folder = try ScratchFolder()
        let articles = RunWriterTests.press(2)
        #expect(throws: FileError(path: "press/00", reason: "two articles have this id")) {
            try RunWriterTests.write([articles[0], articles[1], articles[0]], to: folder.path + "/run")
        }
        #expect(try folder.names == [])
    }
}
