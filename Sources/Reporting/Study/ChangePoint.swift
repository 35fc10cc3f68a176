import Discourse

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
