import Discourse

/// The runs of a few words of a text as hashes, ascending and each once.
enum WordRuns {
    /// - Returns: Nothing for a text of fewer words than `length`.
    static func hashes(_ text: String, length: Int) -> [UInt64] {
        let words = WordScanner.keys(Array(text.utf8))
        guard words.count >= length else { return [] }
        return Set(
            (0...words.count - length).map { start in
                var hash = Hasher64()
                for word in words[start..<start + length] { hash.combine(word.bits) }
                return hash.finish()
            }
        ).sorted()
    }
}
