import Discourse

/// A statement of the outermost level with a known speaker, as comparisons see it.
struct StudyStatement: Sendable {
    let entry: TallyEntry
    /// Index of the article in the study.
    let article: Int
    /// Group of near-duplicate articles, as the index of its first article.
    let cluster: Int
    let text: String
    /// Whether words of it stand in quotation marks.
    let isQuoted: Bool
    /// Probability of its label, in ten-thousandths.
    let certainty: Int
    /// Whether the source does say it: neither denied, nor negated, nor withheld.
    let isSaid: Bool
    let conflict: String?
}

/// An article as comparisons see it.
struct StudyArticle: Sendable {
    let id: String
    let title: String?
    let outlet: String?
    let published: Day?
    let signature: ArticleSignature
    /// The first article of its group of near-duplicates, as an index; its own index for most.
    let cluster: Int
    let mentions: [Mentioned]
}

/// An actor that an article names, and how often.
public struct Mentioned: Sendable, Equatable {
    public let actor: Actor
    public let count: Int

    public init(actor: Actor, count: Int) { (self.actor, self.count) = (actor, count) }
}
