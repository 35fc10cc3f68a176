import Discourse

/// The encoding of bytes that came without a mark.
enum TextEncoding: Sendable {
    case utf8
    /// UTF-8 with some bytes that are not; each maximal run of them becomes one U+FFFD.
    case brokenUTF8
    /// ISO 8859-1 with the marks that Windows-1252 put in place of its controls.
    case latin1(hasWindowsMarks: Bool)

    /// Decides by evidence: characters that are well-formed in UTF-8 speak for it, single high bytes
    /// that make sense as letters or marks of Western European text speak for Latin-1.
    init(of bytes: [UInt8]) {
        guard String(validating: bytes, as: UTF8.self) == nil else {
            self = .utf8
            return
        }
        let evidence = Evidence(bytes.span)
        self = evidence.isLatin1 ? .latin1(hasWindowsMarks: evidence.windowsMarks > 0) : .brokenUTF8
    }

    /// Decodes bytes and records what had to be mended, carriage returns too.
    static func decode(_ bytes: [UInt8], repairs: inout Article.Repairs) -> String {
        for byte in bytes where byte == 0x0D { repairs.carriageReturns += 1 }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return TextEncoding(of: bytes).decode(bytes[...], repairs: &repairs)
    }

    /// Decodes bytes of an encoding that was found before.
    func decode(_ bytes: ArraySlice<UInt8>, repairs: inout Article.Repairs) -> String {
        switch self {
        case .utf8: break
        case .brokenUTF8:
            let text = String(decoding: bytes, as: UTF8.self)
            repairs.replacedSequences +=
                TextEncoding.replacementCharacters(text.utf8) - TextEncoding.replacementCharacters(bytes)
            return text
        case .latin1(let hasWindowsMarks):
            repairs.transcodedFrom = hasWindowsMarks ? "windows-1252" : "latin-1"
            var scalars = String.UnicodeScalarView()
            for byte in bytes { scalars.append(TextEncoding.windows1252(byte)) }
            return String(scalars)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func replacementCharacters(_ bytes: some Sequence<UInt8>) -> Int {
        var (count, last, beforeLast) = (0, UInt8(0), UInt8(0))
        for byte in bytes {
            if byte == 0xBD, last == 0xBF, beforeLast == 0xEF { count += 1 }
            (beforeLast, last) = (last, byte)
        }
        return count
    }

    /// Windows-1252 after the WHATWG's index; the five bytes without a character become U+FFFD.
    static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        guard case 0x80...0x9F = byte else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(windowsMarks[Int(byte) - 0x80]) ?? "\u{FFFD}"
    }

    private static let windowsMarks: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}

/// What the bytes beyond ASCII speak for.
private struct Evidence {
    /// Well-formed characters of several bytes, and beginnings of such that were cut.
    var utf8 = 0
    /// Single bytes that make sense in Western European text.
    var latin1 = 0
    /// Single bytes that make sense nowhere.
    var nonsense = 0
    var windowsMarks = 0

    var isLatin1: Bool { latin1 > utf8 + nonsense }

    init(_ bytes: Span<UInt8>) {
        var position = 0
        while position < bytes.count {
            if bytes[position] < 0x80 {
                position += 1
                continue
            }
            let length = Evidence.sequence(at: position, of: bytes)
            if length > 1 {
                utf8 += 1
            } else {
                weigh(position, of: bytes)
            }
            position += length
        }
    }

    private mutating func weigh(_ position: Int, of bytes: Span<UInt8>) {
        let byte = bytes[position]
        switch byte {
        // A euro, quotation marks, a bullet, dashes, an ellipsis, a trade mark, and the letters Š Œ Ž Ÿ.
        case 0x80, 0x82, 0x84, 0x85, 0x8A, 0x8B, 0x8C, 0x8E, 0x91...0x97, 0x99, 0x9A...0x9C, 0x9E, 0x9F:
            latin1 += 1
            windowsMarks += 1
        case 0xA0...0xBF: latin1 += 1
        case 0xC0...0xFE where Evidence.isLetterInWord(position, of: bytes): latin1 += 1
        default: nonsense += 1
        }
    }

    /// An accented letter has a letter beside it, or stands alone between spaces as `à` does.
    private static func isLetterInWord(_ position: Int, of bytes: Span<UInt8>) -> Bool {
        func byte(_ offset: Int) -> UInt8 {
            bytes.indices.contains(position + offset) ? bytes[position + offset] : 0x20
        }
        func isWord(_ byte: UInt8) -> Bool { Bytes.isLetter(byte) || (0xC0...0xFD).contains(byte) }
        if isWord(byte(-1)) || Bytes.isLetter(byte(1)) { return true }
        return bytes[position] >= 0xE0 && Bytes.isSpace(byte(-1)) && Bytes.isSpace(byte(1))
    }

    /// The length of the well-formed character at a position, or of its beginning when it is cut; 1
    /// for a byte that begins nothing. (Unicode, table 3-7.)
    private static func sequence(at position: Int, of bytes: Span<UInt8>) -> Int {
        let (width, second): (Int, ClosedRange<UInt8>)
        switch bytes[position] {
        case 0xC2...0xDF: (width, second) = (2, 0x80...0xBF)
        case 0xE0: (width, second) = (3, 0xA0...0xBF)
        case 0xED: (width, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (width, second) = (3, 0x80...0xBF)
        case 0xF0: (width, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (width, second) = (4, 0x80...0xBF)
        case 0xF4: (width, second) = (4, 0x80...0x8F)
        default: return 1
        }
        var length = 1
        while length < width, position + length < bytes.count,
            length == 1 ? second.contains(bytes[position + 1]) : bytes[position + length] & 0xC0 == 0x80
        { length += 1 }
        return length
    }
}
