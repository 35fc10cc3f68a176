import Discourse

/// The short table that ends a comparison in a terminal: subjects with the most statements, a row a group.
///
///     ComparisonTable(comparison).text()
public struct ComparisonTable: Sendable {
    private let rows: [Comparison.Row]
    private let leftOut: Int
    private let comparison: Comparison

    /// - Parameter limit: How many rows to list; the last line says how many are left out.
    public init(_ comparison: Comparison, limit: Int = 24) {
        let totals = comparison.rows.reduce(into: [:]) { $0[$1.report.actor.id, default: 0] += $1.report.statements }
        let sorted = comparison.rows.sorted { a, b in
            let (x, y) = (totals[a.report.actor.id]!, totals[b.report.actor.id]!)
            if x != y { return x > y }
            if a.report.actor.id != b.report.actor.id { return a.report.actor.id < b.report.actor.id }
            // Times go by; actors stand by how much they say.
            if comparison.grouping.isOfActors, a.report.statements != b.report.statements {
                return a.report.statements > b.report.statements
            }
            return a.group < b.group
        }
        rows = Array(sorted.prefix(limit))
        leftOut = sorted.count - rows.count
        self.comparison = comparison
    }

    /// The lines of the table; a sentence when there is nothing to compare.
    public func text() -> String {
        guard !rows.isEmpty else { return "No statement has a known speaker.\n" }
        let headings =
            subject([comparison.subject.rawValue]) + [comparison.grouping.rawValue]
            + ["statements", "stance", "95 % interval", "tone", "differs by", "95 % interval", "p", "corrected"]
        let table = AlignedText.of([headings] + rows.map(cells), leading: subject([""]).count + 1)
        return table + (leftOut > 0 ? "… and \(leftOut) more rows in comparison.csv\n" : "")
    }

    /// All together need no column.
    private func subject(_ cells: [String]) -> [String] { comparison.subject == .everyone ? [] : cells }

    private func cells(_ row: Comparison.Row) -> [String] {
        let report = row.report
        let group = row.groupName ?? row.group
        return subject([TextWidth.clipped(report.actor.name, to: 24)]) + [
            TextWidth.clipped(group.isEmpty ? "(not known)" : group, to: 24), String(report.statements),
            FixedPoint(report.stance.mean, decimals: 2).signed, report.stance.intervalText,
            FixedPoint(report.sentiment.mean, decimals: 2).signed,
            row.difference.map { FixedPoint($0.mean, decimals: 2).signed } ?? "", row.difference?.intervalText ?? "",
            ComparisonTable.probability(row.p), ComparisonTable.probability(row.adjustedP),
        ]
    }

    static func probability(_ p: Double?) -> String {
        guard let p else { return "" }
        return p < 0.001 ? "<0.001" : FixedPoint(p, decimals: 3).description
    }
}

extension Estimate {
    /// `-0.20 to +0.43`, or `none`.
    var intervalText: String {
        guard let interval else { return "none" }
        return [interval.lowerBound, interval.upperBound].map { FixedPoint($0, decimals: 2).signed }.joined(
            separator: " to ")
    }
}
