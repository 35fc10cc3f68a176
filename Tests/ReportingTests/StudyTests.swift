import Discourse
import TextFiles
import Testing

@testable import Reporting

struct StudyTests {
    private let words = "we will come to the table when the guns are silent and not a day before"

    @Test func `a quotation is found in other outlets, whole and in part, and laid to whom each lays it`() throws {
        var newsroom = Newsroom()
        newsroom.publish("a", outlet: "Post", on: "2026-03-02", [.init("ana", 4000, words, isQuoted: true)])
        newsroom.publish(
            "b", outlet: "Herald", on: "2026-03-01",
            [.init("bo", -1000, "She said “We will come to the TABLE, when the guns are silent”", isQuoted: true)])
        newsroom.publish("c", outlet: "Wire", [.init("ana", 0, words)])
        newsroom.publish("d", outlet: "Wire", [.init("ana", 0, "when the guns are silent", isQuoted: true)])
        let found = SharedQuotations()(try newsroom.study())
        #expect(found.count == 1)
        let quotation = try #require(found.first)
        #expect(quotation.uses.map(\.entry.articleID) == ["a", "b"], "no paraphrase, and no snippet of five words")
        #expect(quotation.actors.map(\.id) == ["ana", "bo"] && quotation.outlets == ["Herald", "Post"])
        #expect(quotation.text == words && quotation.days.first == Day("2026-03-01"))
    }

    @Test func `copies of one article in one outlet are no shared quotation`() throws {
        var newsroom = Newsroom()
        for id in ["a", "b"] {
            newsroom.publish(
                id, outlet: "Post", text: "the same story word for word in both of these places today",
                [.init("ana", 4000, words, isQuoted: true)])
        }
        let study = try newsroom.study()
        #expect(SharedQuotations()(study).isEmpty)
        let copies = ArticleCopies.groups(of: study)
        #expect(copies.map { $0.articles.map(\.id) } == [["a", "b"]] && copies[0].leastSimilarity == 1)
        #expect(study.statements.count == 2 && study.distinctStatements == 1)
    }

    @Test func `opposite positions stand side by side, near ones as inconsistencies`() throws {
        var newsroom = Newsroom()
        newsroom.publish("a", on: "2026-03-01", [.init("ana", 6000, "yes"), .init("bo", -5000, "no")])
        newsroom.publish("b", on: "2026-03-03", [.init("ana", -7000, "no"), .init("bo", -6000, "never")])
        newsroom.publish("c", on: "2026-03-20", [.init("ana", 2000, "perhaps"), .init("bo", 9000, "yes")])
        newsroom.publish("d", on: "2026-03-21", [.init("ana", 8000, "yes"), .init("bo", -9000, utterance: .denied)])
        let found = Reversals(of: .actor)(try newsroom.study())
        let pairs = found.map { "\($0.subject.id) \($0.earlier.text) \($0.later.text) \($0.daysApart)" }
        #expect(pairs == ["ana yes no 2", "ana no yes 18", "bo never yes 17"])
        #expect(found.map(\.isInconsistency) == [true, false, false])
        #expect(abs(found[0].certainty - 0.42) < 1e-9)
    }

    @Test func `who is mentioned and never quoted is listed, and nobody who is spoken for`() throws {
        var newsroom = Newsroom()
        newsroom.publish("a", outlet: "Post", on: "2026-03-01", [.init("ana", 0, for: "state")])
        newsroom.publish("b", outlet: "Wire", on: "2026-03-05", [.init("bo", 0)])
        let mentions = ["ana", "state", "quiet", "seldom"].map {
            Mentioned(actor: Actor(id: $0, name: $0, kind: .person), count: $0 == "quiet" ? 3 : 1)
        }
        let silent = SilentActor.all(in: try newsroom.study(mentions: mentions))
        #expect(silent.map(\.actor.id) == ["quiet", "seldom"])
        #expect(silent[0].mentions == 6 && silent[0].articles == 2 && silent[0].outlets == 2)
        #expect(silent[0].days == Day("2026-03-01")!...Day("2026-03-05")!)
    }

    @Test func `a comparison does not depend on the order of its articles`() throws {
        var press = SyntheticPress(seed: 21)
        let articles = press.articles(40).map(AnalyzedRows.init)
        let plan = ComparisonPlan(subject: .actor, grouping: .outlet)
        func tables(_ articles: [AnalyzedRows]) throws -> [[UInt8]] {
            var collection = StudyCollection()
            for article in articles { collection.add(article.article, article.statements) }
            let report = try ComparisonReport(of: try collection.study(), by: plan)
            return report.tables.map(\.csv) + [ComparisonPackage(report, version: "1").json()]
        }
        var random = SplitMix64(seed: 1)
        #expect(try tables(articles) == tables(articles.shuffled(using: &random)))
        var twice = StudyCollection()
        for article in articles + articles.prefix(1) { twice.add(article.article, article.statements) }
        #expect(throws: FileError.self) { try twice.study() }
    }

    @Test func `the page of a comparison shows what was found, and text stays text`() throws {
        let attack = "</q><script>alert(1)</script>"
        var newsroom = Newsroom()
        newsroom.publish("a", outlet: attack, on: "2026-03-01", [.init(attack, 6000, attack + words, isQuoted: true)])
        newsroom.publish("b", outlet: "Post", on: "2026-03-02", [.init(attack, -6000, attack + words, isQuoted: true)])
        let mentions = [Mentioned(actor: Actor(id: "quiet", name: attack, kind: .person), count: 1)]
        let report = try ComparisonReport(
            of: try newsroom.study(mentions: mentions), by: ComparisonPlan(subject: .actor, grouping: .outlet))
        let page = String(decoding: report.html(version: attack), as: UTF8.self)
        #expect(page.contains("inconsistency within 1 day") && page.contains("named 2 times in 2 articles"))
        #expect(page.contains("we will come to the table") && page.contains("in 2 groups of near-duplicates"))
        #expect(!page.contains("<script") && page.contains("&lt;script&gt;"))
        #expect(page.contains("default-src &#39;none&#39;") && !page.contains("script-src"))
    }
}
