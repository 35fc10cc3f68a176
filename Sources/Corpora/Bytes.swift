/// Bytes spelled as characters: `switch byte { case "a"..."z": … }`.
@inlinable func ~= (pattern: Unicode.Scalar, byte: UInt8) -> Bool { pattern.value == UInt32(byte) }
@inlinable func ~= (pattern: ClosedRange<Unicode.Scalar>, byte: UInt8) -> Bool {
    pattern.lowerBound.value <= UInt32(byte) && UInt32(byte) <= pattern.upperBound.value
}

/// Questions about bytes that every format asks.
enum Bytes {
    static func isSpace(_ byte: UInt8) -> Bool {
        switch byte {
        case " ", "\t", "\n", "\r", "\u{0B}", "\u{0C}": true
        default: false
        }
    }

    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Whether these bytes are no text in any encoding that is read: a zero byte, or more than one
    /// control byte in fifty, or a page description in PDF.
    static func lookBinary(_ bytes: Span<UInt8>) -> Bool {
        var controls = 0
        for position in bytes.indices {
            switch bytes[position] {
            case 0: return true
            case 1...8, 14...25, 27...31, 127: controls += 1
            default: break
            }
        }
        return controls * 50 > bytes.count || starts(bytes, with: "%PDF-")
    }

    private static func starts(_ bytes: Span<UInt8>, with magic: StaticString) -> Bool {
        guard bytes.count >= magic.utf8CodeUnitCount else { return false }
        for position in 0..<magic.utf8CodeUnitCount where bytes[position] != magic.utf8Start[position] { return false }
        return true
    }

    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes.drop { isSpace($0) }
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return rest
    }
}
