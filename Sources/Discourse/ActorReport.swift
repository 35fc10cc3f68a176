/// A mean with the interval that resampling gives.
public struct Estimate: Sendable, Equatable {
    public let mean: Double
    /// 95 % interval; nil where there is too little to resample.
    public let interval: ClosedRange<Double>?

    public init(mean: Double, interval: ClosedRange<Double>?) { (self.mean, self.interval) = (mean, interval) }
}

/// One row of the table of actors.
public struct ActorReport: Sendable, Equatable {
    public let actor: Actor
    public let statements: Int
    /// Statements without their copies: the same words in articles that copy one another count once.
    public let distinct: Int
    public let articles: Int
    /// Groups of articles that copy one another, articles without a copy among them.
    public let clusters: Int
    public let outlets: Int
    public let firstDay: Day?
    public let lastDay: Day?
    public let sentiment: Estimate
    public let stance: Estimate
    public let counts: StanceCounts
    public let conditionalShare: Double
    /// The words behind the actor's margin.
    public let words: ActorWords
    /// What the interval is made of, in words: `articles`, `statements (Student's t)`, or why there is none.
    public let intervalBasis: String

    public init(
        actor: Actor, statements: Int, distinct: Int, articles: Int, clusters: Int, outlets: Int, firstDay: Day?,
        lastDay: Day?, sentiment: Estimate, stance: Estimate, counts: StanceCounts, conditionalShare: Double,
        words: ActorWords, intervalBasis: String
    ) {
        (self.actor, self.statements, self.distinct, self.articles) = (actor, statements, distinct, articles)
        (self.clusters, self.outlets, self.firstDay, self.lastDay) = (clusters, outlets, firstDay, lastDay)
        (self.sentiment, self.stance, self.counts) = (sentiment, stance, counts)
        (self.conditionalShare, self.words, self.intervalBasis) = (conditionalShare, words, intervalBasis)
    }
}

/// How the words of an actor's statements add up to its margin; copies of a statement count once.
///
/// All numbers are millionths of a logit, favor minus against, summed over the statements:
/// `margin` = `favor` + `against` + `other` + `rest`, exactly.
public struct ActorWords: Sendable, Equatable {
    /// The words with the largest total weight for, largest first; function words are not listed.
    public let favor: [TermWeight]
    /// The same against.
    public let against: [TermWeight]
    /// All other words together: the function words, and those that weigh less.
    public let other: Int
    /// What no single word carries.
    public let rest: Int

    public init(favor: [TermWeight], against: [TermWeight], other: Int, rest: Int) {
        (self.favor, self.against, self.other, self.rest) = (favor, against, other, rest)
    }

    /// The margins of the statements, summed.
    public var margin: Int { (favor + against).reduce(other + rest) { $0 + $1.weight } }
}

public struct StanceCounts: Sendable, Equatable {
    public var favor = 0
    public var against = 0
    public var none = 0

    public init(favor: Int = 0, against: Int = 0, none: Int = 0) {
        (self.favor, self.against, self.none) = (favor, against, none)
    }
}

public struct TermWeight: Sendable, Equatable {
    public let term: String
    /// Millionths of a logit, favor minus against.
    public let weight: Int

    public init(term: String, weight: Int) { (self.term, self.weight) = (term, weight) }
}
