/// A word in lower case, as 64 bits: what lexicons and feature functions compare instead of strings.
///
/// Case is folded scalar by scalar, and a curly apostrophe counts as a straight one, so that
/// `WordKey("Don’t") == WordKey("don't")`. Two different words have the same key with a
/// probability of about 2⁻⁶⁴.
public struct WordKey: Hashable, Sendable, Comparable {
    public let bits: UInt64

    @inlinable public init(bits: UInt64) { self.bits = bits }

    @inlinable public init(_ word: some StringProtocol) {
        var word = String(word)
        self = word.withUTF8 { WordKey(utf8: $0.span) }
    }

    /// - Parameter utf8: Valid UTF-8; anything else is hashed byte by byte.
    @inlinable public init(utf8: Span<UInt8>) {
        var hash = Hasher64()
        var position = 0
        while position < utf8.count {
            let byte = utf8[position]
            if byte < 0x80 {
                hash.combine(byte &- 0x41 < 26 ? byte | 0x20 : byte)
                position &+= 1
            } else {
                position &+= WordKey.combineScalar(at: position, of: utf8, into: &hash)
            }
        }
        self.init(bits: hash.finish())
    }

    /// Adds one scalar beyond ASCII in lower case; returns how many bytes it took.
    @usableFromInline static func combineScalar(
        at position: Int, of utf8: Span<UInt8>, into hash: inout Hasher64
    ) -> Int {
        let lead = utf8[position]
        let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
        guard width > 1, position + width <= utf8.count else {
            hash.combine(lead)
            return 1
        }
        var value = UInt32(lead) & (0x7F >> UInt32(width))
        for offset in 1..<width { value = value << 6 | UInt32(utf8[position + offset] & 0x3F) }
        if value == 0x2019 || value == 0x02BC {
            hash.combine(UInt8(ascii: "'"))
        } else if let scalar = Unicode.Scalar(value) {
            for byte in scalar.properties.lowercaseMapping.utf8 { hash.combine(byte) }
        }
        return width
    }

    @inlinable public static func < (a: WordKey, b: WordKey) -> Bool { a.bits < b.bits }
}

/// A byte-wise 64-bit hash (FNV-1a with a final mix, after Fowler, Noll, Vo and MurmurHash3's finaliser),
/// the same on every run and machine.
public struct Hasher64: Sendable {
    @usableFromInline var state: UInt64

    @inlinable public init(seed: UInt64 = 0) { state = 0xcbf2_9ce4_8422_2325 ^ seed }

    @inlinable public mutating func combine(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    @inlinable public mutating func combine(_ word: UInt64) {
        state = Hasher64.mix(state ^ word)
    }

    @inlinable public func finish() -> UInt64 { Hasher64.mix(state) }

    @inlinable static func mix(_ word: UInt64) -> UInt64 {
        var word = word
        word = (word ^ word >> 33) &* 0xff51_afd7_ed55_8ccd
        word = (word ^ word >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return word ^ word >> 33
    }
}
