import Discourse

/// Actor scores freed of the outlets that print them.
///
/// Each cell (an actor in an outlet in an article cluster) is modelled as an actor's share plus an outlet's share,
/// fitted by least squares weighted by statements. The adjusted score of an actor is what the model expects of
/// its statements in the mix of all outlets: raw and adjusted scores average the same. That needs actors and
/// outlets to overlap: an outlet is comparable to another only through actors that both print. Actors and outlets
/// therefore fall into parts that hang together, and where a part has a single outlet nothing can be told apart:
/// those actors get no adjusted score, with the reason.
///
/// Intervals resample article clusters, as all others do.
struct OutletAdjustment: Sendable {
    static let draws = 500
    let subject: Subject
    let bootstrap: Bootstrap

    init(of subject: Subject, bootstrap: Bootstrap) { (self.subject, self.bootstrap) = (subject, bootstrap) }

    /// In byte order of subjects. Statements without an outlet are left out of both scores.
    func callAsFunction(_ study: Study) -> [AdjustedScore] {
        let layout = AdjustmentCells(study, subject: subject)
        let parts = layout.parts
        let everything = [Int](repeating: 1, count: layout.clusters.count)
        let fit = layout.fit(times: everything, parts)
        let draws = resampled(layout, parts)
        return layout.subjects.indices.map { index in
            let refusal = layout.refusal(index, parts)
            return AdjustedScore(
                subject: layout.subjects[index], statements: layout.statements[index],
                outlets: layout.totals[index].outlets.count, part: parts.ofSubject[index],
                raw: layout.totals[index].sums.stanceMean, adjusted: refusal == nil ? fit[index] : nil,
                interval: refusal == nil ? interval(draws[index], clusters: layout.totals[index].clusters.count) : nil,
                refusal: refusal)
        }
    }

    private func resampled(_ layout: AdjustmentCells, _ parts: AdjustmentCells.Parts) -> [[Double]] {
        var random = bootstrap.generator("outlet adjustment by \(subject.rawValue)")
        var draws = [[Double]](repeating: [], count: layout.subjects.count)
        for _ in 0..<OutletAdjustment.draws {
            var times = [Int](repeating: 0, count: layout.clusters.count)
            for _ in times.indices { times[random.index(below: times.count)] += 1 }
            for (subject, score) in layout.fit(times: times, parts).enumerated() {
                if let score { draws[subject].append(score) }
            }
        }
        return draws
    }

    /// None where a subject has too few clusters, or a draw in ten lacks it.
    private func interval(_ means: [Double], clusters: Int) -> ClosedRange<Double>? {
        guard clusters >= Bootstrap.fewestUnits, means.count * 10 >= OutletAdjustment.draws * 9 else { return nil }
        return bootstrap.interval(of: means, units: clusters)
    }
}

/// One row of `adjusted.csv`.
struct AdjustedScore: Sendable {
    let subject: Actor
    let statements: Int
    let outlets: Int
    /// Which part of actors and outlets that hang together, from 1.
    let part: Int
    let raw: Double
    /// May lie a little outside −1...1, as it is a sum of two shares.
    let adjusted: Double?
    let interval: ClosedRange<Double>?
    let refusal: String?

    static let columns: [Column<AdjustedScore>] = [
        Column("actor_id", .string, "Short stable name of the actor.", .key) { .text($0.subject.id) },
        Column("actor_name", .string, "Name of the actor.", .required) { .text($0.subject.name) },
        Column("n_statements", .integer, "Statements in outlets that are known, copies included.", .count) {
            .integer($0.statements)
        },
        Column("n_outlets", .integer, "Outlets that print the actor.", .count) { .integer($0.outlets) },
        Column(
            "part", .integer, "Actors and outlets of one part hang together; scores of two parts are not comparable.",
            Constraints(required: true, minimum: 1)
        ) { .integer($0.part) },
        Column("stance_raw", .number, "Mean stance; copies of a statement count once.", .score) { .score($0.raw) },
        Column("stance_adjusted", .number, "Mean stance expected in the mix of all outlets of the part.") {
            .score($0.adjusted)
        },
        Column("adjusted_lo", .number, "Lower end of its 95 % interval.") { .score($0.interval?.lowerBound) },
        Column("adjusted_hi", .number, "Upper end of its 95 % interval.") { .score($0.interval?.upperBound) },
        Column("refusal", .string, "Why there is no adjusted score.") { .text($0.refusal) },
    ]
}
