/// What one word of an article adds to the stance margin of a statement.
public struct WordShare: Sendable, Equatable {
    public let word: Excerpt
    /// Millionths of a logit, favor minus against.
    public let weight: Int

    public init(word: Excerpt, weight: Int) { (self.word, self.weight) = (word, weight) }
}
