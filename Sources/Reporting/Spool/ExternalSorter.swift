import TextFiles

/// Sorts more records than fit in memory: sorted runs go to a scratch file and are merged at the end.
///
///     let sorter = ExternalSorter(folder: folder)
///     try sorter.add(key: Array("b".utf8), value: [2])
///     try sorter.add(key: Array("a".utf8), value: [1])
///     try sorter.forEach { record in … }   // a, then b
///
/// Records come out in byte order of their keys, equal keys in byte order of their values, so the
/// order does not depend on the order they went in.
/// - Complexity: O(*n* log *n*) comparisons; memory is `memory` bytes while adding and again while merging.
final class ExternalSorter {
    private let folder: String
    /// Bytes of records that make a run; the buffer that holds them may have grown to twice as much.
    private let memory: Int
    private var pending = SortedRun()
    private var scratch: ScratchFile?
    private var runs: [Range<Int>] = []

    init(folder: String, memory: Int = 16 << 20) { (self.folder, self.memory) = (folder, memory) }

    struct Record: Equatable {
        let key: [UInt8]
        let value: [UInt8]

        static func < (a: Record, b: Record) -> Bool {
            a.key == b.key ? a.value.lexicographicallyPrecedes(b.value) : a.key.lexicographicallyPrecedes(b.key)
        }
    }

    /// - Parameter key: What records are sorted by.
    func add(key: [UInt8], value: [UInt8]) throws {
        pending.add(key: key, value: value)
        if pending.byteCount >= memory { try spill() }
    }

    /// Hands out all records in order. Call it once.
    func forEach(_ body: (Record) throws -> Void) throws {
        guard let file = scratch else { return try pending.forEach(body) }
        if pending.byteCount > 0 { try spill() }
        let window = max(4096, memory / max(1, runs.count))
        var merge = try RunMerge(runs: runs.map { SpoolReader(file: file, range: $0, window: min(window, 1 << 18)) })
        while let record = try merge.next() { try body(record) }
    }

    private func spill() throws {
        let file = try scratch ?? ScratchFile(in: folder)
        scratch = file
        let start = file.count
        var buffer: [UInt8] = []
        try pending.forEach { record in
            record.append(to: &buffer)
            if buffer.count > 1 << 20 {
                try file.append(buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try file.append(buffer)
        runs.append(start..<file.count)
        pending = SortedRun()
    }
}

extension ExternalSorter.Record {
    /// Appends the lengths, the key and the value; `SpoolReader` takes them apart.
    func append(to bytes: inout [UInt8]) {
        var header = RecordWriter()
        header.write(key.count)
        header.write(value.count)
        bytes += header.bytes
        bytes += key
        bytes += value
    }
}
