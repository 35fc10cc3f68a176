import Discourse

/// What a finished run comes to.
public struct RunSummary: Sendable {
    public let counts: RunCounts
    /// The actors with most statements, most first; at most `RunSummary.actorsKept`.
    public let actors: [ActorReport]

    /// More actors than this are in `actors.csv` only.
    public static let actorsKept = 500
}
