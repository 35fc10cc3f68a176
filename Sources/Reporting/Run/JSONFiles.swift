import Discourse

/// The JSON and JSON Lines files of a run.
final class JSONFiles {
    private let statements: OutputFile
    private let actors: OutputFile
    private let articles: OutputFile
    private let comparison: OutputFile
    private let principals: OutputFile

    static let names = ["statements.jsonl", "actors.json", "articles.jsonl", "comparison.json", "principals.json"]

    init(folder: String) throws {
        let files = try JSONFiles.names.map { try OutputFile(folder: folder, name: $0) }
        (statements, actors, articles, comparison, principals) = (files[0], files[1], files[2], files[3], files[4])
        for file in [actors, comparison, principals] { try file.append(JSONTable.opening) }
    }

    func write(_ article: UnpackedArticle, _ cluster: ArticleCluster) throws {
        try articles.appendRow(
            article.row.jsonLine(ArticleRow.clusterColumns.map { ($0.name, $0.cell(cluster)) }))
        let last = [(name: StatementRow.clusterColumn.name, cell: StatementRow.clusterColumn.cell(cluster.id))]
        for item in article.statements { try statements.appendRow(item.row.jsonLine(last)) }
    }

    func write(_ report: ActorReport) throws { try write(report, ActorReport.columns, to: actors) }

    func write(principal report: ActorReport) throws { try write(report, ActorReport.columns, to: principals) }

    func write(_ row: PackedRow) throws {
        try comparison.appendRow(JSONTable.row(row.json, isFirst: comparison.rows == 0))
    }

    /// In the order of `names`.
    func finish() throws -> [OutputFile.Facts] {
        for file in [actors, comparison, principals] { try file.append(JSONTable.closing) }
        return try [statements, actors, articles, comparison, principals].map { try $0.finish() }
    }

    private func write<Row>(_ row: Row, _ columns: [Column<Row>], to file: OutputFile) throws {
        try file.appendRow(JSONTable.row(row, columns, isFirst: file.rows == 0))
    }
}
