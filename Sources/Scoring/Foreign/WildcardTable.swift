import Discourse

/// Words with wildcards as quanteda has them: `*` stands for any number of letters, `?` for one.
///
/// They are filed by the letters before their first wildcard, so that a word is compared with few of them.
struct WildcardTable: Sendable {
    /// By the key of what stands before the first wildcard.
    private var byStart: [UInt64: [Pattern]] = [:]
    /// How many bytes such starts have, longest first.
    private var lengths: [Int] = []

    struct Pattern: Sendable {
        let key: WordKey
        let bytes: [UInt8]
    }

    /// - Parameter runs: Words parted by single spaces, in lower case.
    init(_ runs: [String]) {
        var seen: Set<String> = []
        for word in runs.lazy.flatMap({ $0.split(separator: " ") }) where WildcardTable.isPattern(word) {
            guard seen.insert(String(word)).inserted else { continue }
            let bytes = Array(word.utf8)
            let start = bytes.prefix { !WildcardTable.isWildcard($0) }
            byStart[WildcardTable.key(start), default: []].append(Pattern(key: WordKey(word), bytes: bytes))
            if !lengths.contains(start.count) { lengths.append(start.count) }
        }
        lengths.sort(by: >)
    }

    var isEmpty: Bool { lengths.isEmpty }

    private static func isWildcard(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") }

    /// A mark alone is no pattern: `*`, `?!`.
    private static func isPattern(_ word: Substring) -> Bool {
        word.utf8.contains(where: isWildcard) && word.utf8.contains { $0 >= 0x80 || $0 | 0x20 &- 0x61 < 26 }
    }

    private static func key(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = Hasher64(seed: 0x77_696c_64)
        for byte in bytes { hash.combine(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
        return hash.finish()
    }

    /// The keys of the patterns that a word fits, those with the longest start first.
    func matches(_ word: ArraySlice<UInt8>) -> [WordKey] {
        var found: [WordKey] = []
        for length in lengths where length <= word.count {
            for pattern in byStart[WildcardTable.key(word.prefix(length))] ?? []
            where WildcardTable.fits(word.dropFirst(length), pattern.bytes[length...]) {
                found.append(pattern.key)
            }
        }
        return found
    }

    /// Whether a word fits a pattern, byte by byte but for the case of ASCII letters; `?` passes over a whole code point.
    private static func fits(_ word: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
        guard let first = pattern.first else { return word.isEmpty }
        let rest = pattern.dropFirst()
        switch first {
        case UInt8(ascii: "*"): return (word.startIndex...word.endIndex).contains { fits(word[$0...], rest) }
        case UInt8(ascii: "?"):
            guard !word.isEmpty else { return false }
            return fits(word.dropFirst().drop { $0 & 0xC0 == 0x80 }, rest)
        default:
            guard let byte = word.first, byte &- 0x41 < 26 ? byte | 0x20 == first : byte == first else { return false }
            return fits(word.dropFirst(), rest)
        }
    }
}
