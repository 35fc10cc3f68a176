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

    init(path: String) throws {
        var classes: [WordKey: Class] = [:]
        for row in try TextTable(path: path).rows {
            guard let kind = Class(rawValue: try row.required("class")) else {
                throw row.error("class '\(try row.required("class"))' is none of utterance, either, thought, position")
            }
            for form in try row.required("forms").split(separator: " ") { classes[WordKey(form)] = kind }
        }
        self.classes = classes
    }

    /// The class of a cue: that of its last verb that is in the table.
    func callAsFunction(_ cue: Range<Int>, in document: Document) -> Class? {
        for index in cue.reversed() { if let kind = classes[document.tokens[index].key] { return kind } }
        return nil
    }
}
