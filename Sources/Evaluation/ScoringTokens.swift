/// A text cut for measuring: runs of letters, digits and underscores, and single other marks.
///
/// This is deliberately not the segmentation of the analysis: a measure has to stay the same when that
/// changes. A run follows Python's `\w`: letters, whatever has a numeric value, and `_`.
struct ScoringTokens {
    /// The token of each byte; -1 for white space.
    private let tokenOfByte: [Int32]
    /// Whether each token is a run, not a mark.
    private let isWord: [Bool]
    private let utf8: [UInt8]

    init(_ utf8: [UInt8]) {
        var tokenOfByte: [Int32] = []
        tokenOfByte.reserveCapacity(utf8.count)
        var (isWord, isInWord) = ([Bool](), false)
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
            let kind = Kind(scalar)
            if kind == .mark || kind == .word && !isInWord { isWord.append(kind == .word) }
            isInWord = kind == .word
            let token = kind == .space ? -1 : Int32(isWord.count - 1)
            for _ in 0..<UTF8.width(scalar) { tokenOfByte.append(token) }
        }
        (self.tokenOfByte, self.isWord, self.utf8) = (tokenOfByte, isWord, utf8)
    }

    var utf8Count: Int { utf8.count }

    /// The tokens that byte ranges touch, in order, each once.
    func tokens(in ranges: [Range<Int>]) -> [Int32] {
        var tokens: [Int32] = []
        for range in ranges {
            var last: Int32 = -1
            for token in tokenOfByte[range] where token >= 0 && token != last {
                tokens.append(token)
                last = token
            }
        }
        guard ranges.count > 1 else { return tokens }
        return Set(tokens).sorted()
    }

    /// Whether two lists of tokens are the same words, letter by letter.
    func haveSameWords(_ a: [Int32], _ b: [Int32]) -> Bool {
        func words(_ tokens: [Int32]) -> [[UInt8]] {
            tokens.filter(isWord).map { token in zip(tokenOfByte, utf8).filter { $0.0 == token }.map(\.1) }
        }
        return a.count == b.count && words(a) == words(b)
    }

    func isWord(_ token: Int32) -> Bool { isWord[Int(token)] }

    /// Whether a range holds a double quotation mark, or one touches it.
    func hasQuote(in range: Range<Int>) -> Bool {
        var (start, end) = (max(0, range.lowerBound - 1), range.upperBound)
        while start > 0, utf8[start] & 0xC0 == 0x80 { start -= 1 }
        if end < utf8.count { end += 1 }
        while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
        return String(decoding: utf8[start..<end], as: UTF8.self).unicodeScalars.contains {
            ScoringTokens.quotes.contains($0)
        }
    }

    private static let quotes: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "‟", "«", "»", "″"]

    private enum Kind {
        case word, mark, space

        init(_ scalar: Unicode.Scalar) {
            if scalar.isASCII {
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9", "_": self = .word
                case "\t"..."\r", "\u{1C}"..." ": self = .space
                default: self = .mark
                }
            } else if scalar.properties.isWhitespace {
                self = .space
            } else {
                self = Kind.isWord(scalar) ? .word : .mark
            }
        }

        private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
                true
            default: scalar.properties.numericType != nil
            }
        }
    }
}
