/// A table as one JSON array of objects, one row a line, so that it can be written row by row.
enum JSONTable {
    static let opening = Array("[".utf8)
    static let closing = Array("\n]\n".utf8)

    static func row<Row>(_ row: Row, _ columns: [Column<Row>], isFirst: Bool) -> [UInt8] {
        var json = JSONText()
        json.object {
            for column in columns { $0.member(column.name, column.cell(row)) }
        }
        return Array((isFirst ? "\n" : ",\n").utf8) + json.bytes
    }
}
