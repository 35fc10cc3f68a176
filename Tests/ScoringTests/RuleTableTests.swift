import Testing
import TextFiles

@testable import Scoring

struct RuleTableTests {
    private static let header = "name\tkind\twords\tvalue\treach\tsentence\tsource\texample\n"
    private static let compound = "compound\tsquash\t\t1.5\t0\ts\ts\t\n"

    private func reason(_ rows: String) -> String? {
        do {
            _ = try RuleTable(TextTable(text: Self.header + rows, path: "r.tsv"))
            return nil
        } catch { return "\(error)" }
    }

    @Test func `rows that make no sense are told with their line`() {
        #expect(reason(Self.compound) == nil)
        #expect(reason("") == "r.tsv: has no rule of kind squash with a value above 0")
        #expect(reason(Self.compound + Self.compound) == "r.tsv: has two rules of one name")
        #expect(
            reason("n\tnegation\tnot |  | no\t-1\t3\ts\ts\te\n" + Self.compound)
                == "r.tsv:2: '  ' is not words parted by single spaces")
        #expect(reason("n\tnegation\tnot\t-9\t3\ts\ts\te\n") == "r.tsv:2: value -9.0 is not in -4...4")
        #expect(reason("n\tnegation\tnot\t-1\t1.5\ts\ts\te\n") == "r.tsv:2: reach is not a whole number in 0...100")
        #expect(
            reason("n\tturn\tnot\t-1\t1\ts\ts\te\n")?.hasPrefix("r.tsv:2: kind 'turn' is none of negation, exempt,")
                == true)
        let many = (0..<32).map { "n\($0)\tboundary\tw\($0)\t1\t0\ts\ts\te\n" }.joined()
        #expect(reason(many + Self.compound) == "r.tsv: has 33 rules, more than 32")
    }

    @Test func `words are runs of tokens`() throws {
        let table = try RuleTable(
            TextTable(
                text: Self.header + "n\tnegation\tnot | n't | lack of\t-0.5\t3\ts\ts\te\n" + Self.compound,
                path: "r.tsv"))
        #expect(table.rules[0].words == ["not", "n't", "lack of"])
        #expect(table.squash == 1.5 && table.question == nil)
    }
}
