import Discourse

/// The fields of one article in JSON or CSV, before they are made into one.
///
/// Fields: `id`, `title`, `outlet` (also `source`, `site`), `url`, `published` (also `date`), `language`
/// (also `lang`) and `text`. All but `text` may be absent; other fields are passed over.
struct ArticleRecord {
    var id: String?
    var title: String?
    var outlet: String?
    var url: String?
    var published: String?
    var language: String?
    var text: String?

    /// The names of each field; the first one that is there counts.
    enum Field: String, CaseIterable {
        case id, title, outlet, url, published, language, text

        var names: [String] {
            switch self {
            case .outlet: ["outlet", "source", "site"]
            case .published: ["published", "date"]
            case .language: ["language", "lang"]
            default: [rawValue]
            }
        }
    }

    subscript(field: Field) -> String? {
        get { self[keyPath: ArticleRecord.path(field)] }
        set { self[keyPath: ArticleRecord.path(field)] = newValue }
    }

    private static func path(_ field: Field) -> WritableKeyPath<ArticleRecord, String?> {
        switch field {
        case .id: \.id
        case .title: \.title
        case .outlet: \.outlet
        case .url: \.url
        case .published: \.published
        case .language: \.language
        case .text: \.text
        }
    }

    /// The article, or why there is none. Empty fields count as absent.
    func article() -> Result<Article, RecordFault> {
        guard let text else { return .failure(RecordFault(.noTextField)) }
        guard !text.utf8.allSatisfy(Bytes.isSpace) else { return .failure(RecordFault(.blank)) }
        let article = Article(
            id: filled(id) ?? "", title: filled(title), outlet: filled(outlet), url: filled(url),
            published: published.flatMap(WrittenDay.inField), language: filled(language), text: text)
        return .success(article)
    }

    private func filled(_ value: String?) -> String? {
        guard let value else { return nil }
        let trimmed = Bytes.trimmed(Array(value.utf8)[...])
        return trimmed.isEmpty ? nil : String(decoding: trimmed, as: UTF8.self)
    }
}

/// Why a record gave no article, before its place is known.
struct RecordFault: Error, Equatable {
    let rejection: Rejection
    let detail: String?

    init(_ rejection: Rejection, detail: String? = nil) { (self.rejection, self.detail) = (rejection, detail) }

    func at(_ path: String, line: Int?) -> Problem { Problem(rejection, path: path, line: line, detail: detail) }
}
