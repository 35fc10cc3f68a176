import Discourse
import TextFiles

/// The tables of a finished run, read row by row from its JSON files.
///
///     try RunTables(path: "Reports/november").forEach { table in try table.forEachRow { cells in … } }
///
/// The cells are those of the run's own CSV, so that every export says what the run says.
struct RunTables: Sendable {
    let path: String

    init(path: String) { self.path = path }

    struct Table {
        let name: String
        let fields: [PublishedTable.Field]
        let key: [String]
        /// Columns that name a row of another table: column, table, its column.
        let references: [(column: String, table: String, target: String)]
        let forEachRow: (_ body: ([Cell]) throws -> Void) throws -> Void
    }

    /// In an order in which no table names a later one.
    var all: [Table] { [articles, actors, principals, statements, comparison] }

    private var articles: Table {
        let fields = ArticleRow.columns.map(PublishedTable.Field.init)
        let clusters = ArticleRow.clusterColumns.map(PublishedTable.Field.init)
        return Table(name: "articles", fields: fields + clusters, key: ["article_id"], references: []) { body in
            let clusters = try RunClusters(path: path)
            try RunReader(path: path).forEach { article, _ in
                let cluster = try clusters.cluster(of: article.id)
                try body(
                    ArticleRow.columns.map { $0.cell(article) } + ArticleRow.clusterColumns.map { $0.cell(cluster) })
            }
        }
    }

    private var statements: Table {
        let columns = StatementRow.columns
        return Table(
            name: "statements",
            fields: columns.map(PublishedTable.Field.init) + [PublishedTable.Field(StatementRow.clusterColumn)],
            key: ["statement_id"], references: [("article_id", "articles", "article_id")]
        ) { body in
            let clusters = try RunClusters(path: path)
            try RunReader(path: path).forEach { article, rows in
                let cluster = StatementRow.clusterColumn.cell(try clusters.cluster(of: article.id).id)
                for row in rows { try body(columns.map { $0.cell(row) } + [cluster]) }
            }
        }
    }

    private var actors: Table { table("actors", ActorReport.columns, key: ["actor_id"]) }
    private var principals: Table { table("principals", ActorReport.columns, key: ["actor_id"]) }

    private var comparison: Table {
        let references = [("actor_id", "actors", "actor_id"), ("article_id", "articles", "article_id")]
        return table(
            "comparison", Comparison.Row.columns(.article), key: ["actor_id", "article_id"], references: references)
    }

    private func table<Row>(
        _ name: String, _ columns: [Column<Row>], key: [String],
        references: [(column: String, table: String, target: String)] = []
    ) -> Table {
        let fields = columns.map(PublishedTable.Field.init)
        return Table(name: name, fields: fields, key: key, references: references) { body in
            let file = path + "/" + name + ".json"
            let reader = try RunLineReader(path: file)
            while var line = try reader.next() {
                if line.last == UInt8(ascii: ",") { line.removeLast() }
                if line.first != UInt8(ascii: "{") { continue }
                do { try body(CellDecoder.row(line, fields)) } catch is JSONReader.Problem {
                    throw reader.error("is not a line of a run")
                }
            }
        }
    }
}

extension PublishedTable.Field {
    init<Row>(_ column: Column<Row>) {
        self.init(
            name: column.name, type: column.type, description: column.description, constraints: column.constraints)
    }
}

/// Which articles of a run copy one another; `RunReader` leaves that out.
struct RunClusters: Sendable {
    private let path: String
    private var clusters: [String: ArticleCluster] = [:]

    init(path: String) throws {
        self.path = path + "/articles.jsonl"
        let fields =
            ArticleRow.columns.filter { $0.name == "article_id" }.map(PublishedTable.Field.init)
            + ArticleRow.clusterColumns.map(PublishedTable.Field.init)
        let reader = try RunLineReader(path: self.path)
        while let line = try reader.next() {
            guard let cells = try? CellDecoder.row(line, fields), case .text(let id) = cells[0],
                case .text(let cluster) = cells[1], case .integer(let size) = cells[2]
            else { throw reader.error("is not a line of a run") }
            clusters[id] = ArticleCluster(id: cluster, size: size)
        }
    }

    func cluster(of article: String) throws -> ArticleCluster {
        guard let cluster = clusters[article] else { throw FileError(path: path, reason: "has no '\(article)'") }
        return cluster
    }
}
