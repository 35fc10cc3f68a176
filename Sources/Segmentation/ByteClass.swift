/// What a byte, or the scalar it begins, is to the tokenizer.
enum ByteClass: UInt8 {
    case space, newline, letter, digit, terminal, doubleQuote, singleQuote, mark
    /// The first byte of a scalar beyond ASCII, or a stray one.
    case beyondASCII

    /// The class of each byte.
    static let table: [ByteClass] = (0...255).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): .newline
        case 0...0x20, 0x7F: .space
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .terminal
        case UInt8(ascii: "\""): .doubleQuote
        case UInt8(ascii: "'"): .singleQuote
        case 0x80...0xFF: .beyondASCII
        default: .mark
        }
    }

    /// The class of a scalar beyond ASCII.
    static func of(_ scalar: Unicode.Scalar) -> ByteClass {
        switch scalar.value {
        case 0x85, 0x2028, 0x2029: .newline
        case 0x80...0xA0, 0x1680, 0x2000...0x200F, 0x202A...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF: .space
        case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2C1: .letter
        case 0xAB, 0xBB, 0x201C...0x201F, 0x300C...0x300F: .doubleQuote
        case 0x2018...0x201B, 0x2039, 0x203A: .singleQuote
        case 0x2026, 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0x061F, 0x0964: .terminal
        case 0xA1...0xBF, 0xD7, 0xF7: .mark
        default:
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                .nonspacingMark, .spacingMark, .enclosingMark:
                .letter
            case .decimalNumber: .digit
            default: .mark
            }
        }
    }
}

/// A scalar and how many bytes of UTF-8 it takes.
struct DecodedScalar {
    let scalar: Unicode.Scalar
    let width: Int

    /// Decodes the scalar at `position`; a stray byte counts as U+FFFD of width 1.
    @inline(__always)
    init(_ utf8: Span<UInt8>, at position: Int) {
        let lead = utf8[position]
        let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
        guard width > 1, position + width <= utf8.count else {
            self.init(scalar: lead < 0x80 ? Unicode.Scalar(lead) : "\u{FFFD}", width: 1)
            return
        }
        var value = UInt32(lead) & (0x7F >> UInt32(width))
        for offset in 1..<width { value = value << 6 | UInt32(utf8[position &+ offset] & 0x3F) }
        self.init(scalar: Unicode.Scalar(value) ?? "\u{FFFD}", width: width)
    }

    private init(scalar: Unicode.Scalar, width: Int) { (self.scalar, self.width) = (scalar, width) }
}
