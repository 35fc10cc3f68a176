import Discourse

/// Goes through the sorted entries of a run and hands out each actor when all its statements are in.
struct TallySequence: Sendable {
    let bootstrap: Bootstrap
    /// What each actor's statements are set side by side over; nil for nothing.
    var grouping: Grouping? = nil

    /// Calls `body` once for each actor, in byte order of their ids.
    ///
    /// - Parameter row: Takes the rows of the comparison, all of an actor before `body`; rows of one actor come in no
    ///   particular order.
    func forEach(
        in entries: ExternalSorter, row: (Comparison.Row) throws -> Void = { _ in },
        _ body: (ActorReport, TimeSeries?) throws -> Void
    ) throws {
        var current: (tally: ActorTally, comparison: ComparisonTally?)?
        func close() throws {
            guard var done = current else { return }
            if done.comparison != nil { for item in done.comparison!.rows(bootstrap) { try row(item) } }
            let report = done.tally.report(bootstrap, stream: done.tally.actor.id)
            try body(report, done.tally.series)
        }
        try entries.forEach { record in
            var reader = RecordReader(record.value)
            let (cluster, entry) = (reader.number(), TallyEntry(from: &reader))
            if current?.tally.actor.id != entry.actor.id {
                try close()
                current = (ActorTally(entry), grouping.map { ComparisonTally(grouping: $0) })
            }
            current!.tally.add(entry, cluster: cluster)
            for item in current!.comparison?.closedRows(before: cluster, bootstrap) ?? [] { try row(item) }
            current!.comparison?.add(entry, cluster: cluster)
        }
        try close()
    }
}

extension ExternalSorter {
    func add(_ entry: PackedEntry, cluster: Int) throws {
        try add(key: entry.key(cluster: cluster), value: entry.value(cluster: cluster))
    }
}
