/// How well one label was predicted.
public struct LabelScores<Label: Sendable & Equatable>: Sendable, Equatable {
    public let label: Label
    public let scores: PrecisionRecall

    init(_ label: Label, gold: [Label], predicted: [Label]) {
        (self.label, scores) = (label, PrecisionRecall(of: label, gold: gold, predicted: predicted))
    }

    /// One line of a table, in percent.
    func line(_ name: String) -> String {
        "  \(name.padded(to: 8)) P \(fixed(100 * scores.precision, 2)) R \(fixed(100 * scores.recall, 2)) "
            + "F1 \(fixed(100 * scores.f1, 2)) (n \(scores.gold))"
    }
}
