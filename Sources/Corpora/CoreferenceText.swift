import Discourse
import TextFiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A text with its mentions and the entities they mean, from CoNLL-U with `Entity` brackets in the last column
/// (CorefUD: universaldependencies.org/format.html and ufal.mff.cuni.cz/corefud).
public struct CoreferenceText: Sendable {
    public let id: String
    /// Paragraphs with a blank line between them, sentences with a space.
    public let text: String
    /// In order of their first words.
    public let mentions: [Mention]

    public struct Mention: Sendable, Equatable {
        /// Mentions of one entity have the same number.
        public let entity: String
        /// Such as `person` or `organization`.
        public let type: String
        /// Half-open byte range into the text.
        public let bytes: Range<Int>
        /// Whether it is a personal pronoun and no more, by the tag of its one word.
        public let isPronoun: Bool
        /// Whether it holds a proper noun.
        public let isNamed: Bool
    }

    /// Reads all documents of a file.
    ///
    /// - Throws: `FileError` with the line of a row that has no ten columns, or a bracket that closes nothing.
    public static func read(path: String) throws -> [CoreferenceText] {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw FileError(path: path, reason: "cannot be read")
        }
        var texts: [CoreferenceText] = []
        var builder: Builder?
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("# newdoc id = ") {
                if let builder { texts.append(builder.finished) }
                builder = Builder(id: String(line.dropFirst("# newdoc id = ".count)))
            } else if line.hasPrefix("# newpar") {
                builder?.startParagraph()
            } else if !line.isEmpty, line.utf8.first != UInt8(ascii: "#") {
                if builder == nil { builder = Builder(id: path) }
                if let reason = builder!.add(line) { throw FileError(path: path, line: index + 1, reason: reason) }
            }
        }
        if let builder { texts.append(builder.finished) }
        return texts
    }
}

extension CoreferenceText {
    /// A text on its way.
    private struct Builder {
        let id: String
        private var text = ""
        private var mentions: [Mention] = []
        private var open: [Opening] = []
        private var word = 0
        private var isTight = true

        init(id: String) { self.id = id }

        private struct Opening {
            let entity: String
            let type: String
            let start: Int
            let word: Int
            var isNamed = false
        }

        var finished: CoreferenceText {
            CoreferenceText(
                id: id, text: text,
                mentions: mentions.sorted {
                    ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound)
                })
        }

        mutating func startParagraph() {
            if !text.isEmpty { text += "\n\n" }
            isTight = true
        }

        /// Adds a row; returns what is wrong with it.
        mutating func add(_ line: Substring) -> String? {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count == 10 else { return "has \(columns.count) columns, not 10" }
            guard Int(columns[0]) != nil else { return nil }
            if !isTight { text += " " }
            let start = text.utf8.count
            text += columns[1]
            word += 1
            let misc = columns[9].split(separator: "|")
            isTight = misc.contains("SpaceAfter=No")
            let brackets = misc.first { $0.hasPrefix("Entity=") }?.dropFirst("Entity=".count) ?? ""
            return read(brackets, start: start, isNamed: columns[3] == "PROPN", isPronoun: columns[4].hasPrefix("PRP"))
        }

        /// Reads brackets such as `(3-person-new)1)`: what opens is followed by its type, what closes by a bracket.
        private mutating func read(_ brackets: Substring, start: Int, isNamed: Bool, isPronoun: Bool) -> String? {
            var rest = brackets
            var closing: [Substring] = []
            while !rest.isEmpty {
                let isOpening = rest.first == "("
                if isOpening { rest = rest.dropFirst() }
                let body = rest.prefix { $0 != "(" && $0 != ")" }
                rest = rest.dropFirst(body.count)
                let parts = body.split(separator: "-")
                if isOpening, parts.count > 1 {
                    open.append(Opening(entity: String(parts[0]), type: String(parts[1]), start: start, word: word))
                }
                if rest.first == ")" {
                    rest = rest.dropFirst()
                    closing.append(parts.first ?? "")
                }
            }
            if isNamed { for index in open.indices { open[index].isNamed = true } }
            for entity in closing {
                guard let index = open.lastIndex(where: { $0.entity == entity }) else {
                    return "closes '\(entity)', which is not open"
                }
                let opening = open.remove(at: index)
                mentions.append(
                    Mention(
                        entity: opening.entity, type: opening.type, bytes: opening.start..<text.utf8.count,
                        isPronoun: isPronoun && opening.word == word, isNamed: opening.isNamed))
            }
            return nil
        }
    }
}
