/// A run of tokens that shares its document, as `Substring` shares a string.
public struct Passage: Sendable {
    public let document: Document
    /// Half-open range into `document.tokens`.
    public let tokens: Range<Int>

    public init(document: Document, tokens: Range<Int>) {
        (self.document, self.tokens) = (document, tokens)
    }

    /// From the start of the first token to the end of the last; empty for no tokens.
    public var bytes: Range<Int> {
        guard !tokens.isEmpty else { return 0..<0 }
        return document.tokens[tokens.lowerBound].bytes
            .lowerBound..<document.tokens[tokens.upperBound - 1].bytes.upperBound
    }

    /// The text, verbatim.
    public var text: String { document.text(bytes) }
}

extension Passage: Equatable {
    public static func == (a: Passage, b: Passage) -> Bool { a.document === b.document && a.tokens == b.tokens }
}
