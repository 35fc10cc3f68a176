import Discourse
import Segmentation
import TestSupport
import Testing

struct SegmenterTests {
    private static let pieces = [
        "The", "envoy", "said", "Gen.", "U.S.", "don’t", "'s", "“", "”", "\"", "'", "‘", "’", "«", ".", "!", "?", "…",
        ",", "(",
        ")", "•", "-", "–", "\n", "\n\n", "\r\n", "\r", "\u{2028}", "\u{A0}", "\u{FEFF}", "\u{0}", "5", "3.5", "é",
        "e\u{301}",
        "平和", "🕊️", "https://a.b/c", "@x", "#", "&", "\u{FFFD}", "a.m.", "Sources:",
    ]

    @Test(arguments: 0..<300)
    func `every byte belongs somewhere, whatever the text`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in
            Self.pieces.randomElement(using: &random)! + (Bool.random(using: &random) ? " " : "")
        }.joined()
        let document = Document.of(text)

        var position = 0
        for token in document.tokens {
            #expect(token.start >= position && token.end > token.start)
            #expect(isSpace(document.text(position..<Int(token.start))))
            position = Int(token.end)
        }
        #expect(isSpace(document.text(position..<document.utf8.count)))
        #expect(covers(document.sentences, document.tokens.count))
        #expect(covers(document.paragraphs.map(\.tokens), document.tokens.count))
        #expect(covers(document.paragraphs.map(\.sentences), document.sentences.count))
        for quotation in document.quotations {
            let paragraph = document.paragraphs[document.paragraph(of: quotation.tokens.lowerBound)]
            #expect(!quotation.tokens.isEmpty && quotation.tokens.upperBound <= paragraph.tokens.upperBound)
        }
    }

    @Test func `a hundred thousand quotation marks are no trouble`() {
        let document = Document.of(String(repeating: "\" ' “ ", count: 33_334))
        #expect(document.tokens.count == 100_002)
    }

    private func isSpace(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.value < 0x20 || $0.value == 0xFEFF }
    }

    /// Whether the ranges follow one another without gaps from 0 to the count.
    private func covers(_ ranges: [Range<Int>], _ count: Int) -> Bool {
        var end = 0
        for range in ranges {
            guard range.lowerBound == end, !range.isEmpty else { return false }
            end = range.upperBound
        }
        return end == count
    }
}
