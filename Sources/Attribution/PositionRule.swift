import Discourse
import TextFiles

/// Finds positions that the tagger passed over: *Varga has rejected the plan*, *Varga’s refusal to talk*.
///
/// A verb of the cue table counts when it is finite (or negated: *did not rule out*), in the active voice, outside quotations, and stands right
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
            try rows.filter { try $0.required("class") == kind }.reduce(into: []) {
                $0.insert(WordKey(try $1.required("word")))
            }
        }
        (nouns, participles) = (try words("noun"), try words("participle"))
    }

    /// Positions beside those that were found, in order of the text.
    ///
    /// - Parameter firstPersons: Whether *I* and *we* are subjects, of beliefs too: *I think*. They are inside what somebody
    ///   says, and are the author elsewhere.
    func callAsFunction(
        _ document: Document, speech: [PartOfSpeech], isQuoted: [Bool], beside found: [Attribution],
        firstPersons: Bool = false
    ) -> [Attribution] {
        var isTaken = isQuoted
        for attribution in found {
            for range in [attribution.cue].compactMap(\.self) + attribution.content {
                for token in range { isTaken[token] = true }
            }
        }
        var positions: [Attribution] = []
        for sentence in document.sentences {
            var clause = Clause(
                document: document, speech: speech, isTaken: isTaken, sentence: sentence, firstPersons: firstPersons)
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
        guard let kind = classes(token..<token + 1, in: clause.document), kind != .utterance,
            let start = clause.startOfActiveVerb(token), let subject = clause.subject(before: start),
            kind != .thought || clause.isFirstPerson(subject.lowerBound)
        else { return nil }
        let cue = token..<(classes.phrasal(at: token, in: clause.document) == nil ? token + 1 : token + 2)
        let end = clause.end(from: cue.upperBound, stopsAtVerb: false)
        guard end - token >= 3 else { return nil }
        return Attribution(source: subject, cue: cue, content: [cue.upperBound..<end], confidence: Self.confidence)
    }

    private func noun(at token: Int, in clause: Clause) -> Attribution? {
        let key = clause.document.tokens[token].key
        let isParticiple =
            participles.contains(key) && token + 1 < clause.sentence.upperBound && clause.isNoun(token + 1)
        guard isParticiple || nouns.contains(key) && clause.isNoun(token),
            let owner = clause.owner(before: token)
        else { return nil }
        let end = clause.end(from: token + 1, stopsAtVerb: true)
        guard end - token >= 3 else { return nil }
        return Attribution(
            source: owner, cue: token..<token + 1, content: [token + 1..<end], confidence: Self.confidence)
    }
}
