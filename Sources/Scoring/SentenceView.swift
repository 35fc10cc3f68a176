import Discourse

/// The part of a sentence that is scored, with what its letters tell: names, capitals, the marks at its end.
struct SentenceView {
    let document: Document
    /// Half-open token ranges: the whole sentence, and the part of it that is scored.
    let sentence: Range<Int>
    let part: Range<Int>
    let masking: [Range<Int>]

    private func shape(_ token: Int) -> Token.Shape { document.tokens[token].shape }

    private func byteCount(_ token: Int) -> Int { document.tokens[token].bytes.count }

    /// Whether the sentence has words in small letters that are long enough not to be the small words of a title.
    private var hasSmallWords: Bool { sentence.contains { shape($0) == .lower && byteCount($0) > 3 } }

    /// Whether capitals mean nothing here, because every word is in them.
    private var isAllCapitals: Bool {
        !sentence.contains { shape($0) == .lower || shape($0) == .mixed || shape($0) == .capitalized && byteCount($0) > 2 }
    }

    /// Whether a word is written like a name: one capital, or several, at the front. *I* is none.
    private func isCapitalized(_ token: Int) -> Bool {
        guard sentence.contains(token), document.tokens[token].kind == .word else { return false }
        switch shape(token) {
        case .capitalized, .mixed: return document.tokens[token].key != Self.firstPerson
        case .lower, .upper, .other: return false
        }
    }

    private static let firstPerson = WordKey("i")

    /// Whether a sentence, or one inside it after a mark such as a quotation mark or colon, begins here.
    private func isStart(_ token: Int) -> Bool {
        var token = token
        while token > sentence.lowerBound {
            switch document.tokens[token - 1].kind {
            case .quote, .terminal: return true
            case .mark:
                let mark = document.utf8[document.tokens[token - 1].bytes.lowerBound]
                if mark == UInt8(ascii: ":") || mark >= 0x80 { return true }
                token -= 1
                guard token == sentence.lowerBound else { return false }
            case .word, .number, .clitic, .address: return false
            }
        }
        return true
    }

    /// Whether the word is part of a name, which carries no tone.
    ///
    /// A capitalised word inside a sentence is; one at the start only with another after it (*Hope Hicks
    /// resigned*); one in capitals only beside a capitalised one, since it may as well be shouted. In a
    /// title, where every word has a capital, nothing can be told and nothing is masked.
    func isName(_ token: Int) -> Bool {
        switch shape(token) {
        case .lower, .other: return false
        case .capitalized, .mixed:
            guard isCapitalized(token), hasSmallWords else { return false }
            return !isStart(token) || isCapitalized(token + 1)
        case .upper: return hasSmallWords && (isCapitalized(token - 1) || isCapitalized(token + 1))
        }
    }

    func isMasked(_ tokens: Range<Int>) -> Bool {
        masking.contains { $0.overlaps(tokens) } || tokens.contains { isName($0) }
    }

    /// Whether the word is in capitals and others are not.
    func isShouted(_ token: Int) -> Bool { shape(token) == .upper && byteCount(token) > 1 && !isAllCapitals }

    /// The exclamation and question marks at the ends of clauses.
    var marks: (exclamations: Int, questions: Int) {
        var marks = (exclamations: 0, questions: 0)
        for token in part where document.tokens[token].kind == .terminal {
            for byte in document.utf8[document.tokens[token].bytes] {
                if byte == UInt8(ascii: "!") { marks.exclamations += 1 }
                if byte == UInt8(ascii: "?") { marks.questions += 1 }
            }
        }
        return marks
    }
}
