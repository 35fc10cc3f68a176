import Discourse

/// The short table of actors that ends a run in a terminal.
///
///     ActorTable(summary.actors).text()
///
/// It is plain text in aligned columns, most statements first.
public struct ActorTable: Sendable {
    private let actors: [ActorReport]
    private let total: Int

    /// - Parameters:
    ///   - summary: A finished run.
    ///   - limit: How many actors to list; the last line says how many are left out.
    public init(_ summary: RunSummary, limit: Int = 12) {
        (actors, total) = (Array(summary.actors.prefix(limit)), summary.counts.actors)
    }

    /// The lines of the table, each with its line break; a sentence when there is no actor.
    public func text() -> String {
        guard !actors.isEmpty else { return "No statement has a known speaker.\n" }
        let rows = [ActorTable.headings] + actors.map(ActorTable.cells)
        let widths = ActorTable.headings.indices.map { column in rows.map { TextWidth.of($0[column]) }.max() ?? 0 }
        let lines = rows.map { row in ActorTable.line(row, widths) }
        return lines.joined()
            + (total > actors.count ? "… and \(total - actors.count) more actors in actors.csv\n" : "")
    }

    private static let headings = [
        "actor", "statements", "articles", "stance", "95 % interval", "over", "favor/against/none", "tone",
    ]

    private static func cells(_ report: ActorReport) -> [String] {
        [
            TextWidth.clipped(report.actor.name, to: 32), String(report.statements), String(report.articles),
            FixedPoint(report.stance.mean, decimals: 2).signed, interval(report), basis(report),
            "\(report.counts.favor)/\(report.counts.against)/\(report.counts.none)",
            FixedPoint(report.sentiment.mean, decimals: 2).signed,
        ]
    }

    private static func interval(_ report: ActorReport) -> String {
        guard let interval = report.stance.interval else { return "none" }
        let ends = [interval.lowerBound, interval.upperBound].map { FixedPoint($0, decimals: 2).signed }
        return ends.joined(separator: " to ")
    }

    /// What the interval is over, in a word or two; why there is none stands in `actors.csv`.
    private static func basis(_ report: ActorReport) -> String {
        guard report.stance.interval != nil else { return "too few" }
        return report.intervalBasis.replacing(" (Student's t)", with: ", t")
    }

    /// The name stands at the left of its column, all else at the right.
    private static func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = cells.indices.map { column in
            let padding = String(repeating: " ", count: widths[column] - TextWidth.of(cells[column]))
            return column == 0 ? cells[column] + padding : padding + cells[column]
        }
        return padded.joined(separator: "  ") + "\n"
    }
}

/// How wide a text is in a terminal, counted in columns.
enum TextWidth {
    static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

    /// Shortens to a width, with an ellipsis at the end; control characters become spaces.
    static func clipped(_ text: String, to width: Int) -> String {
        let clean = String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
        guard of(clean) > width else { return clean }
        var (clipped, used) = ("", 1)
        for character in clean {
            used += of(String(character))
            if used > width { break }
            clipped.append(character)
        }
        return clipped + "…"
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
