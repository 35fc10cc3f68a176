/// Words and pieces of words, each with a row number: its rank among the names in byte order.
///
/// A name that starts with `##` is a piece that continues a word (Wu and others 2016, WordPiece).
struct WordTable: Sendable {
    /// The names in order, each followed by a line feed.
    let nameBytes: [UInt8]
    private let starts: [Int32]
    /// An open-addressed table: row + 1, or 0 for an empty slot.
    private let slots: [Int32]
    /// No name is longer than this many bytes.
    private let longest: Int

    /// What a hash starts from, before the bytes of a word and before those of a continuing piece.
    private static let wordSeed: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let continuationSeed: UInt64 = 0x84222325_cbf29ce4

    /// Nil when a name is empty, stands twice or out of order, or the last lacks its line feed.
    init?(nameBytes: [UInt8]) {
        var starts: [Int32] = [0]
        for (index, byte) in nameBytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(Int32(index + 1)) }
        guard Int(starts[starts.count - 1]) == nameBytes.count else { return nil }
        var longest = 0
        for row in 0..<starts.count - 1 {
            let name = nameBytes[Int(starts[row])..<Int(starts[row + 1]) - 1]
            longest = max(longest, name.count)
            guard !name.isEmpty else { return nil }
            guard row > 0 else { continue }
            guard nameBytes[Int(starts[row - 1])..<Int(starts[row]) - 1].lexicographicallyPrecedes(name) else {
                return nil
            }
        }
        (self.nameBytes, self.starts, self.longest) = (nameBytes, starts, longest)
        slots = WordTable.slots(nameBytes, starts)
    }

    var count: Int { starts.count - 1 }

    func name(of row: Int) -> String { String(decoding: nameBytes[nameRange(row)], as: UTF8.self) }

    /// The rows of a lower-case word: one if the table has the word, else the longest pieces from the left;
    /// none when it cannot be pieced together.
    ///
    /// - Complexity: O(*n*) hashes and look-ups for a word of *n* bytes in the table, O(*n*²) in the worst case.
    func appendRows(of word: Span<UInt8>, to rows: inout [Int32]) {
        let first = rows.count
        guard word.count <= 64 else { return }
        var hashes = InlineArray<65, UInt64>(repeating: 0)
        var start = 0
        while start < word.count {
            var hash = start == 0 ? WordTable.wordSeed : WordTable.continuationSeed
            for position in start..<word.count {
                hash = WordTable.step(hash, word[position])
                hashes[position &+ 1] = hash
            }
            var end = min(word.count, start &+ longest)
            while end > start {
                if let row = row(hashes[end], word, start, end) {
                    rows.append(row)
                    break
                }
                end &-= 1
            }
            guard end > start else {
                rows.removeSubrange(first...)
                return
            }
            start = end
        }
    }
}

extension WordTable {
    @inline(__always) private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    @inline(__always) private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) }

    private func nameRange(_ row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) - 1 }

    /// The row of the bytes `start..<end` of a word, as a piece of its own or a continuing one.
    @inline(__always)
    private func row(_ hash: UInt64, _ word: Span<UInt8>, _ start: Int, _ end: Int) -> Int32? {
        let mask = slots.count &- 1
        var slot = WordTable.slot(hash) & mask
        while slots[slot] != 0 {
            let row = Int(slots[slot]) &- 1
            if matches(row, word, start, end) { return Int32(truncatingIfNeeded: row) }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    private func matches(_ row: Int, _ word: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let range = nameRange(row)
        let marks = start > 0 ? 2 : 0
        guard range.count == end - start + marks else { return false }
        if marks > 0 {
            guard WordTable.continues(nameBytes[range]) else { return false }
        }
        var position = range.lowerBound + marks
        for index in start..<end {
            if nameBytes[position] != word[index] { return false }
            position &+= 1
        }
        return true
    }

    private static func continues(_ name: ArraySlice<UInt8>) -> Bool {
        name.count > 2 && name.starts(with: [UInt8(ascii: "#"), UInt8(ascii: "#")])
    }

    private static func slots(_ names: [UInt8], _ starts: [Int32]) -> [Int32] {
        var size = 16
        while size < 2 * starts.count { size *= 2 }
        var slots = [Int32](repeating: 0, count: size)
        for row in 0..<starts.count - 1 {
            let name = names[Int(starts[row])..<Int(starts[row + 1]) - 1]
            let isContinuing = continues(name)
            var hash = isContinuing ? continuationSeed : wordSeed
            for byte in isContinuing ? name.dropFirst(2) : name { hash = step(hash, byte) }
            var slot = slot(hash) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(row + 1)
        }
        return slots
    }
}
