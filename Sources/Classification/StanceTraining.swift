import Discourse

/// A trained model with what cross-validation says of it.
public struct StanceTraining: Sendable {
    public let model: StanceModel
    /// One for each statement in order, judged by a model that has not seen its document, calibrated as the
    /// final model is.
    public let crossValidated: [JudgedStance]
}

/// A gold label beside what a classifier says.
public struct JudgedStance: Sendable, Equatable {
    public let gold: Stance
    public let label: Stance
    public let favor, against, none: Double
    public let isGoldConditional, isConditional: Bool
    /// Whether the statement was drawn without regard to its stance.
    public let isNatural: Bool

    public init(
        gold: Stance, label: Stance, favor: Double, against: Double, none: Double, isGoldConditional: Bool,
        isConditional: Bool, isNatural: Bool
    ) {
        (self.gold, self.label) = (gold, label)
        (self.favor, self.against, self.none) = (favor, against, none)
        (self.isGoldConditional, self.isConditional) = (isGoldConditional, isConditional)
        self.isNatural = isNatural
    }

    public init(_ example: LabelledStatement, _ score: StanceScore) {
        self.init(
            gold: example.stance, label: score.label, favor: score.favor, against: score.against, none: score.none,
            isGoldConditional: example.conditional, isConditional: score.conditional, isNatural: example.isNatural)
    }
}
