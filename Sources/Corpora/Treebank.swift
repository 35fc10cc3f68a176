#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import TextFiles

/// A treebank in CoNLL-U: sentences as text, with the part-of-speech tag of each word.
///
/// Columns are those of universaldependencies.org/format.html; the tag is the fifth (XPOS). Words that stand
/// for several (`3-4`) and empty nodes (`5.1`) are passed over.
public struct Treebank: Sendable {
    public let sentences: [Sentence]

    public struct Sentence: Sendable {
        public let text: String
        public let words: [Word]
    }

    public struct Word: Sendable {
        /// Half-open byte range into the sentence's text.
        public let bytes: Range<Int>
        public let tag: String
    }

    /// - Throws: `FileError` with the line of the first row that has no ten columns.
    public init(path: String) throws {
        var sentences: [Sentence] = []
        var words: [Word] = []
        var text = ""
        for (index, line) in try Treebank.lines(of: path).enumerated() {
            if line.isEmpty {
                if !words.isEmpty { sentences.append(Sentence(text: text, words: words)) }
                (words, text) = ([], "")
                continue
            }
            if line.utf8.first == UInt8(ascii: "#") { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count == 10 else {
                throw FileError(path: path, line: index + 1, reason: "has \(columns.count) columns, not 10")
            }
            guard Int(columns[0]) != nil else { continue }
            let start = text.utf8.count
            text += columns[1]
            words.append(Word(bytes: start..<text.utf8.count, tag: String(columns[4])))
            if !columns[9].utf8.elementsEqual("_".utf8), columns[9].contains("SpaceAfter=No") { continue }
            text += " "
        }
        if !words.isEmpty { sentences.append(Sentence(text: text, words: words)) }
        self.sentences = sentences
    }

    private static func lines(of path: String) throws -> [Substring] {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw FileError(path: path, reason: "cannot be read")
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }
}
