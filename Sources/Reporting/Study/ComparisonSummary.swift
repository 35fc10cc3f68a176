import Discourse

/// What a comparison found beside the table, in a few lines for a terminal.
public struct ComparisonSummary: Sendable {
    private let report: ComparisonReport

    public init(_ report: ComparisonReport) { self.report = report }

    /// One paragraph of lines; findings of which there are none are said too, so that nothing is taken for forgotten.
    public func text() -> String {
        let (counts, plan) = (report.counts, report.plan)
        let level = FixedPoint(plan.level, decimals: 2).description
        let lines = [
            "\(Wording.plain(counts.articles, "article")) in \(Wording.plain(counts.clusters, "group")) of near-duplicates; \(Wording.plain(counts.statements, "statement")), \(counts.distinct) where copies count once.",
            line(
                "differences",
                "\(counts.differences) of \(counts.tests) tested at \(level), corrected (\(plan.correction.rawValue))",
                "comparison"),
            line("changes over time", "\(counts.changes) at \(level), corrected", "changes"),
            line(
                "reversals",
                "\(counts.reversals), and \(Wording.plain(counts.inconsistencies, "inconsistency", "inconsistencies")) within \(Wording.plain(plan.inconsistencyDays, "day"))",
                "reversals"),
            line("shared quotations", "\(counts.quotations)", "quotations"),
            line("copied articles", Wording.plain(counts.copies, "group"), "copies"),
            line("adjusted for outlets", "\(counts.unadjusted) actors refused", "adjusted"),
            line("mentioned, never quoted", Wording.plain(counts.silent, "actor"), "silent"),
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ name: String, _ finding: String, _ table: String) -> String {
        "  " + name + String(repeating: " ", count: 26 - name.count) + finding + "  (\(table).csv)"
    }
}

extension Wording {
    /// `1 group`, `12 groups`, without marks between thousands.
    static func plain(_ count: Int, _ noun: String, _ nouns: String? = nil) -> String {
        "\(count) " + (count == 1 ? noun : nouns ?? noun + "s")
    }
}
