import Discourse

/// Renders the rows of the comparison by article, so that they can be sorted on disk.
struct ComparisonPacker: Sendable {
    private let columns = Comparison.Row.columns(.article)
    private let formats: Set<RunFormat>

    init(formats: Set<RunFormat>) { self.formats = formats }

    /// Sorts by actor, then article.
    func key(_ row: Comparison.Row) -> [UInt8] { Array(row.report.actor.id.utf8) + [0] + Array(row.group.utf8) }

    /// A `PackedRow` as bytes.
    func pack(_ row: Comparison.Row) -> [UInt8] {
        var record = RecordWriter()
        PackedRow(columns, row, formats: formats).write(to: &record)
        return record.bytes
    }
}
