import Discourse

extension ActorTally {
    /// The actor's article clusters in order of time, without their statements; nil when no statement has a day.
    ///
    /// Complete once `report` has been called.
    var series: TimeSeries? {
        var units: [TimeSeries.Unit] = []
        var (sums, day, count, cluster): (Sums, Int32?, Int, Int?) = (Sums(), nil, 0, nil)
        func close() {
            guard let number = day, let first = Day(number: Int(number)) else { return }
            units.append(.init(day: first, mean: sums.stanceMean, count: count, statements: []))
        }
        for observation in observations {
            if observation.cluster != cluster {
                close()
                (sums, day, count, cluster) = (Sums(), nil, 0, observation.cluster)
            }
            guard let own = observation.day else { continue }
            sums.add(observation)
            count += 1
            day = min(day ?? own, own)
        }
        close()
        // Clusters come in ascending order, and a stable order among equal days is that of clusters.
        let sorted = units.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        return sorted.isEmpty ? nil : TimeSeries(subject: actor, units: sorted.map(\.element))
    }
}
