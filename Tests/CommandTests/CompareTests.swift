import Foundation
import TestSupport
import Testing

struct CompareTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func compare(_ inputs: [String], by grouping: String, to output: String) async throws -> Command {
        try await Command.demarche(["compare"] + inputs + ["--by", grouping, "--output", output], in: folder.path)
    }

    @Test(arguments: ["article", "outlet", "month"])
    func `a run is set side by side, its statements counted once each`(_ grouping: String) async throws {
        let run = try await compare([Repository.sampleReport], by: grouping, to: "c")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.contains("Written to c\n"))
        let names = [
            "adjusted", "changes", "comparison", "copies", "quotation_uses", "quotations", "reversals", "silent",
        ]
        let files = names.flatMap { [$0 + ".csv", $0 + ".json"] } + ["comparison.html", "datapackage.json"]
        #expect(try folder.names("c") == files.sorted())
        let rows = try JSONDecoder().decode([Row].self, from: folder.data("c/comparison.json"))
        let actors = try JSONDecoder().decode(
            [Row].self, from: Data(contentsOf: URL(filePath: Repository.sampleReport + "/actors.json")))
        let sums = rows.reduce(into: [:]) { $0[$1.actor_id, default: 0] += $1.n_statements }
        #expect(sums == Dictionary(uniqueKeysWithValues: actors.map { ($0.actor_id, $0.n_statements) }))
        #expect(try folder.lines("c/comparison.csv").count == rows.count + 1)
        // One article has neither outlet nor date.
        let groups = Set(rows.map { $0.group(by: grouping) })
        #expect(groups.count == ["article": 7, "outlet": 5, "month": 4][grouping], "\(groups)")
    }

    @Test func `articles are compared as the run on them is`() async throws {
        try folder.write("a.txt", "Mara Tellen, the mediator, said the talks would resume on Monday.\n")
        try folder.write("b.txt", "“We reject the ceasefire,” said Mara Tellen, the mediator.\n")
        #expect(try await compare(["a.txt", "missing.txt", "b.txt"], by: "article", to: "direct").status == 1)
        let analyzed = try await Command.demarche(["analyze", "b.txt", "a.txt", "--format", "json"], in: folder.path)
        #expect(analyzed.status == 0)
        #expect(try await compare(["Reports/run"], by: "article", to: "run").status == 0)
        #expect(
            try ScratchFolder.contents(of: folder.path + "/direct") == ScratchFolder.contents(of: folder.path + "/run"))
        #expect(try folder.lines("run/comparison.csv").count == 3)
    }

    @Test func `options that do not fit together are wrong usage`() async throws {
        for options in [
            ["--by", "window"], ["--windows", "2026-01-01"], ["--by", "conflict"], ["--of", "actor", "--by", "actor"],
            ["--by", "window", "--windows", "soon"], ["--level", "2"],
        ] {
            let run = try await Command.demarche(["compare", Repository.sampleReport] + options, in: folder.path)
            #expect(run.status == 2, "\(options)")
        }
        #expect(try folder.names().isEmpty)
    }

    @Test func `actors, windows and conflicts are compared too`() async throws {
        try folder.write("conflicts.tsv", "conflict\tparty\nstrait\tjuro-kandeth\nstrait\tmaruna-teleck\n")
        let options = [
            ["--by", "actor"], ["--by", "window", "--windows", "2025-04-20,2025-05-01"],
            ["--by", "conflict", "--conflicts", "conflicts.tsv", "--of", "everyone"],
        ]
        for (number, options) in options.enumerated() {
            let run = try await Command.demarche(
                ["compare", Repository.sampleReport, "--output", "c\(number)"] + options, in: folder.path)
            #expect(run.status == 0 && run.errors.isEmpty)
        }
        #expect(try folder.lines("c0/comparison.csv")[0].hasPrefix("actor_id,actor_name,first_date"))
        #expect(
            try folder.lines("c1/comparison.csv").contains { $0.hasPrefix("juro-kandeth,Juro Kandeth,../2025-04-19,") })
        #expect(try folder.lines("c2/comparison.csv").dropFirst().map { $0.prefix { $0 != "," } } == ["", "strait"])
    }

    @Test func `when no article can be read nothing is written`() async throws {
        let run = try await compare(["missing.txt"], by: "article", to: "c")
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errorLines == ["missing.txt: does not exist", "c: not written: no article could be read"])
        #expect(try folder.names().isEmpty)
    }

    private struct Row: Decodable {
        let actor_id: String
        let n_statements: Int
        let article_id: String?
        let outlet: String?
        let month: String?

        func group(by grouping: String) -> String? {
            switch grouping {
            case "article": article_id
            case "outlet": outlet
            default: month
            }
        }
    }
}
