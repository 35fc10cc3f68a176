import Discourse

/// Hashes of a word and its parts, computed once a token: what the feature function combines.
struct WordForms {
    let word: UInt32
    let stem: UInt32
    let ending: UInt32
    let shortEnding: UInt32
    /// Key of the ending in `RoleLikelihood`.
    let endingKey: UInt64

    /// One a token of the document.
    static func all(of document: Document) -> [WordForms] { document.tokens.map { WordForms($0, document.utf8) } }

    init(_ token: Token, _ utf8: [UInt8]) {
        word = UInt32(truncatingIfNeeded: token.key.bits)
        var hash = Hasher64(seed: 0x5eed)
        for byte in utf8[max(Int(token.start), Int(token.end) - 3)..<Int(token.end)] { hash.combine(byte | 0x20) }
        // A word of three letters and its ending must not share a key.
        endingKey = hash.finish()
        ending = UInt32(truncatingIfNeeded: endingKey)
        var short = Hasher64(seed: 0x2eed)
        for byte in utf8[max(Int(token.start), Int(token.end) - 2)..<Int(token.end)] { short.combine(byte | 0x20) }
        shortEnding = UInt32(truncatingIfNeeded: short.finish())
        stem = WordForms.stem(token, utf8)
    }

    /// The word without *-s*, *-ed*, *-ing* and a doubled last letter, roughly: enough to bring the forms of a verb together.
    private static func stem(_ token: Token, _ utf8: [UInt8]) -> UInt32 {
        let start = Int(token.start)
        var end = Int(token.end)
        func ends(_ suffix: StaticString) -> Bool {
            let count = suffix.utf8CodeUnitCount
            guard end - start >= count + 3 else { return false }
            for offset in 0..<count where utf8[end - count + offset] | 0x20 != suffix.utf8Start[offset] { return false }
            return true
        }
        if ends("ing") {
            end -= 3
        } else if ends("ies") || ends("ied") {
            end -= 2
        } else if ends("ed") {
            end -= 2
        } else if ends("es") {
            end -= 2
        } else if ends("s") {
            end -= 1
        }
        if end - start > 3, utf8[end - 1] == utf8[end - 2] { end -= 1 }
        if end - start > 3, utf8[end - 1] | 0x20 == UInt8(ascii: "e") { end -= 1 }
        var hash = Hasher64(seed: 0x57e3)
        for byte in utf8[start..<end] { hash.combine(byte | 0x20) }
        return UInt32(truncatingIfNeeded: hash.finish())
    }
}
