#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import Discourse
import TextFiles

extension GoldStatement {
    /// Reads statements, as a tab-separated table of `id`, `target`, `text`, `label` and perhaps `group`, or as
    /// JSON Lines.
    ///
    /// A line of JSON has `id`, `source`, `cue` (a span or null), `content` (a list of spans), where a span is
    /// `start`, `end` in code points of the document and `text`; and `stance` (or `label`), `conditional`, `sentiment`,
    /// `doc`. The text is the first of these that is there: `text` or `doc_text` in the line; the document
    /// `doc` in a file beside it, which for `dev.jsonl` is `dev_docs.jsonl`; or `before` and `context`, in which
    /// the spans are looked for by their texts, nearest to where their offsets put them.
    ///
    /// - Parameter target: The target of statements that name none.
    /// - Throws: `FileError` with the line for a missing field, a statement without text, or a span that its text does not hold.
    public static func read(path: String, target: String = "peace-talks") throws -> [GoldStatement] {
        let lines = try GoldLines(path: path)
        var statements: [GoldStatement] = []
        if lines.isJSON {
            var texts = GoldDocuments(beside: path)
            try lines.forEach(GoldStatementRow.self) { row, line in
                statements.append(try GoldStatement(row, target, &texts, path: path, line: line))
            }
        } else {
            try lines.forEachRow { statements.append(try GoldStatement($0)) }
        }
        return statements
    }

    /// Whether a file of statements is a table, not JSON Lines.
    ///
    /// - Throws: `FileError` when the file cannot be read, is empty or no text.
    public static func isTable(path: String) throws -> Bool { try !GoldLines(path: path).isJSON }

    private init(_ row: GoldLines.Row) throws {
        let (id, text) = (try row.required("id"), try row.required("text"))
        guard !text.isEmpty else { throw row.error(Rejection.blank.rawValue) }
        self.init(
            id: id, target: try row.required("target"),
            article: Article(id: id, text: text, origin: Article.Origin(path: row.path, line: row.line)), source: nil,
            cue: nil,
            content: [0..<text.utf8.count], label: row["label"], conditional: false, sentiment: row["sentiment"],
            group: row["group"] ?? row["doc"] ?? id,
            actor: nil, form: nil, confidence: nil, quality: nil, selected: nil, rule: nil, contested: false)
    }

    private init(_ row: GoldStatementRow, _ target: String, _ texts: inout GoldDocuments, path: String, line: Int)
        throws
    {
        let text = try texts.text(of: row, path: path, line: line)
        let spans = try text.locate(row, path: path, line: line)
        var article = text.article
        if text.isOwn { article.origin = Article.Origin(path: path, line: line) }
        self.init(
            id: row.id, target: row.target ?? target, article: article, source: spans.source.first,
            cue: spans.cue.first,
            content: spans.content, label: row.stance ?? row.label, conditional: row.conditional ?? false,
            sentiment: row.sentiment, group: row.doc ?? row.id, actor: row.actor, form: row.form,
            confidence: row.confidence,
            quality: row.quality, selected: row.selected, rule: row.rule, contested: row.contested ?? false)
    }
}

/// A line of a file of statements.
struct GoldStatementRow: Decodable {
    let id: String
    let doc: String?
    let target: String?
    let source: Span?
    let cue: Span?
    let content: [Span]
    let stance: String?
    let label: String?
    let conditional: Bool?
    let sentiment: String?
    let actor: String?
    let form: String?
    let confidence: String?
    let quality: String?
    let selected: String?
    let rule: String?
    let contested: Bool?
    let date: String?
    let outlet: String?
    let text: String?
    let docText: String?
    let before: String?
    let context: String?

    enum CodingKeys: String, CodingKey {
        case id, doc, target, source, cue, content, stance, label, conditional, sentiment, actor, form, confidence,
            quality
        case selected, rule, contested, date, outlet, text, before, context
        case docText = "doc_text"
    }

    struct Span: Decodable {
        let start: Int
        let end: Int
        let text: String?
    }
}
