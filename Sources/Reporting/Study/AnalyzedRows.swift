import Discourse

/// An analysed article as the rows of the tables.
public struct AnalyzedRows: Sendable {
    public let article: ArticleRow
    /// In the order of the text.
    public let statements: [StatementRow]

    public init(_ analyzed: AnalyzedArticle) {
        let codePoints = CodePoints(of: analyzed.document)
        article = ArticleRow(analyzed)
        statements = analyzed.statements.map { StatementRow($0, article: analyzed.article, codePoints: codePoints) }
    }
}
