import Discourse

/// The short table that ends a comparison in a terminal: actors with the most statements, a row a group.
///
///     ComparisonTable(comparison).text()
public struct ComparisonTable: Sendable {
    private let rows: [Comparison.Row]
    private let leftOut: Int
    private let group: String

    /// - Parameter limit: How many rows to list; the last line says how many are left out.
    public init(_ comparison: Comparison, limit: Int = 24) {
        let totals = comparison.rows.reduce(into: [:]) { $0[$1.report.actor.id, default: 0] += $1.report.statements }
        let sorted = comparison.rows.sorted { a, b in
            let (x, y) = (totals[a.report.actor.id]!, totals[b.report.actor.id]!)
            if x != y { return x > y }
            return (a.report.actor.id, a.group) < (b.report.actor.id, b.group)
        }
        rows = Array(sorted.prefix(limit))
        leftOut = sorted.count - rows.count
        group = comparison.grouping.rawValue
    }

    /// The lines of the table; a sentence when there is nothing to compare.
    public func text() -> String {
        guard !rows.isEmpty else { return "No statement has a known speaker.\n" }
        let headings = [
            "actor", group, "statements", "stance", "95 % interval", "favor/against/none", "tone", "differs by",
        ]
        let table = AlignedText.of([headings] + rows.map(ComparisonTable.cells), leading: 2)
        return table + (leftOut > 0 ? "… and \(leftOut) more rows in comparison.csv\n" : "")
    }

    private static func cells(_ row: Comparison.Row) -> [String] {
        let report = row.report
        return [
            TextWidth.clipped(report.actor.name, to: 28), TextWidth.clipped(row.group, to: 28),
            String(report.statements),
            FixedPoint(report.stance.mean, decimals: 2).signed, report.stance.intervalText,
            "\(report.counts.favor)/\(report.counts.against)/\(report.counts.none)",
            FixedPoint(report.sentiment.mean, decimals: 2).signed,
            row.difference.map { FixedPoint($0.mean, decimals: 2).signed + " (" + $0.intervalText + ")" } ?? "",
        ]
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
