import Discourse
import TextFiles

/// Tells whether the source utters the content, from the cue and the auxiliaries before it: `Lexicons/cues/utterance.tsv`.
///
/// 1. A verb of keeping back and *to* before a verb of saying: withheld (*declined to comment*). Before any other verb
///    it is a position (*refused to leave*) and so is said.
/// 2. A negator before the cue's verb: withheld for a verb of saying after a modal (*would not say*), else negated.
/// 3. A subject that is nobody: negated. A verb of denial: denied.
struct UtteranceRule: Sendable {
    private let words: [Kind: Set<WordKey>]

    private enum Kind: String, CaseIterable {
        case negator, nobody, additive, modal, saying, denial
        case keepingBack = "keeping back"
    }

    /// - Throws: `FileError` when the table cannot be read, or lacks a row or has one too many.
    init(path: String) throws {
        var words: [Kind: Set<WordKey>] = [:]
        for row in try TextTable(path: path).rows {
            let name = try row.required("name")
            guard let kind = Kind(rawValue: name) else { throw row.error("no rule uses '\(name)'") }
            for word in try row.required("words").split(separator: " ") {
                words[kind, default: []].insert(WordKey(word))
            }
        }
        if let missing = Kind.allCases.first(where: { words[$0] == nil }) {
            throw FileError(path: path, reason: "has no row '\(missing.rawValue)'")
        }
        self.words = words
    }

    /// - Parameter source: The words that name the source, if there are any.
    func callAsFunction(source: Range<Int>?, cue: Range<Int>?, in document: Document) -> Statement.Utterance {
        guard let cue else { return .said }
        let sentence = document.sentences[document.sentence(of: cue.lowerBound)]
        let verbs = startOfVerbs(before: cue.lowerBound, sentence, document)..<cue.upperBound
        if keepsBack(verbs, sentence, document) { return .withheld }
        if let negator = verbs.first(where: { isWord($0, .negator, document) }),
            !isWord(negator + 1, .additive, document)
        {
            let hasModal = (verbs.lowerBound...negator).contains { isWord($0, .modal, document) }
            return hasModal && (negator..<verbs.upperBound).contains { isWord($0, .saying, document) }
                ? .withheld : .negated
        }
        if let source, isWord(source.lowerBound, .nobody, document) { return .negated }
        return cue.contains { isWord($0, .denial, document) } ? .denied : .said
    }

    private func keepsBack(_ verbs: Range<Int>, _ sentence: Range<Int>, _ document: Document) -> Bool {
        guard let verb = verbs.first(where: { isWord($0, .keepingBack, document) }) else { return false }
        return verb + 2 < sentence.upperBound && document.tokens[verb + 1].key == UtteranceRule.to
            && (verb + 2..<min(verb + 4, sentence.upperBound)).contains { isWord($0, .saying, document) }
    }

    /// The cue with the auxiliaries, negators, adverbs and verbs of keeping back before it.
    private func startOfVerbs(before cue: Int, _ sentence: Range<Int>, _ document: Document) -> Int {
        var start = cue
        while start > sentence.lowerBound, belongs(start - 1, document) { start -= 1 }
        return start
    }

    private func belongs(_ token: Int, _ document: Document) -> Bool {
        FormRule.isAuxiliary(token, in: document) || document.tokens[token].key == UtteranceRule.to
            || [.negator, .modal, .keepingBack].contains { isWord(token, $0, document) }
    }

    private func isWord(_ token: Int, _ kind: Kind, _ document: Document) -> Bool {
        document.tokens.indices.contains(token) && words[kind]!.contains(document.tokens[token].key)
    }

    private static let to = WordKey("to")
}
