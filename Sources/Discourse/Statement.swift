/// One attribution: who said what, and the word that says so.
public struct Statement: Sendable {
    /// The article's id, `#`, and the number of the statement in it from 01.
    public let id: String
    public let form: Form
    /// The words that name the speaker; nil when there are none near.
    public let source: Passage?
    /// The word that reports: *said*, *according to*, *rejected*; nil for a quotation that goes on without one.
    public let cue: Passage?
    /// What is said, in order; at least one passage. In a `reported` statement it is the predicate with its cue.
    public let content: [Passage]
    public let speaker: Speaker
    /// How sure it is that this is a statement by this source, 0...1.
    public let confidence: Double

    public init(
        id: String, form: Form, source: Passage?, cue: Passage?, content: [Passage], speaker: Speaker,
        confidence: Double
    ) {
        precondition(!content.isEmpty, "a statement has content")
        (self.id, self.form, self.source, self.cue) = (id, form, source, cue)
        (self.content, self.speaker, self.confidence) = (content, speaker, confidence)
    }

    public enum Form: String, Sendable, CaseIterable {
        /// All of the content is quoted.
        case direct
        /// A paraphrase of an utterance.
        case indirect
        /// Partly quoted.
        case mixed
        /// The journalist tells of a position or speech act: *condemned the strikes*.
        case reported
    }
}

extension Statement {
    public var document: Document { content[0].document }
    /// Index of the paragraph in which the content starts.
    public var paragraph: Int { document.paragraph(of: content[0].tokens.lowerBound) }
    /// Index of the sentence in which the content starts.
    public var sentence: Int { document.sentence(of: content[0].tokens.lowerBound) }
    /// The content's text; passages that stand apart are joined by ` … `.
    public var contentText: String { content.map(\.text).joined(separator: " … ") }
}
