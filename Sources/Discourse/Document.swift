/// An article with its parts marked: paragraphs, sentences, tokens and quotations.
///
/// A document is immutable and shared; passages point into it. Every byte of the text that is not
/// white space belongs to exactly one token, every token to exactly one sentence, every sentence
/// to exactly one paragraph.
public final class Document: Sendable {
    public let article: Article
    /// The UTF-8 of `article.text`; all byte offsets index it.
    public let utf8: [UInt8]
    public let tokens: [Token]
    /// Half-open token ranges, in order, without gaps.
    public let sentences: [Range<Int>]
    public let paragraphs: [Paragraph]
    /// In order of their opening marks; inner quotations follow the one around them.
    public let quotations: [Quotation]

    public init(
        article: Article, utf8: [UInt8], tokens: [Token], sentences: [Range<Int>], paragraphs: [Paragraph],
        quotations: [Quotation]
    ) {
        self.article = article
        self.utf8 = utf8
        self.tokens = tokens
        self.sentences = sentences
        self.paragraphs = paragraphs
        self.quotations = quotations
    }

    public struct Paragraph: Sendable, Equatable {
        /// Half-open ranges into `tokens` and `sentences`.
        public let tokens: Range<Int>
        public let sentences: Range<Int>
        public let kind: Kind

        public init(tokens: Range<Int>, sentences: Range<Int>, kind: Kind) {
            (self.tokens, self.sentences, self.kind) = (tokens, sentences, kind)
        }

        public enum Kind: String, Sendable {
            /// The title, when the text begins with it.
            case headline
            case body
            /// One point of a list or summary.
            case bullet
            /// A heading over a section, or a label such as `Quick Takes`.
            case heading
            /// One entry of the list of sources at the end.
            case sources
        }
    }

    public struct Quotation: Sendable, Equatable {
        /// Half-open token range, with the marks.
        public let tokens: Range<Int>
        /// 0 for a quotation in plain text, 1 for one inside another.
        public let depth: Int
        /// How the quotation ends.
        public let closing: Closing

        public init(tokens: Range<Int>, depth: Int, closing: Closing) {
            (self.tokens, self.depth, self.closing) = (tokens, depth, closing)
        }

        public enum Closing: String, Sendable {
            case closed
            /// The paragraph ends without a closing mark and the next one opens with a mark: one quotation goes on.
            case continued
            /// A closing or opening mark is missing; the quotation was ended where the paragraph does.
            case repaired
        }
    }
}

extension Document {
    /// The text of a byte range.
    public func text(_ bytes: Range<Int>) -> String { String(decoding: utf8[bytes], as: UTF8.self) }

    public func text(of token: Int) -> String { text(tokens[token].bytes) }

    public func passage(_ tokens: Range<Int>) -> Passage { Passage(document: self, tokens: tokens) }

    public var whole: Passage { passage(tokens.indices) }

    /// The smallest run of tokens that covers a byte range; empty where the range holds none.
    public func tokens(covering bytes: Range<Int>) -> Range<Int> {
        let first = Document.search(tokens.count) { Int(tokens[$0].end) > bytes.lowerBound }
        let end = Document.search(tokens.count) { Int(tokens[$0].start) >= bytes.upperBound }
        return first..<max(first, end)
    }

    /// The index of the paragraph that holds a token.
    public func paragraph(of token: Int) -> Int {
        Document.search(paragraphs.count) { paragraphs[$0].tokens.upperBound > token }
    }

    /// The index of the sentence that holds a token.
    public func sentence(of token: Int) -> Int { Document.search(sentences.count) { sentences[$0].upperBound > token } }

    /// The first index for which `isPast` holds; it must hold for all after it.
    private static func search(_ count: Int, _ isPast: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isPast(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
