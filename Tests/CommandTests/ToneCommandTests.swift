import Foundation
import TestSupport
import Testing

/// `train tone`, tone toward a target, and other lexicons.
struct ToneCommandTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func run(_ arguments: String...) async throws -> Command {
        try await Command.demarche(arguments, in: folder.path)
    }

    private static let targets: String = {
        let rows = (0..<60).map { index -> String in
            let (label, verb) = [("positive", "praised"), ("negative", "denounced"), ("neutral", "met")][index % 3]
            let text = "On day \(index) the crowd \(verb) Oduya in town."
            let start = text.unicodeScalars.count - "Oduya in town.".count
            return "t\(index)\tOduya\t\(start)\t\(start + 5)\t\(label)\t\(text)\n"
        }
        return "id\ttarget\tstart\tend\tlabel\ttext\n" + rows.joined()
    }()

    @Test func `a model of tone is trained, the same each time, and judges targets`() async throws {
        try folder.write("t.tsv", Self.targets)
        for output in ["one.safetensors", "two.safetensors"] {
            let training = try await run("train", "tone", "t.tsv", "--output", output)
            #expect(training.status == 0 && training.errors.isEmpty, "\(training.errors)")
            #expect(training.output.contains("Learned from 60 targets"))
            #expect(training.output.contains("macro_F1"))
        }
        #expect(try folder.data("one.safetensors") == folder.data("two.safetensors"))
        let own = try await run(
            "evaluate", "sentiment", "t.tsv", "--toward", "model", "--model", "one.safetensors", "--predictions",
            "p.tsv")
        #expect(own.status == 0 && own.errors.isEmpty, "\(own.errors)")
        #expect(try folder.lines("p.tsv").count == 61)
        for toward in ["model", "clause", "text"] {
            let shipped = try await run("evaluate", "sentiment", "t.tsv", "--toward", toward)
            #expect(shipped.status == 0 && shipped.output.contains("n 60"), "\(shipped.errors)")
        }
    }

    @Test func `what cannot teach tone is told`() async throws {
        try folder.write("none.tsv", "id\ttext\tlabel\na\tOduya met him.\tneutral\n")
        let none = try await run("train", "tone", "none.tsv", "--output", "m.safetensors")
        #expect(none.status == 2 && none.errorLines == ["none.tsv: 'a' has no target with a tone"], "\(none.errors)")
        let asked = try await run("evaluate", "sentiment", "none.tsv", "--toward", "clause")
        #expect(asked.status == 2 && asked.errorLines == ["none.tsv: has no start and end of a target"])
        try folder.write("v.txt", "good 1 2\nbad 1\n")
        try folder.write("t.tsv", Self.targets)
        let vectors = try await run("train", "tone", "t.tsv", "--vectors", "v.txt", "--output", "m.safetensors")
        #expect(vectors.status == 2 && vectors.errorLines == ["v.txt:2: is not a word with 2 numbers"])
        #expect(try folder.names() == ["none.tsv", "t.tsv", "v.txt"])
    }

    @Test func `another lexicon is used where one is named`() async throws {
        try folder.write("g.tsv", "id\ttext\trating\na\tA zorpy day.\t3\nb\tA glum day.\t-3\n")
        try folder.write("l.csv", "zorpy,2\nglum,-1\n")
        let other = try await run("evaluate", "sentiment", "g.tsv", "--lexicon", "l.csv", "--predictions", "p.tsv")
        #expect(other.status == 0 && other.errors.isEmpty, "\(other.errors)")
        let rows = try folder.lines("p.tsv").map { $0.split(separator: "\t") }
        #expect(try #require(rows.first { $0[0] == "a" }.flatMap { Double($0[1]) }) > 0.3)
        try folder.write("bad.csv", "zorpy,2\nglum\n")
        let bad = try await run("analyze", Repository.samples, "--lexicon", "bad.csv", "--output", "out")
        #expect(bad.status == 2 && bad.errorLines == ["bad.csv:2: is not a word and a number"], "\(bad.errors)")
    }

    @Test func `the hits of a statement add up to its sum, and its tone is that of the table`() async throws {
        let analysis = try await run("analyze", Repository.samples, "--output", "out", "--format", "json")
        #expect(analysis.status == 0, "\(analysis.errors)")
        for line in try folder.lines("out/statements.jsonl").prefix(40) {
            let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
            #expect(row.tone_toward.allSatisfy { $0.split(separator: ":").count == 3 })
            guard row.sentiment != 0, row.statement_id.hasSuffix("1") else { continue }
            #expect(row.sentiment_lo! <= row.sentiment && row.sentiment <= row.sentiment_hi!)
            let explained = try await run("explain", "out", "--statement", row.statement_id, "--tone")
            #expect(explained.status == 0, "\(explained.errors)")
            let lines = explained.output.split(separator: "\n")
            let head = try #require(lines.firstIndex { $0.hasPrefix("tone ") })
            let numbers = lines[head].split { " ():,".contains($0) }.compactMap { Decimal(string: String($0)) }
            #expect(numbers[0] == row.sentiment)
            let hits = lines[(head + 1)...].filter { $0.hasPrefix("  ") }.compactMap {
                $0.split(separator: " ").first.flatMap { Decimal(string: String($0)) }
            }
            #expect(!hits.isEmpty && hits.reduce(0, +) == numbers.last)
        }
    }

    private struct Row: Decodable {
        let statement_id: String
        let sentiment: Decimal
        let sentiment_lo, sentiment_hi: Decimal?
        let tone_toward: [String]
    }
}
