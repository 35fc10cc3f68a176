import Discourse

/// Takes apart what a `RecordWriter` packed, in the same order.
struct RecordReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func number() -> Int {
        let value = bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: Int.self)
        position += 8
        return Int(littleEndian: value)
    }

    mutating func chunk() -> [UInt8] { Array(slice()) }

    mutating func text() -> String { String(decoding: slice(), as: UTF8.self) }

    mutating func optionalText() -> String? { number() == 0 ? nil : text() }

    mutating func day() -> Day? {
        let packed = number()
        return Day(year: packed / 10_000, month: packed / 100 % 100, day: packed % 100)
    }

    private mutating func slice() -> ArraySlice<UInt8> {
        let count = number()
        position += count
        return bytes[position - count..<position]
    }
}
