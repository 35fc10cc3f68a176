import Discourse

/// A statement with its gold label, for training and measuring.
public struct LabelledStatement: Sendable {
    public let statement: Statement
    public let stance: Stance
    public let conditional: Bool
    /// How much the statement counts in training, at least 0; 1 for a label one is sure of.
    public let weight: Double
    /// What must not be split between training and test: the document it comes from.
    public let group: String
    /// Whether it was drawn without regard to its stance, so that the shares of the classes mean something.
    /// Probabilities are calibrated on such statements alone, where there are any.
    public let isNatural: Bool

    public init(
        statement: Statement, stance: Stance, conditional: Bool, weight: Double = 1, group: String,
        isNatural: Bool = true
    ) {
        precondition(weight >= 0, "a weight is not negative")
        (self.statement, self.stance, self.conditional) = (statement, stance, conditional)
        (self.weight, self.group, self.isNatural) = (weight, group, isNatural)
    }
}
