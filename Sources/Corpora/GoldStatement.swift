import Discourse

/// A statement with its spans and the stance that people gave it.
public struct GoldStatement: Sendable {
    public let id: String
    /// What the stance is toward.
    public let target: String
    /// The text that the spans are in: a document, or the sentences around the statement.
    public let article: Article
    /// Half-open byte ranges into the article's text; nil where the statement has no such part.
    public let source: Range<Int>?
    public let cue: Range<Int>?
    /// In order, at least one. Where the file has texts and no spans, the whole text.
    public let content: [Range<Int>]
    /// The label as the file has it; nil for statements that have none.
    public let label: String?
    public let conditional: Bool
    public let sentiment: String?
    /// The document that the statement comes from, or its own id: what data is split by.
    public let group: String
    public let actor: String?
    /// `direct`, `indirect`, `mixed` or `reported`.
    public let form: String?
    /// How sure the annotator was: `high` or `low`.
    public let confidence: String?
    /// How good the spans are: `good` or `partial`.
    public let quality: String?
    /// How the statement was chosen for annotation.
    public let selected: String?
    /// The rule of the guidelines that decides the label, where the file says so.
    public let rule: String?
    /// Whether annotators disagree and the guideline does not settle it.
    public let contested: Bool

    /// The spans as one attribution.
    public var spans: AttributionSpans {
        AttributionSpans(source: source.map { [$0] } ?? [], cue: cue.map { [$0] } ?? [], content: content)
    }
}
