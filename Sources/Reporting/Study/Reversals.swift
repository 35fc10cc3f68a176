import Discourse

/// Finds statements of one subject that take opposite positions.
///
/// Looked at are statements that the source does make, whose label is favor or against and whose score is at
/// least `least` to that side. In order of days, each is set beside the next that takes the other side. Within
/// `days` days that is an inconsistency, later on a reversal.
struct Reversals: Sendable {
    let subject: Subject
    /// In ten-thousandths.
    let least: Int
    let days: Int

    init(of subject: Subject, least: Int = 3000, days: Int = 3) {
        (self.subject, self.least, self.days) = (subject, least, days)
    }

    /// In order of subjects and days.
    func callAsFunction(_ study: Study) -> [Reversal] {
        study.statements(by: subject).flatMap { _, statements in
            let positions = positions(statements)
            return zip(positions, positions.dropFirst()).compactMap { reversal($0, $1) }
        }
    }

    private func reversal(_ earlier: StudyStatement, _ later: StudyStatement) -> Reversal? {
        guard (earlier.entry.score > 0) != (later.entry.score > 0) else { return nil }
        let apart = later.entry.published!.number - earlier.entry.published!.number
        return Reversal(
            subject: subject.actor(of: earlier.entry), earlier: earlier, later: later, daysApart: apart,
            isInconsistency: apart <= days)
    }

    /// Statements that take a side, in order of days; of copies the first.
    private func positions(_ statements: [StudyStatement]) -> [StudyStatement] {
        let sides = statements.filter {
            $0.isSaid && $0.entry.published != nil && abs($0.entry.score) >= least
                && $0.entry.stance == ($0.entry.score > 0 ? .favor : .against)
        }
        var seen: Set<[UInt64]> = []
        return sides.sorted {
            ($0.entry.published!, $0.entry.statementID) < ($1.entry.published!, $1.entry.statementID)
        }
        .filter { seen.insert([UInt64($0.cluster), $0.entry.content]).inserted }
    }
}

/// Two statements of one subject with opposite positions.
struct Reversal: Sendable {
    let subject: Actor
    let earlier: StudyStatement
    let later: StudyStatement
    let daysApart: Int
    let isInconsistency: Bool

    /// Probability that both labels are right, as far as the classifier knows, 0...1.
    var certainty: Double { Double(earlier.certainty * later.certainty) / 1e8 }

    static let columns: [Column<Reversal>] =
        [
            Column("actor_id", .string, "Whose statements they are.", .required) { .text($0.subject.id) },
            Column("actor_name", .string, "Name of the actor.", .required) { .text($0.subject.name) },
            Column(
                "kind", .string,
                "inconsistency: both within the days that datapackage.json names; reversal: further apart.",
                .among(["inconsistency", "reversal"])
            ) { .text($0.isInconsistency ? "inconsistency" : "reversal") },
            Column("days_apart", .integer, "Days between the two.", .count) { .integer($0.daysApart) },
            Column(
                "certainty", .number,
                "Probability that both labels are right, were the classifier's errors independent.", .share
            ) { .score($0.certainty) },
        ] + columns("earlier") { $0.earlier } + columns("later") { $0.later }

    private static func columns(
        _ when: String, _ statement: @escaping @Sendable (Reversal) -> StudyStatement
    ) -> [Column<Reversal>] {
        [
            Column("\(when)_statement", .string, "The \(when) statement.", .required) {
                .text(statement($0).entry.statementID)
            },
            Column("\(when)_date", .date, "Its day of publication.", .required) {
                .day(statement($0).entry.published)
            },
            Column("\(when)_outlet", .string, "Its outlet.") { .text(statement($0).entry.outlet) },
            Column("\(when)_stance", .string, "Its label.", .among(["favor", "against"])) {
                .text(statement($0).entry.stance.rawValue)
            },
            Column("\(when)_score", .number, "Its stance score.", .score) {
                .score(units: statement($0).entry.score)
            },
            Column("\(when)_conditional", .boolean, "Whether it is tied to terms.", .required) {
                .boolean(statement($0).entry.conditional)
            },
            Column("\(when)_text", .string, "Its words, verbatim.", .required) {
                .text(statement($0).text)
            },
        ]
    }
}
