/// Collects the text of one block of a page: runs of white space become one space, marks without
/// width go, and line breaks that the page asks for stay.
struct InlineText {
    private var bytes: [UInt8] = []
    private var spaceIsDue = false
    /// How many bytes were collected inside links.
    private(set) var linked = 0
    var isInLink = false

    var isEmpty: Bool { bytes.isEmpty }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        var position = 0
        while position < text.count {
            let byte = text[position]
            if Bytes.isSpace(byte) {
                spaceIsDue = true
                position += 1
            } else if byte >= 0xC2, let length = InlineText.blank(at: position, of: text) {
                if length < 0 { spaceIsDue = true }
                position += abs(length)
            } else {
                add(byte)
                position += 1
            }
        }
    }

    mutating func append(_ mark: String) { for byte in mark.utf8 { add(byte) } }

    mutating func breakLine() {
        guard !bytes.isEmpty else { return }
        bytes.append(0x0A)
        spaceIsDue = false
    }

    /// The text, and a clean start.
    mutating func take() -> String {
        let text = String(decoding: Bytes.trimmed(bytes[...]), as: UTF8.self)
        (bytes, linked, spaceIsDue) = ([], 0, false)
        return text
    }

    private mutating func add(_ byte: UInt8) {
        if spaceIsDue, let last = bytes.last, last != 0x0A { bytes.append(0x20) }
        spaceIsDue = false
        bytes.append(byte)
        if isInLink { linked += 1 }
    }

    /// The length of a mark without width at a position (soft hyphen, zero-width space and joiners, byte
    /// order mark), or minus the length of a space beyond ASCII; nil for anything else.
    private static func blank(at position: Int, of text: UnsafeBufferPointer<UInt8>) -> Int? {
        func byte(_ offset: Int) -> UInt8 { position + offset < text.count ? text[position + offset] : 0 }
        switch (byte(0), byte(1), byte(2)) {
        case (0xC2, 0xA0, _): return -2
        case (0xC2, 0xAD, _): return 2
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): return -3
        case (0xE2, 0x80, 0x8B...0x8D), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return 3
        default: return nil
        }
    }
}
