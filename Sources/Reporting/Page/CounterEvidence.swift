import Discourse

/// The statement that speaks most against an actor's figure, so that nobody has to look for it.
struct CounterEvidence {
    let report: ActorReport

    /// The strongest statement on the other side of zero; nil when the figure is zero, or all point one way.
    func callAsFunction(_ rows: [StatementRow]) -> StatementRow? {
        let side = report.stance.mean
        let others = rows.filter { side > 0 ? $0.score < 0 : side < 0 && $0.score > 0 }
        // The first of equal ones, in the order of the page.
        return others.dropFirst().reduce(others.first) { best, row in
            abs(row.score) > abs(best!.score) ? row : best
        }
    }

    /// What stands above it.
    func heading(_ row: StatementRow?, shown: Int) -> String {
        let side = report.stance.mean > 0 ? "in favor" : "against"
        let all = shown == report.statements ? "" : " of the \(Wording.count(shown, "statement")) shown"
        if report.stance.mean == 0 { return "The mean is zero: no side to speak against." }
        return row == nil
            ? "Counter-evidence: none\(all); every one leans \(side) or to neither side."
            : "Strongest counter-evidence\(all), where the mean is \(side) (\(Wording.score(report.stance.mean))):"
    }
}
