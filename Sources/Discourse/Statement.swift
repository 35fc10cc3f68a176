/// One attribution: who said what, and the word that says so.
public struct Statement: Sendable {
    /// The article's id, `#`, and the number of the statement in it from 01; for a nested statement the id of
    /// the one around it, `.`, and a number from 1: `orlan-daily#03.1`.
    public let id: String
    /// The id of the statement whose content holds this one: in *Varga said Oduya wants talks* the wish is nested
    /// in what Varga said. Nil for the outermost level, which is the one that counts.
    public let nestedIn: String?
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
    public let utterance: Utterance

    public init(
        id: String, form: Form, source: Passage?, cue: Passage?, content: [Passage], speaker: Speaker,
        confidence: Double, utterance: Utterance = .said, nestedIn: String? = nil
    ) {
        precondition(!content.isEmpty, "a statement has content")
        (self.id, self.form, self.source, self.cue) = (id, form, source, cue)
        (self.content, self.speaker, self.confidence) = (content, speaker, confidence)
        (self.utterance, self.nestedIn) = (utterance, nestedIn)
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

    /// Whether the source utters the content at all.
    public enum Utterance: String, Sendable, CaseIterable {
        /// It does: *said*, *rejected*.
        case said
        /// It says that the content is not so: *denied that*.
        case denied
        /// The cue is negated: *did not say*, *never called for*, *did not rule out*.
        case negated
        /// It keeps the content back: *declined to comment*, *would not say whether*.
        case withheld
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
