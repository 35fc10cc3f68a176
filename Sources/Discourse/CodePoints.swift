/// Turns byte offsets of a document into offsets in Unicode code points, what Python and R slice by.
///
///     CodePoints(of: document)[byte: 12]
///
/// - Complexity: O(*n*) to make, O(1) for text in ASCII and otherwise at most 64 steps to look up.
public struct CodePoints: Sendable {
    private let utf8: [UInt8]
    /// Code points before byte 64 · *i*; empty when all is ASCII.
    private let checkpoints: [Int]

    public init(of document: Document) { self.init(utf8: document.utf8) }

    public init(utf8: [UInt8]) {
        self.utf8 = utf8
        guard utf8.contains(where: { $0 >= 0x80 }) else {
            checkpoints = []
            return
        }
        var (checkpoints, count) = ([Int](), 0)
        for (offset, byte) in utf8.enumerated() {
            if offset % 64 == 0 { checkpoints.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        self.checkpoints = checkpoints
    }

    /// - Parameter byte: At the start of a code point, or the end of the text.
    public subscript(byte byte: Int) -> Int {
        guard !checkpoints.isEmpty else { return byte }
        let checkpoint = min(byte / 64, checkpoints.count - 1)
        var count = checkpoints[checkpoint]
        for offset in checkpoint * 64..<byte where utf8[offset] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    public subscript(bytes bytes: Range<Int>) -> Range<Int> {
        self[byte: bytes.lowerBound]..<self[byte: bytes.upperBound]
    }
}
