import Testing

@testable import Reporting

struct ExternalSorterTests {
    /// From all in memory to a run for nearly every record.
    @Test(arguments: [1 << 20, 4000, 300, 40])
    func `records come out sorted, whatever fits in memory`(memory: Int) throws {
        let folder = try ScratchFolder()
        var random = SplitMix64(seed: 5)
        let records = (0..<600).map { _ in
            ExternalSorter.Record(
                key: (0..<random.index(below: 5)).map { _ in UInt8(random.index(below: 4)) },
                value: (0..<random.index(below: 40)).map { _ in UInt8(random.index(below: 256)) })
        }
        let sorter = ExternalSorter(folder: folder.path, memory: memory)
        for record in records { try sorter.add(key: record.key, value: record.value) }
        #expect(try folder.names.isEmpty, "the scratch file has no name")
        var sorted: [ExternalSorter.Record] = []
        try sorter.forEach { sorted.append($0) }
        #expect(sorted == records.sorted(by: <))
    }

    @Test func `nothing in gives nothing out`() throws {
        let sorter = ExternalSorter(folder: "/nonexistent")
        try sorter.forEach { _ in Issue.record("there is no record") }
    }

    @Test func `a record larger than the memory passes`() throws {
        let folder = try ScratchFolder()
        let sorter = ExternalSorter(folder: folder.path, memory: 10)
        let large = [UInt8](repeating: 7, count: 300_000)
        try sorter.add(key: [2], value: large)
        try sorter.add(key: [1], value: [])
        var lengths: [Int] = []
        try sorter.forEach { lengths.append($0.value.count) }
        #expect(lengths == [0, 300_000])
    }
}
