import Discourse

/// The five CSV files of a run, in one variant.
final class TableFiles {
    private let format: CSVFormat
    private let statements: OutputFile
    private let actors: OutputFile
    private let articles: OutputFile
    private let comparison: OutputFile
    private let principals: OutputFile

    static func names(_ variant: CSVFormat.Variant) -> [String] {
        ["statements", "actors", "articles", "comparison", "principals"].map {
            $0 + (variant == .plain ? ".csv" : "-spreadsheet.csv")
        }
    }

    init(folder: String, variant: CSVFormat.Variant) throws {
        format = CSVFormat(variant: variant)
        let files = try TableFiles.names(variant).map { try OutputFile(folder: folder, name: $0) }
        (statements, actors, articles, comparison, principals) = (files[0], files[1], files[2], files[3], files[4])
        try writeHeader(StatementRow.columns.map(\.name) + [StatementRow.clusterColumn.name], to: statements)
        for file in [actors, principals] { try writeHeader(ActorReport.columns.map(\.name), to: file) }
        try writeHeader((ArticleRow.columns.map(\.name) + ArticleRow.clusterColumns.map(\.name)), to: articles)
        try writeHeader(Comparison.Row.columns(.article).map(\.name), to: comparison)
    }

    func write(_ article: UnpackedArticle, _ cluster: ArticleCluster) throws {
        try articles.appendRow(
            article.row.csvLine(ArticleRow.clusterColumns.map { $0.cell(cluster) }, format.variant))
        let last = [StatementRow.clusterColumn.cell(cluster.id)]
        for item in article.statements { try statements.appendRow(item.row.csvLine(last, format.variant)) }
    }

    func write(_ report: ActorReport) throws { try write(report, ActorReport.columns, to: actors) }

    func write(principal report: ActorReport) throws { try write(report, ActorReport.columns, to: principals) }

    func write(_ row: PackedRow) throws { try comparison.appendRow(row.csvLine([], format.variant)) }

    /// In the order of `names`.
    func finish() throws -> [OutputFile.Facts] {
        try [statements, actors, articles, comparison, principals].map { try $0.finish() }
    }

    private func write<Row>(_ row: Row, _ columns: [Column<Row>], to file: OutputFile) throws {
        var bytes: [UInt8] = []
        format.append(row, columns, to: &bytes)
        try file.appendRow(bytes)
    }

    private func writeHeader(_ names: [String], to file: OutputFile) throws {
        var bytes = format.byteOrderMark
        format.append(names.map { .text($0) }, to: &bytes)
        try file.append(bytes)
    }
}
