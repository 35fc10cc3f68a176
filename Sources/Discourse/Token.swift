/// A word, number or mark: a run of bytes of its document's text.
public struct Token: Sendable, Equatable {
    /// Half-open byte range into the text.
    public let start: Int32
    public let end: Int32
    public let kind: Kind
    public let shape: Shape
    /// The word in lower case, as a number.
    public let key: WordKey

    @inlinable public init(start: Int, end: Int, kind: Kind, shape: Shape, key: WordKey) {
        (self.start, self.end) = (Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: end))
        (self.kind, self.shape, self.key) = (kind, shape, key)
    }

    @inlinable public var bytes: Range<Int> { Int(start)..<Int(end) }

    public enum Kind: UInt8, Sendable {
        /// Letters, with inner apostrophes, hyphens and the full stops of abbreviations: `don't`, `cease-fire`, `U.S.`
        case word
        /// Digits with their separators: `5,000`, `3.5`, `2014`.
        case number
        /// `'s`, `n't`, `'re` and the like, cut from the word before them.
        case clitic
        /// `.`, `!`, `?`, `…` and runs of them.
        case terminal
        /// A quotation mark. An apostrophe inside a word is none.
        case quote
        /// An e-mail or web address, a hash tag or an `@name`.
        case address
        /// Any other mark.
        case mark
    }

    public enum Shape: UInt8, Sendable {
        case lower, capitalized, upper, mixed, other
    }
}
