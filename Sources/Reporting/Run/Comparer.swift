import Discourse

/// Sets the statements of each actor side by side by article, outlet or month.
///
///     let comparer = Comparer(by: .outlet, seed: 1, scratch: "/var/tmp")
///     try RunReader(path: run).forEach { try comparer.add(PackedArticle(article: $0, statements: $1)) }
///     let comparison = try comparer.finish()
///
/// Articles may come in any order and from several runs; the same article must not come twice.
public final class Comparer {
    private let grouping: Grouping
    private let seed: UInt64
    private let scratch: String
    private let articles: ArticleSpool

    /// - Parameter scratch: A folder for data that does not fit in memory; nothing is left there.
    public init(by grouping: Grouping, seed: UInt64, scratch: String) {
        (self.grouping, self.seed, self.scratch) = (grouping, seed, scratch)
        articles = ArticleSpool(folder: scratch)
    }

    public func add(_ article: PackedArticle) throws { try articles.add(article) }

    /// Call it once.
    public func finish() throws -> Comparison {
        let entries = ExternalSorter(folder: scratch)
        try articles.forEach { article, _, number in
            for entry in article.statements.compactMap(\.entry) { try entries.add(entry, cluster: number) }
        }
        var (rows, ofActor) = ([Comparison.Row](), [Comparison.Row]())
        let tally = TallySequence(bootstrap: Bootstrap(seed: seed), grouping: grouping)
        try tally.forEach(in: entries, row: { ofActor.append($0) }) { _ in
            rows += ofActor.sorted { $0.group.utf8.lexicographicallyPrecedes($1.group.utf8) }
            ofActor = []
        }
        return Comparison(grouping: grouping, rows: rows)
    }
}
