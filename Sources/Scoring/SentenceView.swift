import Discourse

/// The part of a sentence that is scored, with what its letters tell: names, capitals, the marks at its end.
struct SentenceView {
    let document: Document
    /// Half-open token ranges: the whole sentence, and the part of it that is scored.
    let sentence: Range<Int>
    let part: Range<Int>
    let masking: [Range<Int>]

    /// Whether the sentence is no title: it has a word in small letters that is long, or its last one.
    private let hasSmallWords: Bool
    /// Whether capitals mean nothing here, because every word is in them.
    private let isAllCapitals: Bool

    init(document: Document, sentence: Range<Int>, part: Range<Int>, masking: [Range<Int>]) {
        (self.document, self.sentence, self.part, self.masking) = (document, sentence, part, masking)
        var (hasSmallWords, isAllCapitals) = (false, true)
        let last = sentence.last { document.tokens[$0].kind == .word }
        // Most sentences are settled by one of their first words.
        for token in sentence where !hasSmallWords {
            let (shape, length) = (document.tokens[token].shape, document.tokens[token].bytes.count)
            if shape == .lower && (length > 3 || token == last) { hasSmallWords = true }
            if shape == .lower || shape == .mixed || shape == .capitalized && length > 2 { isAllCapitals = false }
        }
        (self.hasSmallWords, self.isAllCapitals) = (hasSmallWords, isAllCapitals)
    }

    private func shape(_ token: Int) -> Token.Shape { document.tokens[token].shape }

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
        case .upper: return hasSmallWords && [token - 1, token + 1].contains { isCapitalized($0) && !isStart($0) }
        }
    }

    func isMasked(_ tokens: Range<Int>) -> Bool {
        masking.contains { $0.overlaps(tokens) } || tokens.contains { isName($0) }
    }

    /// Whether the word is in capitals and others are not.
    func isShouted(_ token: Int) -> Bool {
        shape(token) == .upper && document.tokens[token].bytes.count > 1 && !isAllCapitals
    }

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
