/// A position toward a target.
public enum Stance: String, Sendable, CaseIterable {
    case favor, against, none
}

/// What the classifier says of one statement, and the words that say so.
///
/// The margin is the log-odds of favor over against. It is a whole number of millionths, as is each
/// contribution, so that the contributions sum to it exactly, also after printing six decimals.
public struct StanceScore: Sendable, Equatable {
    /// What the stance is toward, such as `peace-talks`.
    public let target: String
    public let label: Stance
    /// Calibrated probabilities; they sum to 1 up to rounding.
    public let favor: Double
    public let against: Double
    public let none: Double
    /// Support, or refusal, tied to stated terms.
    public let conditional: Bool
    /// Millionths of a logit, favor minus against: `contributions` plus `bias`, exactly.
    public let margin: Int
    /// What is left when no word speaks: intercepts and features of the whole statement.
    public let bias: Int
    /// What each word adds, in order of the words; every word with a non-zero share stands once.
    public let contributions: [Contribution]

    public init(
        target: String, label: Stance, favor: Double, against: Double, none: Double, conditional: Bool,
        margin: Int, bias: Int, contributions: [Contribution]
    ) {
        precondition(
            contributions.reduce(bias) { $0 + $1.weight } == margin, "contributions must sum to the margin exactly")
        (self.target, self.label, self.conditional) = (target, label, conditional)
        (self.favor, self.against, self.none) = (favor, against, none)
        (self.margin, self.bias, self.contributions) = (margin, bias, contributions)
    }

    /// P(favor) − P(against), -1...1.
    public var score: Double { favor - against }

    public struct Contribution: Sendable, Equatable {
        /// Index into the document's tokens.
        public let token: Int
        /// Millionths of a logit, favor minus against.
        public let weight: Int

        public init(token: Int, weight: Int) { (self.token, self.weight) = (token, weight) }
    }
}

/// A statement with its two numbers, which are never merged: tone and stance.
public struct ScoredStatement: Sendable {
    public let statement: Statement
    public let valence: Valence
    public let stance: StanceScore
    /// Toward the actors that the content names, in order of their first mentions.
    public let toneToward: [ToneToward]

    public init(statement: Statement, valence: Valence, stance: StanceScore, toneToward: [ToneToward] = []) {
        (self.statement, self.valence, self.stance) = (statement, valence, stance)
        self.toneToward = toneToward
    }
}
