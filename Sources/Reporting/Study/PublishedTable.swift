/// A finished table in its published forms.
public struct PublishedTable: Sendable {
    /// Names the files: `comparison` for `comparison.csv` and `comparison.json`.
    public let name: String
    /// What it holds, in a sentence.
    public let title: String
    public let rows: Int
    public let csv: [UInt8]
    /// One array, a row a line.
    public let json: [UInt8]
    let fields: [Field]
    let key: [String]

    struct Field: Sendable {
        let name: String
        let type: ColumnType
        let description: String
        let constraints: Constraints
    }

    init<Row>(_ name: String, _ title: String, _ columns: [Column<Row>], key: [String], _ rows: [Row]) {
        (self.name, self.title, self.rows, self.key) = (name, title, rows.count, key)
        fields = columns.map {
            Field(name: $0.name, type: $0.type, description: $0.description, constraints: $0.constraints)
        }
        var csv: [UInt8] = []
        let format = CSVFormat(variant: .plain)
        format.appendHeader(columns, to: &csv)
        for row in rows { format.append(row, columns, to: &csv) }
        self.csv = csv
        json =
            JSONTable.opening + rows.enumerated().flatMap { JSONTable.row($1, columns, isFirst: $0 == 0) }
            + JSONTable.closing
    }
}
