import Discourse

/// Turns runs of tokens into the words that features are made of: names and numbers masked, marks dropped,
/// phrases found, reach of negators known.
///
/// People and places must not carry a position from one conflict to another, so all names read alike.
struct WordReader: Sendable {
    let lexicon: StanceLexicon
    private let pronoun = WordKey("I").bits
    /// How many words a negator reaches forward at most.
    private static let reach = 7

    init(lexicon: StanceLexicon) { self.lexicon = lexicon }

    /// Replaces `words` by those of token runs, with a boundary after each run.
    func read(_ runs: [Range<Int>], of document: Document, into words: inout [ReadWord]) {
        words.removeAll(keepingCapacity: true)
        for run in runs {
            let start = words.count
            append(run, of: document, to: &words)
            if words.count > start { words.append(ReadWord(token: Int32(run.upperBound - 1), key: 0, kind: .boundary)) }
        }
        findEntries(&words)
        findNegations(&words)
    }

    private func append(_ run: Range<Int>, of document: Document, to words: inout [ReadWord]) {
        let titled = isTitled(run, of: document)
        var inName = false
        for index in run {
            guard let word = word(index, of: document, titled: titled) else { continue }
            if word.kind != .name || !inName { words.append(word) }
            inName = word.kind == .name
        }
    }

    /// Nil for marks that end no clause and for the possessive ending.
    private func word(_ index: Int, of document: Document, titled: Bool) -> ReadWord? {
        let token = document.tokens[index]
        switch token.kind {
        case .word:
            if !titled, isName(index, of: document) {
                return ReadWord(token: Int32(index), key: ReadWord.nameKey, kind: .name)
            }
            return ReadWord(token: Int32(index), key: token.key.bits, kind: .word)
        case .clitic:
            if document.utf8[Int(token.end) - 1] | 0x20 == UInt8(ascii: "s") { return nil }
            return ReadWord(token: Int32(index), key: token.key.bits, kind: .word)
        case .number: return ReadWord(token: Int32(index), key: ReadWord.numberKey, kind: .number)
        case .terminal: return ReadWord(token: Int32(index), key: 0, kind: .boundary)
        case .mark where endsClause(token, in: document.utf8):
            return ReadWord(token: Int32(index), key: 0, kind: .boundary)
        case .mark, .quote, .address: return nil
        }
    }

    /// Semicolons, colons and dashes; all dashes of general punctuation start with the byte E2.
    private func endsClause(_ token: Token, in utf8: [UInt8]) -> Bool {
        let byte = utf8[Int(token.start)]
        return byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":") || byte == 0xE2
    }

    /// A capital makes a name, but for `I` and for words of the lexicon, such as *Minister* or *Ceasefire*.
    /// The first word of a sentence or quotation is a name only when another capital follows.
    private func isName(_ index: Int, of document: Document) -> Bool {
        let token = document.tokens[index]
        guard hasCapital(token), token.key.bits != pronoun,
            lexicon.match({ $0 == 0 ? token.key.bits : nil }) == nil
        else { return false }
        guard opensSentence(index, of: document) else { return true }
        guard index + 1 < document.tokens.count else { return false }
        let next = document.tokens[index + 1]
        return hasCapital(next) && next.key.bits != pronoun && next.start <= token.end + 1
    }

    private func hasCapital(_ token: Token) -> Bool {
        token.kind == .word && (token.shape == .capitalized || token.shape == .upper || token.shape == .mixed)
    }

    private func opensSentence(_ index: Int, of document: Document) -> Bool {
        guard index > 0 else { return true }
        let before = document.tokens[index - 1]
        switch before.kind {
        case .quote, .terminal: return true
        case .mark where document.utf8[Int(before.start)] == UInt8(ascii: ":"): return true
        default: return document.sentences[document.sentence(of: index)].lowerBound == index
        }
    }

    /// Whether a run is written as a title, with capitals on nearly all of its words; then they mask nothing.
    private func isTitled(_ run: Range<Int>, of document: Document) -> Bool {
        var (capitals, words) = (0, 0)
        for index in run where document.tokens[index].kind == .word {
            words += 1
            if hasCapital(document.tokens[index]) { capitals += 1 }
        }
        return words >= 4 && capitals * 10 >= words * 7
    }

    private func findEntries(_ words: inout [ReadWord]) {
        var position = 0
        while position < words.count {
            let found = lexicon.match { offset in
                let index = position + offset
                return index < words.count && words[index].kind == .word ? words[index].key : nil
            }
            if let found { words[position].classes = found.classes }
            position += found?.length ?? 1
        }
    }

    private func findNegations(_ words: inout [ReadWord]) {
        var negator = -1
        for index in words.indices {
            let word = words[index]
            if word.kind == .boundary || word.classes.intersects(lexicon.boundaries)
                || index - negator > WordReader.reach
            {
                negator = -1
            }
            words[index].negator = Int32(negator)
            if word.classes.intersects(lexicon.negators) { negator = index }
        }
    }
}
