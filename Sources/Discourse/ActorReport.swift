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
    /// Words with the largest total weight for and against, with their weights in millionths of a logit.
    public let topTermsFavor: [TermWeight]
    public let topTermsAgainst: [TermWeight]
    /// What the interval is made of, in words: `articles`, `statements (Student's t)`, or why there is none.
    public let intervalBasis: String

    public init(
        actor: Actor, statements: Int, distinct: Int, articles: Int, clusters: Int, outlets: Int, firstDay: Day?,
        lastDay: Day?, sentiment: Estimate, stance: Estimate, counts: StanceCounts, conditionalShare: Double,
        topTermsFavor: [TermWeight], topTermsAgainst: [TermWeight], intervalBasis: String
    ) {
        (self.actor, self.statements, self.distinct, self.articles) = (actor, statements, distinct, articles)
        (self.clusters, self.outlets, self.firstDay, self.lastDay) = (clusters, outlets, firstDay, lastDay)
        (self.sentiment, self.stance, self.counts) = (sentiment, stance, counts)
        self.conditionalShare = conditionalShare
        (self.topTermsFavor, self.topTermsAgainst) = (topTermsFavor, topTermsAgainst)
        self.intervalBasis = intervalBasis
    }
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
