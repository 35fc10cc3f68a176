import Discourse

/// The actors with most statements, as many as may be kept in memory.
struct KeptActors {
    let limit: Int
    private var offered: [Item] = []

    init(limit: Int) { self.limit = limit }

    private struct Item {
        let report: ActorReport
        let series: TimeSeries?
    }

    /// - Parameter series: The actor's stance over time; nil when no statement has a day.
    mutating func offer(_ report: ActorReport, _ series: TimeSeries?) {
        offered.append(Item(report: report, series: series))
        if offered.count >= limit * 2 { offered = Array(sorted.prefix(limit)) }
    }

    /// Most statements first, equal numbers in byte order of ids.
    var actors: [ActorReport] { sorted.prefix(limit).map(\.report) }

    /// Of those actors that have any, in the same order.
    var series: [TimeSeries] { sorted.prefix(limit).compactMap(\.series) }

    private var sorted: [Item] {
        offered.sorted { a, b in
            a.report.statements == b.report.statements
                ? a.report.actor.id.utf8.lexicographicallyPrecedes(b.report.actor.id.utf8)
                : a.report.statements > b.report.statements
        }
    }
}
