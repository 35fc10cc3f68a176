/// An attribution as byte ranges of its text: what annotators mark, and what measuring compares.
public struct AttributionSpans: Sendable, Hashable {
    /// Half-open byte ranges, none of them empty; no range for an attribution without a source.
    public var source: [Range<Int>]
    public var cue: [Range<Int>]
    public var content: [Range<Int>]

    public init(source: [Range<Int>] = [], cue: [Range<Int>] = [], content: [Range<Int>]) {
        (self.source, self.cue, self.content) = (source, cue, content)
    }

    /// The spans of a statement.
    public init(_ statement: Statement) {
        self.init(
            source: statement.source.map { [$0.bytes] } ?? [], cue: statement.cue.map { [$0.bytes] } ?? [],
            content: statement.content.map(\.bytes))
    }
}
