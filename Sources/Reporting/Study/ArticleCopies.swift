import Discourse

/// Groups of articles that copy one another, such as a wire story in several outlets.
struct ArticleCopies: Sendable {
    /// The group's articles in byte order of ids; at least two.
    let articles: [StudyArticle]

    /// All groups of more than one article, in byte order of their first.
    static func groups(of study: Study) -> [ArticleCopies] {
        Dictionary(grouping: study.articles, by: \.cluster).filter { $0.value.count > 1 }
            .sorted { $0.key < $1.key }.map { ArticleCopies(articles: $0.value) }
    }

    var outlets: [String] {
        Set(articles.compactMap(\.outlet)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    var days: [Day] { articles.compactMap(\.published).sorted() }

    /// The least similarity of any two of them that the group was joined by, to the first one.
    var leastSimilarity: Double {
        articles.dropFirst().map { $0.signature.similarity(to: articles[0].signature) }.min() ?? 1
    }

    static let columns: [Column<ArticleCopies>] = [
        Column("cluster_id", .string, "The first article of the group, in byte order of ids.", .key) {
            .text($0.articles[0].id)
        },
        Column("n_articles", .integer, "Articles of the group; the statements in them count once.", .count) {
            .integer($0.articles.count)
        },
        Column("n_outlets", .integer, "Outlets that carry it.", .count) { .integer($0.outlets.count) },
        Column("outlets", .string, "Outlets that carry it; separated by '; '.") { .clauses($0.outlets) },
        Column("first_date", .date, "First day of publication.") { .day($0.days.first) },
        Column("last_date", .date, "Last day of publication.") { .day($0.days.last) },
        Column(
            "least_similarity", .number,
            "Share of runs of four words that the first article has in common with the one least like it, estimated by MinHash.",
            .share
        ) { .score($0.leastSimilarity) },
        Column("title", .string, "Title of the first article.") { .text($0.articles[0].title) },
        Column("article_ids", .string, "Articles of the group; separated by '; '.", .required) {
            .clauses($0.articles.map(\.id))
        },
    ]
}
