/// The tone of a statement toward an actor that its content names.
public struct ToneToward: Sendable, Equatable {
    public let actor: Actor
    /// Means over the sentences that name the actor.
    public private(set) var positive: Double
    public private(set) var neutral: Double
    public private(set) var negative: Double
    public private(set) var sentences = 1

    public init(actor: Actor, _ score: ToneScore) {
        (self.actor, positive, neutral, negative) = (actor, score.positive, score.neutral, score.negative)
    }

    /// Takes one more sentence into the means.
    public mutating func add(_ score: ToneScore) {
        let count = Double(sentences)
        func mean(_ old: Double, _ new: Double) -> Double { (old * count + new) / (count + 1) }
        positive = mean(positive, score.positive)
        neutral = mean(neutral, score.neutral)
        negative = mean(negative, score.negative)
        sentences += 1
    }

    /// The likeliest tone; of equals the earlier of positive, neutral, negative.
    public var label: Tone {
        positive >= neutral && positive >= negative ? .positive : neutral >= negative ? .neutral : .negative
    }

    /// P(positive) − P(negative), -1...1.
    public var score: Double { positive - negative }
}
