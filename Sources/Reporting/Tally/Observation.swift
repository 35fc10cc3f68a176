/// One statement of an actor as the means and intervals see it.
struct Observation: Sendable, Equatable {
    /// The group of near-duplicate articles it stands in.
    let cluster: Int
    /// Which of the actor's different statements it is; copies share the number.
    let content: Int
    /// Share of one statement that it counts for, in `Observation.whole`ths: a *k*-th for one of *k* copies.
    let weight: Int
    /// −10,000...10,000 for −1...1.
    let stance: Int
    let sentiment: Int
    let conditional: Bool
    /// Day of publication, as `Day.number`.
    var day: Int32?

    /// One statement. Divisible by 1...12, so that the weights of up to twelve copies are exact.
    static let whole = 27_720
}

/// Weighted sums over observations; whole numbers, so that the order of summing does not matter.
struct Sums: Sendable, Equatable {
    var weight = 0
    var stance = 0
    var sentiment = 0
    var conditional = 0

    mutating func add(_ observation: Observation) {
        weight += observation.weight
        stance += observation.weight * observation.stance
        sentiment += observation.weight * observation.sentiment
        if observation.conditional { conditional += observation.weight }
    }

    mutating func add(_ other: Sums) {
        weight += other.weight
        stance += other.stance
        sentiment += other.sentiment
        conditional += other.conditional
    }

    static func - (a: Sums, b: Sums) -> Sums {
        Sums(
            weight: a.weight - b.weight, stance: a.stance - b.stance, sentiment: a.sentiment - b.sentiment,
            conditional: a.conditional - b.conditional)
    }

    /// Means in -1...1; 0 when there is nothing to sum.
    var stanceMean: Double { weight == 0 ? 0 : Double(stance) / Double(weight) / 10_000 }
    var sentimentMean: Double { weight == 0 ? 0 : Double(sentiment) / Double(weight) / 10_000 }
    var conditionalShare: Double { weight == 0 ? 0 : Double(conditional) / Double(weight) }
}
