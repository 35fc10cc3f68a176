import Discourse

/// The words that name a speaker, and where their statement lies: what a speaker is resolved from.
public struct Source: Sendable, Equatable {
    /// The source's words; nil when there are none near.
    public let passage: Passage?
    /// Half-open range of the document's tokens that holds the cue and the content.
    public let statementTokens: Range<Int>

    public init(passage: Passage?, statementTokens: Range<Int>) {
        (self.passage, self.statementTokens) = (passage, statementTokens)
    }
}
