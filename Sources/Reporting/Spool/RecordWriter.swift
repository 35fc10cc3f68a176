import Discourse

/// Packs values one after another into bytes, for files that only this process reads again.
struct RecordWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: Int) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ chunk: [UInt8]) {
        write(chunk.count)
        bytes.append(contentsOf: chunk)
    }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write(_ text: String?) {
        write(text == nil ? 0 : 1)
        if let text { write(text) }
    }

    mutating func write(_ day: Day?) {
        write(day.map { $0.year * 10_000 + $0.month * 100 + $0.day } ?? 0)
    }
}
