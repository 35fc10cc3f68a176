import Discourse
import TextFiles

/// Tells sources that cannot speak: *experience shows that …* is the author's own argument and no statement.
///
/// A source is impersonal when its last noun is in `Lexicons/cues/impersonal.tsv` and all words before it are articles and
/// the like: *our own experience*, *the plain truth*; *a history teacher* is not, nor is *Varga's experience*.
struct ImpersonalRule: Sendable {
    private let nouns: Set<WordKey>
    private let determiners: Set<WordKey>

    /// - Throws: `FileError` when the table cannot be read or has a class that is not `noun` or `determiner`.
    init(path: String) throws {
        var (nouns, determiners) = (Set<WordKey>(), Set<WordKey>())
        for row in try TextTable(path: path).rows {
            let word = WordKey(try row.required("word"))
            switch try row.required("class") {
            case "noun": nouns.insert(word)
            case "determiner": determiners.insert(word)
            case let other: throw row.error("class '\(other)' is none of noun, determiner")
            }
        }
        (self.nouns, self.determiners) = (nouns, determiners)
    }

    func callAsFunction(_ source: Range<Int>, in document: Document) -> Bool {
        let words = source.filter { document.tokens[$0].kind == .word }
        guard let last = words.last, nouns.contains(document.tokens[last].key) else { return false }
        return words.dropLast().allSatisfy {
            determiners.contains(document.tokens[$0].key) || nouns.contains(document.tokens[$0].key)
        }
    }
}
