import Discourse

/// The article clusters of one subject in order of time.
struct TimeSeries: Sendable {
    let subject: Actor
    /// At least one.
    let units: [Unit]

    struct Unit: Sendable {
        let day: Day
        /// Mean stance of the subject's statements in the cluster, copies counted once, −1...1.
        let mean: Double
        /// How many statements there are, copies included.
        let count: Int
        /// In order of time; empty where the statements are not at hand.
        let statements: [StudyStatement]
    }

    /// Statements without a day are left out.
    init(_ statements: [StudyStatement], subject: Actor) {
        let clusters = Dictionary(grouping: statements.filter { $0.entry.published != nil }, by: \.cluster)
        let units = clusters.map { cluster, statements in
            (cluster: cluster, unit: Unit(statements))
        }
        self.subject = subject
        self.units = units.sorted { ($0.unit.day, $0.cluster) < ($1.unit.day, $1.cluster) }.map(\.unit)
    }

    /// - Parameter units: At least one, in order of time.
    init(subject: Actor, units: [Unit]) { (self.subject, self.units) = (subject, units) }

    var first: Day { units[0].day }
    var last: Day { units[units.count - 1].day }
    var mean: Double { units.reduce(0) { $0 + $1.mean } / Double(units.count) }
    var statements: Int { units.reduce(0) { $0 + $1.count } }

    /// Where the series may be cut: between days, with enough clusters on either side.
    func cuts(fewest: Int) -> [Int] {
        guard units.count >= fewest * 2 else { return [] }
        return (fewest...units.count - fewest).filter { units[$0 - 1].day < units[$0].day }
    }

    func cut(at index: Int) -> (before: TimeSeries, after: TimeSeries) {
        (
            TimeSeries(subject: subject, units: Array(units[..<index])),
            TimeSeries(subject: subject, units: Array(units[index...]))
        )
    }
}

extension TimeSeries.Unit {
    /// - Parameter statements: Of one cluster, all with a day.
    fileprivate init(_ statements: [StudyStatement]) {
        let sorted = statements.sorted { TallyEntry.precedes($0.entry, $1.entry) }
        let contents = Dictionary(grouping: sorted, by: \.entry.content).values
        // Whole numbers until the last division, so that the order of the contents does not matter.
        let whole = contents.reduce(0) { sum, copies in
            sum + copies.reduce(0) { $0 + $1.entry.score } * (Observation.whole / copies.count)
        }
        day = sorted.compactMap(\.entry.published).min()!
        mean = Double(whole) / Double(Observation.whole) / Double(contents.count) / 10_000
        count = statements.count
        self.statements = statements.sorted {
            ($0.entry.published!, $0.entry.statementID) < ($1.entry.published!, $1.entry.statementID)
        }
    }
}
