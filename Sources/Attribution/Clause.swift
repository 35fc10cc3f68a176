import Discourse

/// One sentence with what rules ask of it: active verbs, subjects, owners, the ends of complements.
struct Clause {
    let document: Document
    let speech: [PartOfSpeech]
    var isTaken: [Bool]
    let sentence: Range<Int>
    /// Whether *I* and *we* are subjects.
    var firstPersons = false

    func isNoun(_ token: Int) -> Bool { speech[token] == .noun || speech[token] == .nouns }

    /// Where a finite verb in the active voice starts with its auxiliaries and adverbs; nil for all other words.
    func startOfActiveVerb(_ token: Int) -> Int? {
        var (start, hasPerfect, isPassive, isNegated, hasModal) = (token, false, false, false, false)
        while start > sentence.lowerBound {
            let key = document.tokens[start - 1].key
            if Clause.perfect.contains(key) {
                hasPerfect = true
            } else if Clause.be.contains(key) {
                isPassive = true
            } else if Clause.negators.contains(key) {
                isNegated = true
            } else if Clause.modals.contains(key) {
                hasModal = true
            } else if speech[start - 1] != .adverb {
                break
            }
            start -= 1
        }
        if hasModal { return isNegated && !isPassive && !hasPerfect ? start : nil }
        switch speech[token] {
        case .past, .presentThird: return isPassive ? nil : start
        case .present: return isPassive || hasPerfect ? nil : start
        case .pastParticiple: return hasPerfect && !isPassive ? start : nil
        default: return nil
        }
    }

    /// The noun phrase that ends at `end`, if it is a name, a person's pronoun or has a name in it.
    ///
    /// - Parameter needsName: False lets any noun phrase pass.
    func subject(before end: Int, needsName: Bool = true) -> Range<Int>? {
        guard end > sentence.lowerBound, !isTaken[end - 1] else { return nil }
        if isFirstPerson(end - 1) { return firstPersons ? end - 1..<end : nil }
        if speech[end - 1] == .pronoun, Clause.persons.contains(document.tokens[end - 1].key) { return end - 1..<end }
        guard speech[end - 1] == .name || isNoun(end - 1) else { return nil }
        var start = end
        while start > sentence.lowerBound, !isTaken[start - 1], isPartOfNounPhrase(start - 1) { start -= 1 }
        while start < end, speech[start] == .adverb || speech[start] == .preposition { start += 1 }
        let hasName = (start..<end).contains {
            speech[$0] == .name || speech[$0] == .adjective && document.tokens[$0].shape == .capitalized
        }
        // A name after a preposition is no subject: "a spokesman for Varga" is, "the road to Orlan" is not worth the risk.
        guard start < end, hasName || !needsName, start == sentence.lowerBound || speech[start - 1] != .preposition
        else { return nil }
        return start..<end
    }

    func isFirstPerson(_ token: Int) -> Bool { Clause.firstPersons.contains(document.tokens[token].key) }

    private func isPartOfNounPhrase(_ token: Int) -> Bool {
        switch speech[token] {
        case .name, .noun, .nouns, .adjective, .determiner, .possessivePronoun, .possessive, .number: true
        case .preposition: document.tokens[token].key == Clause.like || document.tokens[token].key == Clause.of
        default: false
        }
    }

    /// The name before a possessive mark that stands before a word and its adjectives.
    func owner(before token: Int) -> Range<Int>? {
        var mark = token - 1
        while mark > sentence.lowerBound,
            speech[mark] == .adjective || speech[mark] == .pastParticiple || speech[mark] == .noun,
            document.tokens[mark].kind == .word
        {
            mark -= 1
        }
        guard mark > sentence.lowerBound, document.tokens[mark].kind == .clitic, speech[mark - 1] == .name else {
            return nil
        }
        var start = mark
        while start > sentence.lowerBound, speech[start - 1] == .name, !isTaken[start - 1] { start -= 1 }
        return start < mark ? start..<mark : nil
    }

    /// Where a complement ends: at a mark that closes the clause, or words that open another one.
    func end(from start: Int, stopsAtVerb: Bool) -> Int {
        var end = start
        while end < sentence.upperBound, !isTaken[end] {
            let token = document.tokens[end]
            if token.kind == .terminal || Clause.openers.contains(token.key) && end > start { break }
            let byte = document.utf8[Int(token.start)]
            if token.kind == .mark,
                byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":") || byte == 0xE2
            {
                break
            }
            if stopsAtVerb, speech[end].isFiniteVerb { break }
            end += 1
        }
        return end
    }

    private static let persons = keys("he she they")
    private static let firstPersons = keys("i we")
    private static let negators = keys("not n't never cannot")
    private static let modals = keys("do does did will would wo ca can could cannot shall should")
    private static let perfect = keys("has have had 've")
    private static let be = keys("is are was were be been being 's 're")
    private static let openers = keys("while but although though whereas despite")
    private static let like = WordKey("like")
    private static let of = WordKey("of")

    private static func keys(_ words: String) -> Set<WordKey> {
        words.split(separator: " ").reduce(into: []) { $0.insert(WordKey($1)) }
    }
}
