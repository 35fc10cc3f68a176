import Discourse

/// One article as the tables hold it.
public struct ArticleRow: Sendable, Equatable {
    public var id: String
    public var title: String?
    public var outlet: String?
    public var url: String?
    public var published: Day?
    public var language: String?
    /// The file it was read from, and the line for files that hold several articles.
    public var path: String
    public var line: Int?
    /// Length of the text in code points.
    public var characters: Int
    public var statements: Int
    /// Statements of the outermost level whose speaker is not known.
    public var unknown: Int
    /// Statements inside the content of another one.
    public var nested: Int
    /// What was mended or is doubtful, one clause each.
    public var notes: [String]
    /// The stored text, which all offsets refer to.
    public var text: String

    init(_ analyzed: AnalyzedArticle) {
        let article = analyzed.article
        (id, title, outlet, url) = (article.id, article.title, article.outlet, article.url)
        (published, language) = (article.published, article.language)
        (path, line) = (article.origin.path, article.origin.line)
        characters = article.text.unicodeScalars.count
        statements = analyzed.statements.count
        unknown = analyzed.statements.count { $0.statement.nestedIn == nil && $0.statement.speaker.status == .unknown }
        nested = analyzed.statements.count { $0.statement.nestedIn != nil }
        notes = analyzed.notes
        text = article.text
    }

    init(
        id: String, title: String?, outlet: String?, url: String?, published: Day?, language: String?, path: String,
        line: Int?, characters: Int, statements: Int, unknown: Int, nested: Int, notes: [String], text: String
    ) {
        (self.id, self.title, self.outlet, self.url) = (id, title, outlet, url)
        (self.published, self.language, self.path, self.line) = (published, language, path, line)
        (self.characters, self.statements) = (characters, statements)
        (self.unknown, self.nested) = (unknown, nested)
        (self.notes, self.text) = (notes, text)
    }
}
