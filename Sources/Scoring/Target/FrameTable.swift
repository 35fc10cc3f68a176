import Discourse
import TextFiles

/// The words that tie a target to what is said of it: a table with the columns `class` and `words` (parted by ` | `).
struct FrameTable: Sendable {
    /// Names of the classes, in order of the file.
    let classes: [String]
    private let classOfWord: [UInt64: UInt8]

    /// A class is a small number beside those of names, marks and words of the lexicon.
    static let most = 64

    init(path: String) throws { try self.init(TextTable(path: path)) }

    init(_ table: TextTable) throws {
        var classOfWord: [UInt64: UInt8] = [:]
        classes = try table.rows.map { try $0.required("class") }
        guard classes.count <= FrameTable.most else {
            throw FileError(path: table.path, reason: "has \(classes.count) classes, more than \(FrameTable.most)")
        }
        for (index, row) in table.rows.enumerated() {
            for word in try row.words("words") {
                guard word.wordKeys.count == 1 else { throw row.error("'\(word)' is more than one word") }
                guard classOfWord.updateValue(UInt8(index), forKey: word.wordKeys[0].bits) == nil else {
                    throw row.error("'\(word)' is in two classes")
                }
            }
        }
        self.classOfWord = classOfWord
    }

    /// The class of a word; nil for most words.
    subscript(key: WordKey) -> UInt8? { classOfWord[key.bits] }
}
