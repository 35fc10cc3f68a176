/// A table as one JSON array of objects, one row a line, so that it can be written row by row.
enum JSONTable {
    static let opening = Array("[".utf8)
    static let closing = Array("\n]\n".utf8)

    static func row<Row>(_ row: Row, _ columns: [Column<Row>], isFirst: Bool) -> [UInt8] {
        var json = JSONText()
        json.object {
            for column in columns { $0.member(column.name, column.cell(row)) }
        }
        return self.row(json.bytes.dropLast(), isFirst: isFirst)
    }

    /// - Parameter object: A row's object without its closing brace.
    static func row(_ object: some Collection<UInt8>, isFirst: Bool) -> [UInt8] {
        Array((isFirst ? "\n" : ",\n").utf8) + object + [UInt8(ascii: "}")]
    }
}
