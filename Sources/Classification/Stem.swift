import Discourse

/// A word without its usual English endings: `negotiating`, `negotiated` and `negotiate` become one key.
enum Stem {
    private static let endings: [[UInt8]] = ["ing", "ed", "ion", "es", "s", "e", "ly"].map { Array($0.utf8) }

    /// The key of a word's stem; at least four bytes stay.
    static func key(of utf8: [UInt8], in bytes: Range<Int>) -> UInt64 {
        var end = bytes.upperBound
        for _ in 0..<2 {
            for ending in endings where end - bytes.lowerBound >= 4 + ending.count {
                if matches(ending, utf8, at: end - ending.count) {
                    end -= ending.count
                    break
                }
            }
        }
        return WordKey(utf8: utf8.span.extracting(bytes.lowerBound..<end)).bits
    }

    private static func matches(_ ending: [UInt8], _ utf8: [UInt8], at start: Int) -> Bool {
        for offset in ending.indices where utf8[start + offset] | 0x20 != ending[offset] { return false }
        return true
    }
}
