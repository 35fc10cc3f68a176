import Discourse

/// Finds days on which the mean stance of a subject changes, and says how sure that is.
///
/// A subject's article clusters stand in order of their first day, each with its mean stance. Where they are cut
/// in two so that the means differ most for the numbers on both sides (the statistic of the cumulative sum,
/// √(n₁n₂/n) · |difference|), there the change is looked for. Its *p*-value is the share of shuffles of the
/// clusters in which the best cut is at least as good, so it allows for the cut having been chosen (Antoch and
/// Hušková, "Permutation tests in change point analysis", 2001). *P*-values are corrected for all subjects
/// tested. A series in which a change is found is cut there, and both parts are tested in a second round, as
/// binary segmentation does (Vostrikova 1981).
struct ChangePoints: Sendable {
    /// Clusters on either side of a change.
    static let fewest = 4
    let subject: Subject
    let bootstrap: Bootstrap
    let correction: Multiplicity
    /// A change is reported when its corrected *p*-value is at most this.
    let level: Double

    /// Every series tested, changes and others, in order of subjects and days.
    func callAsFunction(_ study: Study) -> [ChangePoint] {
        var found: [ChangePoint] = []
        var series = study.statements(by: subject).map {
            TimeSeries($0.statements, subject: subject.actor(of: $0.statements[0].entry))
        }
        for round in 1...3 {
            var tested = series.compactMap { best(in: $0, round: round) }
            let adjusted = correction.adjusted(tested.map(\.p))
            for (index, value) in adjusted.enumerated() {
                tested[index].adjustedP = value
                tested[index].isSignificant = value <= level
            }
            found += round == 1 ? tested : tested.filter(\.isSignificant)
            series = tested.filter(\.isSignificant).flatMap { [$0.before, $0.after] }
        }
        return found.sorted {
            $0.subject.id == $1.subject.id
                ? $0.after.first < $1.after.first : $0.subject.id.utf8.lexicographicallyPrecedes($1.subject.id.utf8)
        }
    }

    private func best(in series: TimeSeries, round: Int) -> ChangePoint? {
        let cuts = series.cuts(fewest: ChangePoints.fewest)
        guard !cuts.isEmpty else { return nil }
        var values = series.units.map(\.mean)
        let (cut, observed) = ChangePoints.strongest(cuts, values)
        var random = bootstrap.generator("\(series.subject.id)\u{0}change\u{0}\(round)\u{0}\(series.first)")
        var count = PermutationCount()
        while !count.isDone {
            random.shuffle(&values, values.indices)
            count.add(reaches: ChangePoints.strongest(cuts, values).statistic >= observed - 1e-9)
        }
        let (before, after) = series.cut(at: cut)
        return ChangePoint(subject: series.subject, before: before, after: after, p: count.p, round: round)
    }

    /// The cut with the largest statistic; the first of equal ones.
    static func strongest(_ cuts: [Int], _ values: [Double]) -> (cut: Int, statistic: Double) {
        var (sum, done) = (0.0, 0)
        let (total, n) = (values.reduce(0, +), Double(values.count))
        var best = (cut: cuts[0], statistic: -1.0)
        for cut in cuts {
            while done < cut {
                sum += values[done]
                done += 1
            }
            let (left, right) = (Double(cut), n - Double(cut))
            let statistic = (left * right / n).squareRoot() * abs(sum / left - (total - sum) / right)
            if statistic > best.statistic { best = (cut, statistic) }
        }
        return best
    }
}

/// The article clusters of one subject in order of time.
struct TimeSeries: Sendable {
    let subject: Actor
    /// At least one.
    let units: [Unit]

    struct Unit: Sendable {
        let day: Day
        /// Mean stance of the subject's statements in the cluster, copies counted once, −1...1.
        let mean: Double
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

    private init(subject: Actor, units: [Unit]) { (self.subject, self.units) = (subject, units) }

    var first: Day { units[0].day }
    var last: Day { units[units.count - 1].day }
    var mean: Double { units.reduce(0) { $0 + $1.mean } / Double(units.count) }
    var statements: Int { units.reduce(0) { $0 + $1.statements.count } }

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
        self.statements = statements.sorted {
            ($0.entry.published!, $0.entry.statementID) < ($1.entry.published!, $1.entry.statementID)
        }
    }
}

/// The best place to cut a subject's statements in time.
struct ChangePoint: Sendable {
    let subject: Actor
    let before: TimeSeries
    let after: TimeSeries
    let p: Double
    let round: Int
    var adjustedP = 1.0
    var isSignificant = false

    /// The statement before the change that is most typical of its side, the latest of equal ones.
    var typicalBefore: StudyStatement { ChangePoint.typical(of: before.units.reversed(), mean: before.mean) }
    /// The statement after the change that is most typical of its side, the earliest of equal ones.
    var typicalAfter: StudyStatement { ChangePoint.typical(of: after.units, mean: after.mean) }

    private static func typical(of units: [TimeSeries.Unit], mean: Double) -> StudyStatement {
        let statements = units.flatMap(\.statements)
        let distance = { (statement: StudyStatement) in abs(Double(statement.entry.score) / 10_000 - mean) }
        return statements.dropFirst().reduce(statements[0]) { distance($1) < distance($0) ? $1 : $0 }
    }

    static let columns: [Column<ChangePoint>] = [
        Column("actor_id", .string, "Whose stance it is.", .required) { .text($0.subject.id) },
        Column("actor_name", .string, "Name of the actor.", .required) { .text($0.subject.name) },
        Column("changed_from", .date, "Last day with a statement before the change.", .required) {
            .day($0.before.last)
        },
        Column("changed_to", .date, "First day with a statement after it.", .required) { .day($0.after.first) },
        Column("stance_before", .number, "Mean stance of the article clusters before, each counted once.", .score) {
            .score($0.before.mean)
        },
        Column("stance_after", .number, "Mean stance of the article clusters after it.", .score) {
            .score($0.after.mean)
        },
        Column("n_clusters_before", .integer, "Article clusters before.", .count) { .integer($0.before.units.count) },
        Column("n_clusters_after", .integer, "Article clusters after it.", .count) { .integer($0.after.units.count) },
        Column("n_statements_before", .integer, "Statements before, copies included.", .count) {
            .integer($0.before.statements)
        },
        Column("n_statements_after", .integer, "Statements after it, copies included.", .count) {
            .integer($0.after.statements)
        },
        Column(
            "p_value", .number,
            "Share of shuffles of the clusters over time whose best cut is at least as good.", .share
        ) { .score($0.p) },
        Column("p_adjusted", .number, "The same, corrected for all series tested in the round.", .share) {
            .score($0.adjustedP)
        },
        Column("significant", .boolean, "Whether that is at most the level of the comparison.", .required) {
            .boolean($0.isSignificant)
        },
        Column(
            "round", .integer, "1 for the whole series, 2 and 3 for parts of one that changed.",
            Constraints(required: true, minimum: 1)
        ) { .integer($0.round) },
        Column("statement_before", .string, "The statement before that is nearest to the mean there.", .required) {
            .text($0.typicalBefore.entry.statementID)
        },
        Column("text_before", .string, "Its words, verbatim.", .required) { .text($0.typicalBefore.text) },
        Column("statement_after", .string, "The statement after it that is nearest to the mean there.", .required) {
            .text($0.typicalAfter.entry.statementID)
        },
        Column("text_after", .string, "Its words, verbatim.", .required) { .text($0.typicalAfter.text) },
    ]
}
