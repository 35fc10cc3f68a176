import Discourse

/// The actors with most statements, as many as may be kept in memory.
struct KeptActors {
    let limit: Int
    private var offered: [ActorReport] = []

    init(limit: Int) { self.limit = limit }

    mutating func offer(_ report: ActorReport) {
        offered.append(report)
        if offered.count >= limit * 2 { offered = Array(sorted.prefix(limit)) }
    }

    /// Most statements first, equal numbers in byte order of ids.
    var actors: [ActorReport] { Array(sorted.prefix(limit)) }

    private var sorted: [ActorReport] {
        offered.sorted {
            $0.statements == $1.statements
                ? $0.actor.id.utf8.lexicographicallyPrecedes($1.actor.id.utf8) : $0.statements > $1.statements
        }
    }
}
