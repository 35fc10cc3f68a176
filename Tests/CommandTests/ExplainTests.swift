import Foundation
import TestSupport
import Testing

struct ExplainTests {
    private func explain(_ arguments: String...) async throws -> Command {
        try await Command.demarche(["explain", "Reports/samples"] + arguments, in: Repository.root)
    }

    /// The number a line begins with, after blanks.
    private func leading(_ line: Substring) -> Decimal? {
        line.split(separator: " ").first.flatMap { word in
            word.count > 1 && (word.hasPrefix("+") || word.hasPrefix("-")) ? Decimal(string: String(word)) : nil
        }
    }

    /// The numbers with a sign in a line.
    private func signed(_ line: Substring) -> [Decimal] { line.split(separator: " ").compactMap { leading($0) } }

    @Test func `the words of a statement add up to its margin as they are printed`() async throws {
        let statements = try String(contentsOfFile: Repository.sampleReport + "/statements.jsonl", encoding: .utf8)
            .split(separator: "\n")
        for line in [statements[0], statements[40], statements[statements.count - 1]] {
            let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
            let run = try await explain("--statement", row.statement_id)
            #expect(run.status == 0 && run.errors.isEmpty)
            let lines = run.output.split(separator: "\n")
            let head = try #require(lines.firstIndex { $0.hasPrefix("margin ") })
            let numbers = signed(lines[head])
            #expect(numbers == [row.margin, row.bias])
            let words = lines[(head + 1)...].compactMap { leading($0) }
            #expect(words.count == row.contributions.count)
            #expect(words.reduce(row.bias, +) == row.margin)
        }
    }

    @Test func `the words of an actor add up to its margins as they are printed`() async throws {
        let run = try await explain("--actor", "hadrec-vollone")
        #expect(run.status == 0 && run.errors.isEmpty)
        let lines = run.output.split(separator: "\n")
        #expect(lines[0].hasPrefix("Hadrec Vollone: "))
        let numbers = signed(lines[1])
        #expect(numbers.count == 2)
        #expect(lines[2...].compactMap { leading($0) }.reduce(numbers[1], +) == numbers[0])
        #expect(lines.last?.hasSuffix("all other words") == true)
    }

    private struct Row: Decodable {
        let statement_id: String
        let margin: Decimal
        let bias: Decimal
        let contributions: [Share]

        struct Share: Decodable { let weight: Decimal }
    }
}
