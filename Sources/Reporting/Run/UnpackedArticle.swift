/// A `PackedArticle` read back from the spool.
struct UnpackedArticle {
    let id: String
    let row: PackedRow
    let statements: [Item]

    struct Item {
        let row: PackedRow
        /// Nil for a statement of nobody in particular.
        let entry: PackedEntry?
    }

    init(bytes: [UInt8]) {
        var record = RecordReader(bytes)
        id = record.text()
        row = PackedRow(from: &record)
        statements = (0..<record.number()).map { _ in
            let row = PackedRow(from: &record)
            return Item(row: row, entry: record.number() == 1 ? PackedEntry(from: &record) : nil)
        }
    }
}
