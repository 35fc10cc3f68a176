import Discourse

/// One row in every format, each open at its end for the cells that are known only when the run is complete.
struct PackedRow: Sendable {
    let csv: [UInt8]
    let spreadsheet: [UInt8]
    /// An object without its closing brace.
    let json: [UInt8]

    init(_ article: ArticleRow, formats: Set<RunFormat>) {
        self.init(formats, cells: { ArticleRow.columns.map { $0.cell(article) } }) { json in
            for column in ArticleRow.columns { json.member(column.name, column.cell(article)) }
            json.member("text", .text(article.text))
        }
    }

    init(_ statement: StatementRow, formats: Set<RunFormat>) {
        self.init(formats, cells: { StatementRow.columns.map { $0.cell(statement) } }) {
            statement.writeMembers(to: &$0)
        }
    }

    init<Row>(_ columns: [Column<Row>], _ row: Row, formats: Set<RunFormat>) {
        self.init(formats, cells: { columns.map { $0.cell(row) } }) { json in
            for column in columns { json.member(column.name, column.cell(row)) }
        }
    }

    /// What no format asks for stays empty. The page is made from the JSON.
    private init(_ formats: Set<RunFormat>, cells: () -> [Cell], members: (inout JSONText) -> Void) {
        var (csv, spreadsheet, json) = ([UInt8](), [UInt8](), JSONText())
        if formats.contains(.csv) || formats.contains(.spreadsheet) {
            let cells = cells()
            CSVFormat(variant: .plain).appendCells(cells, to: &csv)
            // Most rows need no guard, and then both variants are the same bytes.
            if formats.contains(.spreadsheet), cells.contains(where: CSVFormat.needsGuard) {
                CSVFormat(variant: .spreadsheet).appendCells(cells, to: &spreadsheet)
            }
        }
        if formats.contains(.json) || formats.contains(.html) { json.object(members) }
        self.csv = csv
        self.spreadsheet = spreadsheet
        self.json = Array(json.bytes.dropLast())
    }
}

extension PackedRow {
    /// - Parameter bytes: As `write` packed them.
    init(_ bytes: [UInt8]) {
        var record = RecordReader(bytes)
        self.init(from: &record)
    }

    func write(to record: inout RecordWriter) {
        for part in [csv, spreadsheet, json] { record.write(part) }
    }

    init(from record: inout RecordReader) {
        (csv, spreadsheet, json) = (record.chunk(), record.chunk(), record.chunk())
    }

    /// The row with its last cells, if any, and the line end.
    func csvLine(_ last: [Cell], _ variant: CSVFormat.Variant) -> [UInt8] {
        var line = variant == .spreadsheet && !spreadsheet.isEmpty ? spreadsheet : csv
        if !last.isEmpty { line.append(UInt8(ascii: ",")) }
        CSVFormat(variant: variant).append(last, to: &line)
        return line
    }

    /// The object with its last members, and the line end.
    func jsonLine(_ last: [(name: String, cell: Cell)]) -> [UInt8] {
        var members = JSONText()
        members.object { json in
            for (name, cell) in last { json.member(name, cell) }
        }
        let comma = last.isEmpty ? [] : [UInt8(ascii: ",")]
        return json + comma + members.bytes.dropFirst() + [UInt8(ascii: "\n")]
    }
}
