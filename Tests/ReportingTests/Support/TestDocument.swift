import Discourse

/// A document made with the plainest of rules: words are runs of letters and digits, other characters stand
/// alone, a sentence ends at a full stop, a paragraph at a line break.
enum TestDocument {
    static func of(_ article: Article) -> Document {
        let utf8 = Array(article.text.utf8)
        let tokens = tokens(article.text)
        var (sentences, paragraphs) = ([Range<Int>](), [Document.Paragraph]())
        var (sentenceStart, paragraphStart, firstSentence) = (0, 0, 0)
        for index in tokens.indices {
            let isLast = index + 1 == tokens.count
            let gap = isLast ? [] : utf8[Int(tokens[index].end)..<Int(tokens[index + 1].start)]
            let endsParagraph = isLast || gap.contains(0x0A)
            if endsParagraph || tokens[index].kind == .terminal {
                sentences.append(sentenceStart..<index + 1)
                sentenceStart = index + 1
            }
            guard endsParagraph else { continue }
            paragraphs.append(
                Document.Paragraph(
                    tokens: paragraphStart..<index + 1, sentences: firstSentence..<sentences.count, kind: .body))
            (paragraphStart, firstSentence) = (index + 1, sentences.count)
        }
        return Document(
            article: article, utf8: utf8, tokens: tokens, sentences: sentences, paragraphs: paragraphs, quotations: [])
    }

    private static func tokens(_ text: String) -> [Token] {
        var tokens: [Token] = []
        var position = 0
        var word = 0..<0
        func close() {
            if !word.isEmpty { tokens.append(token(text, word, .word)) }
            word = 0..<0
        }
        for scalar in text.unicodeScalars {
            let next = position + scalar.utf8.count
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word = (word.isEmpty ? position : word.lowerBound)..<next
            } else {
                close()
                let kind: Token.Kind = scalar == "." ? .terminal : .mark
                if !scalar.properties.isWhitespace { tokens.append(token(text, position..<next, kind)) }
            }
            position = next
        }
        close()
        return tokens
    }

    private static func token(_ text: String, _ bytes: Range<Int>, _ kind: Token.Kind) -> Token {
        let key = WordKey(String(decoding: Array(text.utf8)[bytes], as: UTF8.self))
        return Token(start: bytes.lowerBound, end: bytes.upperBound, kind: kind, shape: .other, key: key)
    }
}

extension Document {
    /// The tokens that lie in a range of bytes.
    func passage(bytes: Range<Int>) -> Passage {
        let first = tokens.firstIndex { $0.bytes.lowerBound >= bytes.lowerBound }!
        let last = tokens.lastIndex { $0.bytes.upperBound <= bytes.upperBound }!
        return passage(first..<last + 1)
    }
}
