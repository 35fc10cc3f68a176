import Discourse

/// One row in every format, each open at its end for the cells that are known only when the run is complete.
struct PackedRow: Sendable {
    let csv: [UInt8]
    let spreadsheet: [UInt8]
    /// An object without its closing brace.
    let json: [UInt8]

    init(_ article: ArticleRow) {
        self.init(cells: ArticleRow.columns.map { $0.cell(article) }) { json in
            for column in ArticleRow.columns { json.member(column.name, column.cell(article)) }
            json.member("text", .text(article.text))
        }
    }

    init(_ statement: StatementRow) {
        self.init(cells: StatementRow.columns.map { $0.cell(statement) }) { statement.writeMembers(to: &$0) }
    }

    private init(cells: [Cell], members: (inout JSONText) -> Void) {
        var (csv, spreadsheet, json) = ([UInt8](), [UInt8](), JSONText())
        CSVFormat(variant: .plain).appendCells(cells, to: &csv)
        // Most rows need no guard, and then both variants are the same bytes.
        if cells.contains(where: CSVFormat.needsGuard) {
            CSVFormat(variant: .spreadsheet).appendCells(cells, to: &spreadsheet)
        }
        json.object(members)
        self.csv = csv
        self.spreadsheet = spreadsheet
        self.json = Array(json.bytes.dropLast())
    }
}

extension PackedRow {
    func write(to record: inout RecordWriter) {
        for part in [csv, spreadsheet, json] { record.write(part) }
    }

    init(from record: inout RecordReader) {
        (csv, spreadsheet, json) = (record.chunk(), record.chunk(), record.chunk())
    }

    /// The row with its last cells and the line end.
    func csvLine(_ last: [Cell], _ variant: CSVFormat.Variant) -> [UInt8] {
        var line = variant == .spreadsheet && !spreadsheet.isEmpty ? spreadsheet : csv
        line.append(UInt8(ascii: ","))
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
