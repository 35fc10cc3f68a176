/// The articles with most statements, for the page.
struct ShownArticles {
    let limit: Int
    private var offered: [UnpackedArticle] = []

    init(limit: Int) { self.limit = limit }

    mutating func offer(_ article: UnpackedArticle) {
        guard limit > 0 else { return }
        offered.append(article)
        if offered.count >= limit * 2 { offered = Array(ranked.prefix(limit)) }
    }

    /// The rows of the chosen articles, in order of publication and then of ids.
    func articles() throws -> [ShownArticle] {
        try ranked.prefix(limit).map(ShownArticle.init).sorted(by: ShownArticle.precedes)
    }

    private var ranked: [UnpackedArticle] {
        offered.sorted {
            $0.statements.count == $1.statements.count
                ? $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) : $0.statements.count > $1.statements.count
        }
    }
}

/// An article and its statements as the page shows them.
struct ShownArticle {
    let article: ArticleRow
    let statements: [StatementRow]

    init(article: ArticleRow, statements: [StatementRow]) { (self.article, self.statements) = (article, statements) }

    init(_ packed: UnpackedArticle) throws {
        article = try RowDecoder.article(packed.row.jsonLine([]))
        statements = try packed.statements.map { try RowDecoder.statement($0.row.jsonLine([])) }
    }

    /// Articles without a day come last.
    static func precedes(_ a: ShownArticle, _ b: ShownArticle) -> Bool {
        switch (a.article.published, b.article.published) {
        case (let x?, let y?) where x != y: x < y
        case (.some, nil): true
        case (nil, .some): false
        default: a.article.id.utf8.lexicographicallyPrecedes(b.article.id.utf8)
        }
    }
}
