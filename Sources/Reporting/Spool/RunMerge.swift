/// Merges sorted runs into one: a binary heap of the runs' next records.
struct RunMerge {
    private var heap: [Head] = []

    private struct Head {
        var record: ExternalSorter.Record
        var reader: SpoolReader
    }

    init(runs: [SpoolReader]) throws {
        for run in runs {
            var reader = run
            if let record = try reader.record() { heap.append(Head(record: record, reader: reader)) }
        }
        for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(index) }
    }

    mutating func next() throws -> ExternalSorter.Record? {
        guard let smallest = heap.first?.record else { return nil }
        if let following = try heap[0].reader.record() {
            heap[0].record = following
        } else {
            heap.swapAt(0, heap.count - 1)
            heap.removeLast()
        }
        sink(0)
        return smallest
    }

    private mutating func sink(_ start: Int) {
        var parent = start
        while true {
            var smallest = parent
            for child in [parent * 2 + 1, parent * 2 + 2]
            where child < heap.count && heap[child].record < heap[smallest].record {
                smallest = child
            }
            if smallest == parent { return }
            heap.swapAt(parent, smallest)
            parent = smallest
        }
    }
}
