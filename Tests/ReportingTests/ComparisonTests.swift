import Discourse
import Testing

@testable import Reporting

struct ComparisonTests {
    private func comparison(by grouping: Grouping, _ articles: [AnalyzedArticle]) throws -> Comparison {
        let folder = try ScratchFolder()
        let comparer = Comparer(by: grouping, seed: 1, scratch: folder.path)
        for article in articles { try comparer.add(PackedArticle(article)) }
        return try comparer.finish()
    }

    private var articles: [AnalyzedArticle] {
        var press = SyntheticPress(seed: 11)
        return press.articles(80)
    }

    @Test(arguments: Grouping.allCases)
    func `groups sum up to the actors`(grouping: Grouping) throws {
        let articles = articles
        let rows = try comparison(by: grouping, articles).rows
        let attributed = articles.flatMap(\.statements).filter { $0.statement.speaker.actor != nil }
        #expect(rows.reduce(0) { $0 + $1.report.statements } == attributed.count)
        let keys = rows.map { $0.report.actor.id + "\u{0}" + $0.group }
        #expect(keys == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } && Set(keys).count == keys.count)
    }

    @Test func `a difference is the mean here minus the mean elsewhere, with an interval around it`() throws {
        let rows = try comparison(by: .outlet, articles).rows
        let withDifference = rows.filter { $0.difference != nil }
        #expect(withDifference.count > 10)
        for row in withDifference { #expect(row.difference!.interval!.contains(row.difference!.mean)) }
        let actor = rows.filter { $0.report.actor.id == "odo-brann" }
        #expect(actor.count == SyntheticPress.outlets.count)
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
        let few = ClusterTable([entries.prefix(4).map(\.observation), entries.suffix(9).map(\.observation)])
        #expect(few.differences(Bootstrap(seed: 3), stream: "") == [nil, nil], "four articles on one side are too few")
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
        let csv = CSVReader.table(comparison.csv())
        #expect(csv.count == comparison.rows.count)
        #expect(csv.allSatisfy { $0["month"] == "2026-11" })
        #expect(String(decoding: comparison.json(), as: UTF8.self).contains(#""month":"2026-11""#))
    }
}
