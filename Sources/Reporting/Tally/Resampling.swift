/// What an interval is made of: article clusters, or the statements of a single one.
struct Resampling: Sendable {
    private let units: [Sums]
    private let kind: String

    /// Returns nil when there are fewer than three different statements.
    init?(_ observations: [Observation]) {
        guard Resampling.distinct(observations) >= 3 else { return nil }
        let clusters = Resampling.sums(of: observations, by: \.cluster)
        if clusters.count > 1 {
            (units, kind) = (clusters, "articles")
        } else {
            (units, kind) = (Resampling.sums(of: observations, by: \.content), "statements")
        }
    }

    private var isLarge: Bool { units.count >= Bootstrap.fewestResampled }

    /// In words, as the tables print it.
    var basis: String { isLarge ? kind : kind + " (Student's t)" }

    func intervals(_ bootstrap: Bootstrap, stream: String) -> Bootstrap.Intervals {
        isLarge ? bootstrap.intervals(units, stream: stream) : StudentT.intervals(units)
    }

    /// How many different statements there are, copies counted once.
    static func distinct(_ observations: [Observation]) -> Int { runs(of: observations, by: \.content).count }

    /// Why there is no interval, in words.
    static func refusal(_ observations: [Observation]) -> String {
        let distinct = distinct(observations)
        let kind = distinct == observations.count ? "" : "different "
        return "\(distinct) \(kind)statement\(distinct == 1 ? "" : "s"): no interval"
    }

    private static func sums(of observations: [Observation], by key: KeyPath<Observation, Int>) -> [Sums] {
        runs(of: observations, by: key).map { $0.reduce(into: Sums()) { $0.add($1) } }
    }

    /// Observations come sorted by cluster and content, so equal ones are neighbours.
    private static func runs(of observations: [Observation], by key: KeyPath<Observation, Int>) -> [ArraySlice<
        Observation
    >] {
        var runs: [ArraySlice<Observation>] = []
        var start = 0
        for index in observations.indices {
            guard
                index + 1 == observations.count
                    || observations[index][keyPath: key] != observations[index + 1][keyPath: key]
            else { continue }
            runs.append(observations[start...index])
            start = index + 1
        }
        return runs
    }
}
