import Discourse
import TextFiles

/// The verbs that report, by what they make of their complement: `Lexicons/cues/cues.tsv`.
struct CueClasses: Sendable {
    enum Class: String, Sendable {
        /// Tells what was said: *said*, *added*.
        case utterance
        /// Tells what was said when a clause or quotation follows, and is a position otherwise: *warned*.
        case either
        /// A belief: *thinks*.
        case thought
        /// The verb itself is the position: *condemned*.
        case position
    }

    private let classes: [WordKey: Class]
    /// Verbs with a particle: *rule out*.
    private let phrasal: [WordKey: (particle: WordKey, kind: Class)]

    init(path: String) throws {
        var classes: [WordKey: Class] = [:]
        var phrasal: [WordKey: (particle: WordKey, kind: Class)] = [:]
        for row in try TextTable(path: path).rows {
            guard let kind = Class(rawValue: try row.required("class")) else {
                throw row.error("class '\(try row.required("class"))' is none of utterance, either, thought, position")
            }
            let lemma = try row.required("lemma").split(separator: " ")
            for form in try row.required("forms").split(separator: " ") {
                if lemma.count == 2 {
                    phrasal[WordKey(form)] = (WordKey(lemma[1]), kind)
                } else {
                    classes[WordKey(form)] = kind
                }
            }
        }
        (self.classes, self.phrasal) = (classes, phrasal)
    }

    /// The class of a verb with the particle right behind it.
    func phrasal(at token: Int, in document: Document) -> Class? {
        guard let verb = phrasal[document.tokens[token].key], token + 1 < document.tokens.count,
            document.tokens[token + 1].key == verb.particle
        else { return nil }
        return verb.kind
    }

    /// The class of a cue: that of its last verb that is in the table.
    func callAsFunction(_ cue: Range<Int>, in document: Document) -> Class? {
        for index in cue.reversed() {
            if let kind = phrasal(at: index, in: document) ?? classes[document.tokens[index].key] { return kind }
        }
        return nil
    }
}
