/// A `PackedArticle` read back from the spool.
struct UnpackedArticle {
    let id: String
    let row: PackedRow
    let statements: [Item]

    struct Item {
        let row: PackedRow
        /// Nil for a statement of nobody in particular, and for a nested one.
        let entry: TallyEntry?
    }

    init(bytes: [UInt8]) {
        var record = RecordReader(bytes)
        id = record.text()
        row = PackedRow(from: &record)
        statements = (0..<record.number()).map { _ in
            let row = PackedRow(from: &record)
            return Item(row: row, entry: record.number() == 1 ? TallyEntry(from: &record) : nil)
        }
    }
}
