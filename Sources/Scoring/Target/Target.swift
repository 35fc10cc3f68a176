import Discourse

/// Somebody or something that is named in a text, toward which tone is asked for.
public struct Target: Sendable, Equatable {
    /// The tokens that name it, inside one sentence.
    public let mention: Passage
    /// What may be looked at, such as the content of a statement; it holds the mention. The sentence of the mention
    /// bounds it in any case.
    public let bounds: Range<Int>

    /// - Parameter bounds: Half-open token range; nil for the whole sentence.
    public init(mention: Passage, within bounds: Range<Int>? = nil) {
        (self.mention, self.bounds) = (mention, bounds ?? mention.document.tokens.indices)
    }
}
