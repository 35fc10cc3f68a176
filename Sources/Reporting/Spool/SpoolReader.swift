/// Reads one sorted run of a scratch file through a window.
struct SpoolReader {
    private let file: ScratchFile
    private var next: Int
    private let end: Int
    private let window: Int
    private var buffer: [UInt8] = []
    private var position = 0

    init(file: ScratchFile, range: Range<Int>, window: Int) {
        (self.file, self.next, self.end, self.window) = (file, range.lowerBound, range.upperBound, window)
    }

    /// The next record, or nil at the end of the run.
    mutating func record() throws -> ExternalSorter.Record? {
        if position == buffer.count && next == end { return nil }
        let (keyCount, valueCount) = (try count(), try count())
        return ExternalSorter.Record(key: try take(keyCount), value: try take(valueCount))
    }

    private mutating func count() throws -> Int {
        try take(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    private mutating func take(_ count: Int) throws -> [UInt8] {
        if buffer.count - position < count { try refill(atLeast: count) }
        position += count
        return Array(buffer[position - count..<position])
    }

    private mutating func refill(atLeast count: Int) throws {
        let left = buffer[position...]
        let length = min(max(window, count - left.count), end - next)
        buffer = Array(left) + (try file.read(at: next, length: length))
        position = 0
        next += length
    }
}
