/// Records held one behind another in memory, handed out in order.
struct SortedRun {
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []

    private struct Entry {
        let start: Int
        let keyCount: Int
        let valueCount: Int
    }

    var byteCount: Int { bytes.count + entries.count * 24 }

    mutating func add(key: [UInt8], value: [UInt8]) {
        entries.append(Entry(start: bytes.count, keyCount: key.count, valueCount: value.count))
        bytes += key
        bytes += value
    }

    func forEach(_ body: (ExternalSorter.Record) throws -> Void) rethrows {
        for entry in entries.sorted(by: precedes) {
            let valueStart = entry.start + entry.keyCount
            try body(
                ExternalSorter.Record(
                    key: Array(bytes[entry.start..<valueStart]),
                    value: Array(bytes[valueStart..<valueStart + entry.valueCount])))
        }
    }

    private func precedes(_ a: Entry, _ b: Entry) -> Bool {
        let byKey = compare(a.start, a.keyCount, b.start, b.keyCount)
        if byKey != 0 { return byKey < 0 }
        return compare(a.start + a.keyCount, a.valueCount, b.start + b.keyCount, b.valueCount) < 0
    }

    private func compare(_ a: Int, _ aCount: Int, _ b: Int, _ bCount: Int) -> Int {
        let bytes = bytes.span
        for offset in 0..<min(aCount, bCount) where bytes[a &+ offset] != bytes[b &+ offset] {
            return bytes[a &+ offset] < bytes[b &+ offset] ? -1 : 1
        }
        return aCount - bCount
    }
}
