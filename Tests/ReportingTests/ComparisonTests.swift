import Discourse
import TextFiles
import Testing

@testable import Reporting

struct ComparisonTests {
    private func comparison(
        of subject: Subject = .actor, by grouping: Grouping, _ articles: [AnalyzedArticle]
    ) throws -> Comparison {
        var collection = StudyCollection()
        for article in articles.map(AnalyzedRows.init) { collection.add(article.article, article.statements) }
        let compare = GroupComparison(
            of: subject, by: Grouper(grouping, boundaries: [Day("2026-11-10")!]), bootstrap: Bootstrap(seed: 1))
        return compare(try collection.study())
    }

    private var articles: [AnalyzedArticle] {
        var press = SyntheticPress(seed: 11)
        return press.articles(80)
    }

    @Test(arguments: Grouping.allCases)
    func `groups sum up to the actors`(grouping: Grouping) throws {
        let articles = articles
        let subject: Subject = grouping.isOfActors ? .everyone : .actor
        let rows = try comparison(of: subject, by: grouping, articles).rows
        let attributed = articles.flatMap(\.statements).filter { $0.statement.speaker.actor != nil }
        #expect(rows.reduce(0) { $0 + $1.report.statements } == attributed.count)
        let keys = rows.map { $0.report.actor.id + "\u{0}" + $0.group }
        #expect(keys == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } && Set(keys).count == keys.count)
    }

    @Test func `a difference is the mean here minus the mean elsewhere, with an interval around it`() throws {
        let rows = try comparison(by: .outlet, articles).rows
        let withDifference = rows.filter { $0.difference != nil }
        #expect(withDifference.count > 10)
        for row in withDifference {
            #expect(row.difference!.interval!.contains(row.difference!.mean))
            #expect(try #require(row.p) <= #require(row.adjustedP))
        }
        let actor = rows.filter { $0.report.actor.id == "odo-brann" }
        #expect(actor.count == SyntheticPress.outlets.count)
    }

    @Test func `actors who differ are told apart, and a principal speaks through its spokespeople`() throws {
        let actors = try comparison(of: .everyone, by: .actor, articles).rows
        let general = try #require(actors.first { $0.group == "odo-brann" })
        #expect(general.groupName == "Odo Brann" && general.difference!.mean < -0.2 && general.adjustedP! < 0.01)
        let principals = try comparison(of: .principal, by: .outlet, articles).rows
        #expect(Set(principals.map(\.report.actor.id)).contains("government-of-kestria"))
        #expect(!Set(principals.map(\.report.actor.id)).contains("mira-tasker"))
        let countries = try comparison(of: .country, by: .month, articles).rows
        #expect(countries.map(\.report.actor.id) == ["XKE", "XVA", "unknown"])
    }

    @Test func `an outlet that turns a speaker round is seen, one that does not is not`() throws {
        var entries: [ComparisonEntry] = []
        for index in 0..<30 {
            entries.append(
                ComparisonEntry(
                    outlet: ["A", "B", "C"][index % 3], stance: index % 3 == 0 ? 6000 : -2000, index: index))
        }
        let table = ClusterTable(
            ["A", "B", "C"].map { outlet in entries.filter { $0.outlet == outlet }.map(\.observation) })
        let differences = table.differences(Bootstrap(seed: 3), stream: "")
        #expect(differences[0]!.interval!.lowerBound > 0.5)
        #expect(differences[1]!.interval!.upperBound < 0)
        let values = table.permutationValues(Bootstrap(seed: 3), stream: "")
        #expect(values[0]! < 0.001 && values[0]! >= 0.0001, "10,000 shuffles can show no less: \(values)")
        let few = ClusterTable([entries.prefix(4).map(\.observation), entries.suffix(9).map(\.observation)])
        #expect(few.differences(Bootstrap(seed: 3), stream: "") == [nil, nil], "four articles on one side are too few")
        #expect(few.permutationValues(Bootstrap(seed: 3), stream: "") == [nil, nil])
    }

    private struct ComparisonEntry {
        let outlet: String
        let stance: Int
        let index: Int

        var observation: Observation {
            Observation(
                cluster: index, content: index, weight: Observation.whole, stance: stance + index % 5 * 200,
                sentiment: 0,
                conditional: false)
        }
    }

    @Test func `the tables name their group and agree in both forms`() throws {
        let comparison = try comparison(by: .month, articles)
        let table = PublishedTable("c", "", Comparison.Row.columns(.month), key: [], comparison.rows)
        let csv = CSVReader.table(table.csv)
        #expect(csv.count == comparison.rows.count)
        #expect(csv.allSatisfy { $0["month"] == "2026-11" })
        #expect(String(decoding: table.json, as: UTF8.self).contains(#""month":"2026-11""#))
    }

    @Test func `periods are weeks, quarters, years, and windows between any days`() throws {
        var newsroom = Newsroom()
        for (number, day) in ["2026-11-09", "2026-11-15", "2026-11-16", "2027-01-01"].enumerated() {
            newsroom.publish("a\(number)", on: day, [.init("ana", 1000)])
        }
        newsroom.publish("b", [.init("ana", 1000)])
        let study = try newsroom.study()
        func groups(_ grouper: Grouper) -> [String] {
            GroupComparison(of: .actor, by: grouper, bootstrap: Bootstrap(seed: 1))(study).rows.map(\.group)
        }
        #expect(groups(Grouper(.week)) == ["", "2026-11-09", "2026-11-16", "2026-12-28"])
        #expect(groups(Grouper(.quarter)) == ["", "2026-Q4", "2027-Q1"])
        #expect(groups(Grouper(.year)) == ["", "2026", "2027"])
        let windows = Grouper(.window, boundaries: [Day("2026-11-20")!, Day("2026-11-15")!])
        #expect(groups(windows) == ["", "../2026-11-14", "2026-11-15/2026-11-19", "2026-11-20/.."])
    }

    @Test func `an article is about the conflict whose parties say most in it`() throws {
        let table = try ConflictTable(
            TextTable(text: "conflict\tparty\nvalley\tXVA\nvalley\tana\ncoast\tXCO\ncoast\tXVA\n", path: "c.tsv"))
        var newsroom = Newsroom()
        newsroom.publish("valley", [.init("ana", 1000), .init("bo", 0, country: "XVA")])
        newsroom.publish("coast", [.init("bo", 0, country: "XVA"), .init("cy", 0, for: "navy", country: "XCO")])
        newsroom.publish("draw", [.init("bo", 0, country: "XVA")])
        newsroom.publish("neither", [.init("dee", 0)])
        let compare = GroupComparison(of: .actor, by: Grouper(.conflict), bootstrap: Bootstrap(seed: 1))
        let rows = compare(try newsroom.study(conflicts: table)).rows.map { $0.report.actor.id + " " + $0.group }
        #expect(rows == ["ana valley", "bo ", "bo coast", "bo valley", "cy coast", "dee "])
        #expect(throws: FileError(path: "c.tsv", line: 3, reason: "stands twice")) {
            try ConflictTable(TextTable(text: "conflict\tparty\na\tb\na\tb\n", path: "c.tsv"))
        }
    }
}
