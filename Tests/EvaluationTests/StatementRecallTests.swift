import Discourse
import Evaluation
import Testing

struct StatementRecallTests {
    private static let text =
        "Bo Ray said the harbour is shut. Ösa Orlan has rejected the plan. “Not now,” she added. Bo Ray left."

    private static func recall(gold: [(Statement.Form, String)], predicted: [String]) throws -> StatementRecall {
        try StatementRecall([
            .init(
                id: "a", text: text, gold: gold.map { ($0, attribution($1, in: text)) },
                predicted: predicted.map { attribution($0, in: text) })
        ])
    }

    @Test func `half of the longer content makes it found, and a shared word the source right`() throws {
        let recall = try Self.recall(
            gold: [
                (.indirect, "[S|Bo Ray] [C|said] [Q|the harbour is shut]."),
                (.reported, "[S|Ösa Orlan] [Q|has rejected the plan]."),
                (.direct, "[Q|“Not now,”] [S|she] [C|added]."),
            ],
            predicted: [
                "[S|Bo] Ray [C|said] the [Q|harbour is] shut.", "[S|Ösa Orlan] has [C|rejected] [Q|the plan].",
                "[Q|“Not now,”] she [C|added]. [S|Bo Ray] left.",
            ])
        #expect(recall.rows.map(\.found) == [1, 1, 0, 1, 3])
        #expect(recall.rows.map(\.rightSource) == [0, 1, 0, 1, 2])
        #expect(recall.rows.map(\.gold) == [1, 1, 0, 1, 3])
    }

    @Test func `the same name in another place is the right source`() throws {
        let recall = try Self.recall(
            gold: [(.direct, "[Q|“Not now,”] she [C|added]. [S|Bo Ray] left.")],
            predicted: [
                "[S|Bo Ray] said the harbour is shut. Ösa Orlan has rejected the plan. [Q|“Not now,”] she [C|added]."
            ])
        #expect(recall.rows.last?.rightSource == 1)
    }

    @Test func `less than half is not found`() throws {
        let recall = try Self.recall(
            gold: [(.indirect, "[S|Bo Ray] [C|said] [Q|the harbour is shut].")],
            predicted: ["[S|Bo Ray] [C|said] [Q|the] harbour is shut."])
        #expect(recall.rows.last?.found == 0)
    }
}

struct ConfidenceTableTests {
    @Test func `confidence is set against the share that was right`() throws {
        let text = "Bo Ray said the harbour is shut. Ösa Orlan has rejected the plan."
        let gold = attribution("[S|Bo Ray] [C|said] [Q|the harbour is shut].", in: text)
        let wrong = attribution(
            "Bo Ray [C|said] the harbour is shut. [S|Ösa Orlan] has rejected [Q|the plan].", in: text)
        let table = try ConfidenceTable(
            [.init(id: "a", text: text, gold: [gold], predicted: [gold, wrong])], confidences: [[0.84, 0.86]])
        #expect(table.bins[8].count == 2 && table.bins[8].right == 1)
        #expect(abs(table.expectedError - 0.35) < 1e-9)
    }
}
