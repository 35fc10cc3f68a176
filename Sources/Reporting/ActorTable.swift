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
        return AlignedText.of([ActorTable.headings] + actors.map(ActorTable.cells), leading: 1)
            + (total > actors.count ? "… and \(total - actors.count) more actors in actors.csv\n" : "")
    }

    private static let headings = [
        "actor", "statements", "articles", "stance", "95 % interval", "over", "favor/against/none", "tone",
    ]

    private static func cells(_ report: ActorReport) -> [String] {
        [
            TextWidth.clipped(report.actor.name, to: 32), String(report.statements), String(report.articles),
            FixedPoint(report.stance.mean, decimals: 2).signed, report.stance.intervalText, basis(report),
            "\(report.counts.favor)/\(report.counts.against)/\(report.counts.none)",
            FixedPoint(report.sentiment.mean, decimals: 2).signed,
        ]
    }

    /// What the interval is over, in a word or two; why there is none stands in `actors.csv`.
    private static func basis(_ report: ActorReport) -> String {
        guard report.stance.interval != nil else { return "too few" }
        return report.intervalBasis.replacing(" (Student's t)", with: ", t")
    }
}
