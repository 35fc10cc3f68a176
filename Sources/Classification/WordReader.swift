import Discourse

/// Turns runs of tokens into the words that features are made of: names and numbers masked, marks dropped,
/// phrases found, reach of negators known.
///
/// People and places must not carry a position from one conflict to another, so all names read alike.
struct WordReader: Sendable {
    let lexicon: StanceLexicon
    let masksNames: Bool
    private let pronounI = WordKey("I").bits
    /// How many words a negator reaches forward at most.
    private let reach = 7

    init(lexicon: StanceLexicon, masksNames: Bool) {
        (self.lexicon, self.masksNames) = (lexicon, masksNames)
    }

    /// Appends the words of token runs, with a boundary after each run.
    func read(_ runs: [Range<Int>], of document: Document, into words: inout [ReadWord]) {
        for run in runs {
            let start = words.count
            append(run, of: document, to: &words)
            if words.count > start { words.append(boundary(at: run.upperBound - 1)) }
        }
        findEntries(&words)
        findNegations(&words)
    }

    private func boundary(at token: Int) -> ReadWord {
        ReadWord(token: Int32(token), key: 0, kind: .boundary, stem: 0)
    }

    private func append(_ run: Range<Int>, of document: Document, to words: inout [ReadWord]) {
        guard !run.isEmpty else { return }
        let titled = masksNames && isTitled(run, of: document)
        var inName = false
        for index in run {
            let token = document.tokens[index]
            var named = false
            switch token.kind {
            case .word, .clitic:
                if token.kind == .clitic, isPossessive(token, in: document.utf8) { continue }
                named = masksNames && !titled && isName(index, of: document)
                if named {
                    if !inName {
                        words.append(
                            ReadWord(token: Int32(index), key: ReadWord.nameKey, kind: .name, stem: ReadWord.nameKey))
                    }
                } else {
                    words.append(
                        ReadWord(
                            token: Int32(index), key: token.key.bits, kind: .word,
                            stem: Stem.key(of: document.utf8, in: token.bytes)))
                }
            case .number:
                words.append(
                    ReadWord(token: Int32(index), key: ReadWord.numberKey, kind: .number, stem: ReadWord.numberKey))
            case .terminal: words.append(boundary(at: index))
            case .mark:
                switch document.utf8[Int(token.start)] {
                case UInt8(ascii: ";"), UInt8(ascii: ":"), 0xE2: words.append(boundary(at: index))
                default: break
                }
            case .quote, .address: break
            }
            inName = named
        }
    }

    private func isPossessive(_ token: Token, in utf8: [UInt8]) -> Bool {
        utf8[Int(token.end) - 1] | 0x20 == UInt8(ascii: "s")
    }

    /// A capital makes a name, but for `I` and for the first word of a sentence or quotation, which is one
    /// only when another capital follows.
    private func isName(_ index: Int, of document: Document) -> Bool {
        let token = document.tokens[index]
        guard isCapital(token), token.key.bits != pronounI else { return false }
        guard opensSentence(index, of: document) else { return true }
        let next = index + 1
        guard next < document.tokens.count, document.tokens[next].start == token.end || token.end + 1 == document.tokens[next].start
        else { return false }
        let follower = document.tokens[next]
        return follower.kind == .word && isCapital(follower) && follower.key.bits != pronounI
            && lexicon.match { $0 == 0 ? token.key.bits : nil } == nil
    }

    private func isCapital(_ token: Token) -> Bool {
        token.kind == .word && (token.shape == .capitalized || token.shape == .upper || token.shape == .mixed)
    }

    private func opensSentence(_ index: Int, of document: Document) -> Bool {
        guard index > 0 else { return true }
        let before = document.tokens[index - 1]
        switch before.kind {
        case .quote, .terminal: return true
        case .mark:
            if document.utf8[Int(before.start)] == UInt8(ascii: ":") { return true }
        default: break
        }
        return document.sentences[document.sentence(of: index)].lowerBound == index
    }

    /// Whether a run is written as a title, with capitals on nearly all of its words.
    private func isTitled(_ run: Range<Int>, of document: Document) -> Bool {
        var (capitals, words) = (0, 0)
        for index in run where document.tokens[index].kind == .word {
            words += 1
            if isCapital(document.tokens[index]) { capitals += 1 }
        }
        return words >= 4 && capitals * 10 >= words * 7
    }

    private func findEntries(_ words: inout [ReadWord]) {
        var position = 0
        while position < words.count {
            guard words[position].kind == .word,
                let found = lexicon.match({ offset in
                    let index = position + offset
                    return index < words.count && words[index].kind == .word ? words[index].key : nil
                })
            else {
                position += 1
                continue
            }
            words[position].classes = found.classes
            position += found.length
        }
    }

    private func findNegations(_ words: inout [ReadWord]) {
        var negator = -1
        for index in words.indices {
            let word = words[index]
            if word.kind == .boundary || word.classes.intersects(lexicon.boundaries) || index - negator > reach {
                negator = -1
            }
            if negator >= 0 { words[index].negator = Int32(negator) }
            if word.classes.intersects(lexicon.negators) { negator = index }
        }
    }
}
