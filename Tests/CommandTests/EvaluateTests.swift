import Foundation
import TestSupport
import Testing

struct EvaluateTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func evaluate(_ arguments: String...) async throws -> Command {
        try await Command.demarche(["evaluate"] + arguments, in: folder.path)
    }

    @Test func `sentiment is measured against ratings and written with ids`() async throws {
        try folder.write(
            "g.tsv",
            "id\ttext\trating\na\tA wonderful agreement.\t3\nb\tA horrible, cruel attack.\t-3\nc\tThe room has a door.\t0\n"
        )
        let run = try await evaluate("sentiment", "g.tsv", "--predictions", "p.tsv")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.contains("pearson 0.9") || run.output.contains("pearson 1.0"), "\(run.output)")
        let rows = try folder.lines("p.tsv").map { $0.split(separator: "\t") }
        let scores = Dictionary(
            uniqueKeysWithValues: rows.filter { $0[0] != "id" }.map { ($0[0], Double($0[1]) ?? .nan) })
        #expect(scores.keys.sorted() == ["a", "b", "c"])
        #expect(scores["a"]! > 0 && scores["b"]! < 0 && scores["c"]! == 0)
        #expect(try folder.names() == ["g.tsv", "p.tsv"])
    }

    @Test func `stance is measured given the statements, from a table and from JSON Lines`() async throws {
        try folder.write(
            "g.tsv",
            """
            id\ttarget\ttext\tlabel
            a\tpeace-talks\tWe welcome the ceasefire and are ready for peace talks.\tFAVOR
            b\tpeace-talks\tWe reject any negotiations and will fight on.\tAGAINST
            c\tpeace-talks\tThe court will hear the case in March.\tNONE

            """)
        let run = try await evaluate("stance", "g.tsv", "--predictions", "p.tsv")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(run.output.lowercased().contains("accuracy"))
        let rows = try folder.lines("p.tsv").map { $0.split(separator: "\t") }.filter { $0[0] != "id" }
        #expect(rows.map { String($0[0]) } == ["a", "b", "c"])
        #expect(rows.map { $0[1].lowercased() } == ["favor", "against", "none"])
        for row in rows { #expect(abs(try #require(Double(row[2]))) <= 1) }

        let lines = try String(contentsOfFile: Repository.models + "/training/stance.jsonl", encoding: .utf8).split(
            separator: "\n")
        try folder.write("g.jsonl", lines.prefix(12).joined(separator: "\n"))
        let second = try await evaluate("stance", "g.jsonl", "--predictions", "q.tsv")
        #expect(second.status == 0 && second.errors.isEmpty, "\(second.errors)")
        #expect(try folder.lines("q.tsv").filter { !$0.hasPrefix("id\t") }.count == 12)
    }

    @Test func `attribution is measured, and its predictions are spans in code points`() async throws {
        let text = "“We will talk,” said Mara Tellen."
        let gold = """
            {"id":"a","text":"\(text)","attributions":[{"source":[[21,32]],"cue":[[16,20]],"content":[[0,15]]}]}

            """
        try folder.write("g.jsonl", gold)
        let run = try await evaluate("attribution", "g.jsonl", "--predictions", "p.jsonl")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let found = try JSONDecoder().decode(Article.self, from: folder.data("p.jsonl"))
        #expect(found.id == "a")
        #expect(found.attributions.map(\.source) == [[[21, 32]]] && found.attributions.map(\.cue) == [[[16, 20]]])
        #expect(found.attributions.map(\.content) == [[[0, 15]]])
    }

    @Test func `a gold line that is wrong is named`() async throws {
        try folder.write(
            "g.jsonl",
            "{\"id\":\"a\",\"text\":\"Short.\",\"attributions\":[{\"source\":[[0,99]],\"cue\":[],\"content\":[]}]}\n")
        let run = try await evaluate("attribution", "g.jsonl", "--predictions", "p.jsonl")
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errorLines.count == 1 && run.errors.hasPrefix("g.jsonl:1: "), "\(run.errors)")
        try folder.write("s.tsv", "id\ttext\trating\na\tFine.\tmuch\n")
        let sentiment = try await evaluate("sentiment", "s.tsv")
        #expect(sentiment.status == 2 && sentiment.errors.hasPrefix("s.tsv:2: "), "\(sentiment.errors)")
        #expect(try folder.names() == ["g.jsonl", "s.tsv"])
    }

    private struct Article: Decodable {
        let id: String
        let attributions: [Attribution]

        struct Attribution: Decodable {
            let source: [[Int]]
            let cue: [[Int]]
            let content: [[Int]]
        }
    }
}
