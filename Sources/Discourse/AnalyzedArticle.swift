/// An article with all the statements found in it, scored: what the analysis hands to reporting.
public struct AnalyzedArticle: Sendable {
    public let document: Document
    /// In the order of the text.
    public let statements: [ScoredStatement]
    /// What a reader of the tables should know of this article, one clause each: `2 quotation marks repaired`.
    public let notes: [String]

    public init(document: Document, statements: [ScoredStatement], notes: [String] = []) {
        (self.document, self.statements, self.notes) = (document, statements, notes)
    }

    public var article: Article { document.article }
}
