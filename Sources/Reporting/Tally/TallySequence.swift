import Discourse

/// Goes through the sorted entries of a run and hands out each actor when all its statements are in.
struct TallySequence: Sendable {
    let grouping: Grouping
    let bootstrap: Bootstrap

    /// Calls `body` once for each actor, in byte order of their ids.
    func forEach(in entries: ExternalSorter, _ body: (ActorReport, [Comparison.Row]) throws -> Void) throws {
        var current: (tally: ActorTally, comparison: ComparisonTally)?
        func close() throws {
            guard var done = current else { return }
            let report = done.tally.report(bootstrap, stream: done.tally.actor.id)
            try body(report, done.comparison.rows(bootstrap))
        }
        try entries.forEach { record in
            var reader = RecordReader(record.value)
            let (cluster, entry) = (reader.number(), TallyEntry(from: &reader))
            if current?.tally.actor.id != entry.actor.id {
                try close()
                current = (ActorTally(entry), ComparisonTally(grouping: grouping))
            }
            current!.tally.add(entry, cluster: cluster)
            current!.comparison.add(entry, cluster: cluster)
        }
        try close()
    }
}

extension ExternalSorter {
    func add(_ entry: PackedEntry, cluster: Int) throws {
        try add(key: entry.key(cluster: cluster), value: entry.value(cluster: cluster))
    }
}
