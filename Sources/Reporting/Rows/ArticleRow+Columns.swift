extension ArticleRow {
    /// The columns of `articles.csv`, all but those known only when the whole run has been read.
    static let columns: [Column<ArticleRow>] = [
        Column("article_id", .string, "Unique within the run.", .key) { .text($0.id) },
        Column("title", .string, "Title of the article.") { .text($0.title) },
        Column("outlet", .string, "Who published it.") { .text($0.outlet) },
        Column("url", .string, "Where it was published.") { .text($0.url) },
        Column("published", .date, "Day of publication.") { .day($0.published) },
        Column("language", .string, "BCP 47 language tag.") { .text($0.language) },
        Column("path", .string, "The file it was read from, as it was named to the program.") { .text($0.path) },
        Column("line", .integer, "Line of that file, when the file holds several articles.", Constraints(minimum: 1)) {
            .integer($0.line)
        },
        Column("n_characters", .integer, "Length of the stored text in Unicode code points.", .count) {
            .integer($0.characters)
        },
        Column(
            "n_statements", .integer, "Statements found: of actors, of nobody that is known, and nested in others.",
            .count
        ) { .integer($0.statements) },
        Column("n_unknown", .integer, "Statements of the outermost level whose speaker is not known.", .count) {
            .integer($0.unknown)
        },
        Column("notes", .string, "What was mended or is doubtful; clauses are separated by '; '.") {
            .clauses($0.notes)
        },
        Column("n_nested", .integer, "Statements inside the content of another one.", .count) { .integer($0.nested) },
    ]

    /// Which articles copy one another is known at the end of a run, so these cells are written last.
    static let clusterColumns: [Column<ArticleCluster>] = [
        Column("cluster_id", .string, "Group of near-duplicate articles, named for the first of them.", .required) {
            .text($0.id)
        },
        Column(
            "cluster_size", .integer, "Articles in that group, this one included.",
            Constraints(required: true, minimum: 1)
        ) { .integer($0.size) },
    ]
}

/// A group of articles that copy one another; most articles are a group of their own.
struct ArticleCluster: Sendable, Equatable {
    /// The first of its articles in byte order of ids.
    let id: String
    let size: Int
}
