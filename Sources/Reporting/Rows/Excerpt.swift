import Discourse

/// A piece of an article's text and where it stands there.
public struct Excerpt: Sendable, Equatable {
    /// Half-open, in Unicode code points into the stored text.
    public let span: Range<Int>
    /// The text at that place, verbatim.
    public let text: String

    public init(span: Range<Int>, text: String) { (self.span, self.text) = (span, text) }

    init(_ passage: Passage, _ codePoints: CodePoints) {
        self.init(span: codePoints[bytes: passage.bytes], text: passage.text)
    }
}
