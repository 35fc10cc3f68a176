/// Turns offsets in Unicode code points, which gold files have, into byte offsets.
///
/// - Complexity: O(*n*) to make, O(1) for text in ASCII and otherwise at most 64 steps to look up.
struct CodePointIndex {
    let utf8: [UInt8]
    /// The byte at which code point 64 · *i* begins; empty when all is ASCII.
    private var checkpoints: [Int] = []
    /// How many code points there are.
    private(set) var count: Int

    init(_ text: String) {
        utf8 = Array(text.utf8)
        count = utf8.count
        guard utf8.contains(where: { $0 >= 0x80 }) else { return }
        count = 0
        for (offset, byte) in utf8.enumerated() where byte & 0xC0 != 0x80 {
            if count % 64 == 0 { checkpoints.append(offset) }
            count += 1
        }
    }

    /// The byte at which a code point begins, 0...count.
    private func byte(ofCodePoint codePoint: Int) -> Int {
        guard !checkpoints.isEmpty else { return codePoint }
        if codePoint == count { return utf8.count }
        var (offset, left) = (checkpoints[codePoint / 64], codePoint % 64)
        while left > 0 {
            offset += 1
            if utf8[offset] & 0xC0 != 0x80 { left -= 1 }
        }
        return offset
    }

    /// The bytes of half-open code point offsets; nil when they are empty, turned round or beyond the text.
    func bytes(from start: Int, to end: Int) -> Range<Int>? {
        guard 0 <= start, start < end, end <= count else { return nil }
        return byte(ofCodePoint: start)..<byte(ofCodePoint: end)
    }
}
