import Discourse
import TextFiles

/// Finds positions that the tagger passed over: *Varga has rejected the plan*, *Varga’s refusal to talk*.
///
/// A verb of the cue table counts when it is finite, in the active voice, outside quotations, and stands right
/// after a name, a person's pronoun or a group with a name in it; a noun of the table when a name owns it.
/// Words that belong to an attribution already are left alone.
struct PositionRule: Sendable {
    private let classes: CueClasses
    private let nouns: Set<WordKey>
    private let participles: Set<WordKey>

    /// What the rules find is right about this often (see Models/attribution.md).
    private static let confidence = 0.5

    /// - Parameter folder: With `cues.tsv` and `nouns.tsv`.
    init(folder: String, classes: CueClasses) throws {
        self.classes = classes
        let rows = try TextTable(path: folder + "/nouns.tsv").rows
        func words(_ kind: String) throws -> Set<WordKey> {
            try rows.filter { try $0.required("class") == kind }.reduce(into: []) { $0.insert(WordKey(try $1.required("word"))) }
        }
        (nouns, participles) = (try words("noun"), try words("participle"))
    }

    /// Positions beside those that were found, in order of the text.
    func callAsFunction(
        _ document: Document, speech: [PartOfSpeech], isQuoted: [Bool], beside found: [Attribution]
    ) -> [Attribution] {
        var isTaken = isQuoted
        for attribution in found {
            for range in [attribution.cue].compactMap(\.self) + attribution.content { for token in range { isTaken[token] = true } }
        }
        var positions: [Attribution] = []
        for sentence in document.sentences {
            var clause = Clause(document: document, speech: speech, isTaken: isTaken, sentence: sentence)
            for token in sentence where !clause.isTaken[token] {
                guard let position = verb(at: token, in: clause) ?? noun(at: token, in: clause) else { continue }
                for range in position.content { for token in range { clause.isTaken[token] = true } }
                positions.append(position)
            }
        }
        return positions
    }
}

// MARK: - Verbs and nouns

extension PositionRule {
    private func verb(at token: Int, in clause: Clause) -> Attribution? {
        guard let kind = classes(token..<token + 1, in: clause.document), kind == .position || kind == .either,
            let start = clause.startOfActiveVerb(token), let subject = clause.subject(before: start)
        else { return nil }
        let end = clause.end(from: token + 1, stopsAtVerb: false)
        guard end - token >= 3 else { return nil }
        return Attribution(source: subject, cue: token..<token + 1, content: [token + 1..<end], confidence: Self.confidence)
    }

    private func noun(at token: Int, in clause: Clause) -> Attribution? {
        let key = clause.document.tokens[token].key
        let isParticiple = participles.contains(key) && token + 1 < clause.sentence.upperBound && clause.isNoun(token + 1)
        guard isParticiple || nouns.contains(key) && clause.isNoun(token),
            let owner = clause.owner(before: token)
        else { return nil }
        let end = clause.end(from: token + 1, stopsAtVerb: true)
        guard end - token >= 3 else { return nil }
        return Attribution(source: owner, cue: token..<token + 1, content: [token + 1..<end], confidence: Self.confidence)
    }
}

/// One sentence with what the rules ask of it.
private struct Clause {
    let document: Document
    let speech: [PartOfSpeech]
    var isTaken: [Bool]
    let sentence: Range<Int>

    func isNoun(_ token: Int) -> Bool { speech[token] == .noun || speech[token] == .nouns }

    /// Where a finite verb in the active voice starts with its auxiliaries and adverbs; nil for all other words.
    func startOfActiveVerb(_ token: Int) -> Int? {
        var (start, hasPerfect, isPassive) = (token, false, false)
        while start > sentence.lowerBound {
            let key = document.tokens[start - 1].key
            if Clause.perfect.contains(key) { hasPerfect = true } else if Clause.be.contains(key) { isPassive = true } else if speech[start - 1] != .adverb { break }
            start -= 1
        }
        switch speech[token] {
        case .past, .presentThird: return isPassive ? nil : start
        case .present: return isPassive || hasPerfect ? nil : start
        case .pastParticiple: return hasPerfect && !isPassive ? start : nil
        default: return nil
        }
    }

    /// The noun phrase that ends at `end`, if it is a name, a person's pronoun or has a name in it.
    func subject(before end: Int) -> Range<Int>? {
        guard end > sentence.lowerBound, !isTaken[end - 1] else { return nil }
        if speech[end - 1] == .pronoun, Clause.persons.contains(document.tokens[end - 1].key) { return end - 1..<end }
        guard speech[end - 1] == .name || isNoun(end - 1) else { return nil }
        var start = end
        while start > sentence.lowerBound, !isTaken[start - 1], isPartOfNounPhrase(start - 1) { start -= 1 }
        while start < end, speech[start] == .adverb || speech[start] == .preposition { start += 1 }
        let hasName = (start..<end).contains { speech[$0] == .name || speech[$0] == .adjective && document.tokens[$0].shape == .capitalized }
        // A name after a preposition is no subject: "a spokesman for Varga" is, "the road to Orlan" is not worth the risk.
        guard start < end, hasName, start == sentence.lowerBound || speech[start - 1] != .preposition else { return nil }
        return start..<end
    }

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
        while mark > sentence.lowerBound, speech[mark] == .adjective || speech[mark] == .pastParticiple || speech[mark] == .noun, document.tokens[mark].kind == .word {
            mark -= 1
        }
        guard mark > sentence.lowerBound, document.tokens[mark].kind == .clitic, speech[mark - 1] == .name else { return nil }
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
            if token.kind == .mark, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":") || byte == 0xE2 { break }
            if stopsAtVerb, speech[end].isFiniteVerb { break }
            end += 1
        }
        return end
    }

    private static let persons = keys("he she they")
    private static let perfect = keys("has have had 've")
    private static let be = keys("is are was were be been being 's 're")
    private static let openers = keys("while but although though whereas despite")
    private static let like = WordKey("like")
    private static let of = WordKey("of")

    private static func keys(_ words: String) -> Set<WordKey> {
        words.split(separator: " ").reduce(into: []) { $0.insert(WordKey($1)) }
    }
}
