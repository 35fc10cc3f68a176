/// What a text says of a target in tone, and the words that say so.
///
/// The margin is the log-odds of positive over negative, a whole number of millionths as each contribution is, so
/// that the contributions sum to it exactly.
public struct ToneScore: Sendable, Equatable {
    public let label: Tone
    /// Calibrated probabilities; they sum to 1 up to rounding.
    public let positive: Double
    public let neutral: Double
    public let negative: Double
    /// Millionths of a logit, positive minus negative: `contributions` plus `bias`, exactly.
    public let margin: Int
    /// What is left when no word speaks.
    public let bias: Int
    /// What each word adds, in order of the words; every word with a non-zero share stands once.
    public let contributions: [StanceScore.Contribution]

    public init(
        label: Tone, positive: Double, neutral: Double, negative: Double, margin: Int, bias: Int,
        contributions: [StanceScore.Contribution]
    ) {
        precondition(
            contributions.reduce(bias) { $0 + $1.weight } == margin, "contributions must sum to the margin exactly")
        (self.label, self.positive, self.neutral, self.negative) = (label, positive, neutral, negative)
        (self.margin, self.bias, self.contributions) = (margin, bias, contributions)
    }

    /// P(positive) − P(negative), -1...1.
    public var score: Double { positive - negative }
}
