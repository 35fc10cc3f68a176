import Discourse
import TextFiles

/// Words and runs of words with their tone: a table with the columns `entry`, `value`, `spread`, `source`.
///
/// An entry is written in lower case as its tokens, with single spaces: `war crimes`, `ca n't stand`.
struct Lexicon: Sendable {
    /// In order of the file. A value of 0 says that the words have no tone, and keeps their parts from having one.
    let entries: [Entry]

    struct Entry: Sendable, Equatable {
        let words: String
        /// Millionths of a lexicon point, -4,000,000...4,000,000.
        let value: Int
        /// Standard deviation of the value among raters, or of the error with which it was induced, in points.
        let spread: Double
        /// How many ratings the value is the mean of; 1 for a judgement or an induced value, 0 where nothing is known.
        let raters: Int
        /// Where the value is from: `vader`, `domain`, `induced`, or what another project's file says.
        let source: String

        /// Standard error of the value, in points.
        var error: Double { raters > 0 ? spread / Double(raters).squareRoot() : 0 }
    }

    /// VADER's words were rated by ten people each (Hutto and Gilbert 2014).
    private static let vaderRaters = 10

    /// - Parameter entries: Runs of words; of two entries with the same words the later one counts.
    init(merging entries: [Entry]) {
        var placeOf: [String: Int] = [:]
        var merged: [Entry] = []
        for entry in entries {
            if let place = placeOf[entry.words] {
                merged[place] = entry
            } else {
                placeOf[entry.words] = merged.count
                merged.append(entry)
            }
        }
        self.entries = merged
    }

    init(path: String) throws { try self.init(TextTable(path: path)) }

    init(_ table: TextTable) throws {
        var seen: Set<String> = []
        entries = try table.rows.map { row in
            let words = try row.required("entry")
            guard words.isTokenRun else { throw row.error("entry '\(words)' is not words parted by single spaces") }
            guard seen.insert(words).inserted else { throw row.error("entry '\(words)' is there twice") }
            let (value, spread) = (try row.number("value"), try row.number("spread"))
            guard (-4...4).contains(value) else { throw row.error("value \(value) is not in -4...4") }
            guard spread >= 0, spread.isFinite else { throw row.error("spread \(spread) is negative") }
            let source = try row.required("source")
            return Entry(
                words: words, value: Int((value * 1_000_000).rounded()), spread: spread,
                raters: source == "vader" ? Lexicon.vaderRaters : 1, source: source)
        }
    }
}

extension String {
    /// Whether this is one or more words with single spaces between them.
    var isTokenRun: Bool {
        var previous = UInt8(ascii: " ")
        for byte in utf8 {
            if byte == UInt8(ascii: " "), previous == byte { return false }
            previous = byte
        }
        return previous != UInt8(ascii: " ")
    }

    /// The keys of the words of a run.
    var wordKeys: [WordKey] { utf8.split(separator: UInt8(ascii: " ")).map { WordKey(Substring($0)) } }
}
