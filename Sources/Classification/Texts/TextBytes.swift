/// What the n-grams of texts know of bytes.
enum TextBytes {
    @inline(__always) static func isSpace(_ byte: UInt8) -> Bool { byte <= 32 || byte == 127 }

    /// Letters, digits, the low line, and all bytes beyond ASCII.
    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { classes[Int(byte)] }

    static func isTagMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "#") || byte == UInt8(ascii: "@") }

    static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

    static let lowered: [UInt8] = (0...255).map { isUpper(UInt8($0)) ? UInt8($0) + 32 : UInt8($0) }

    private static let classes: [Bool] = (0...255).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xff: true
        default: false
        }
    }

    @inline(__always) static func seed(_ kind: TextGrams.Kind) -> UInt64 {
        0xcbf2_9ce4_8422_2325 ^ UInt64(kind.rawValue) &* 0x9e37_79b9_7f4a_7c15
    }

    @inline(__always) static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    @inline(__always) static func finish(_ hash: UInt64) -> UInt64 { (hash ^ hash >> 32) &* 0xff51_afd7_ed55_8ccd }
}
