import Discourse

/// The second pass: tokens of a paragraph into sentences.
struct SentenceFinder {
    let utf8: [UInt8]
    let tokens: [Token]
    /// Indices of tokens that close a quotation.
    let closing: Set<Int>

    /// Appends the sentences of a paragraph; together they cover it.
    func appendSentences(of paragraph: Range<Int>, to sentences: inout [Range<Int>]) {
        var first = paragraph.lowerBound
        var index = first
        while index < paragraph.upperBound {
            let next = endOfClosers(after: index + 1, paragraph.upperBound)
            if next < paragraph.upperBound, endsSentence(index, next) {
                sentences.append(first..<next)
                first = next
            }
            index += 1
        }
        if first < paragraph.upperBound { sentences.append(first..<paragraph.upperBound) }
    }

    /// Passes over the quotation marks and brackets that close right after a sentence.
    private func endOfClosers(after index: Int, _ end: Int) -> Int {
        var index = index
        while index < end, isCloser(index) { index += 1 }
        return index
    }

    private func isCloser(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.kind == .quote { return closing.contains(index) }
        let byte = utf8[Int(token.start)]
        return token.kind == .mark && (byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]"))
    }

    /// Whether the token at `index` ends a sentence, when `next` is the first token after it and its closers.
    private func endsSentence(_ index: Int, _ next: Int) -> Bool {
        let token = tokens[index]
        switch token.kind {
        case .terminal:
            return startsSentence(next) || isStandAlone(token) && tokens[next].shape != .lower
        case .word where utf8[Int(token.end) - 1] == UInt8(ascii: "."):
            return abbreviationEndsSentence(index, next)
        default:
            return false
        }
    }

    /// `!` and `?` end a sentence also before a number or a mark; a full stop only before what can start one.
    private func isStandAlone(_ token: Token) -> Bool { utf8[Int(token.start)] != UInt8(ascii: ".") }

    private func startsSentence(_ next: Int) -> Bool {
        let token = tokens[next]
        switch token.kind {
        case .word, .address: return token.shape != .lower
        case .number, .quote: return true
        case .mark:
            switch utf8[Int(token.start)] {
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"), UInt8(ascii: "-"):
                return false
            default: return true
            }
        case .clitic, .terminal: return false
        }
    }

    /// After *U.S.* or *Inc.* a sentence ends only before a word that commonly starts one.
    private func abbreviationEndsSentence(_ index: Int, _ next: Int) -> Bool {
        let token = tokens[index]
        guard token.bytes.count > 2 else { return false }
        let stem = WordKey(utf8: utf8.span.extracting(Int(token.start)..<Int(token.end) - 1))
        if Abbreviations.table[stem] == .title { return false }
        let follower = tokens[next]
        return follower.shape == .capitalized && SentenceFinder.starters.contains(follower.key)
    }

    private static let starters: Set<WordKey> = """
        the a an this that these those he she it they we i you his her its their our in on at but and for as if when while \
        after before since there what who how why where both some many most all no not yet so still however meanwhile
        """.split(separator: " ").reduce(into: []) { $0.insert(WordKey($1)) }
}
