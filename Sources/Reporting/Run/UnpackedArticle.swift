/// A `PackedArticle` read back from the spool.
struct UnpackedArticle {
    let id: String
    let row: PackedRow
    let statements: [Item]

    struct Item {
        let row: PackedRow
        /// Nil for a statement of nobody in particular, and for a nested one.
        let entry: PackedEntry?
        /// The same, laid to the one on whose behalf it is made, where that is not the speaker.
        let principal: PackedEntry?
    }

    init(bytes: [UInt8]) {
        var record = RecordReader(bytes)
        id = record.text()
        row = PackedRow(from: &record)
        statements = (0..<record.number()).map { _ in
            let row = PackedRow(from: &record)
            return Item(row: row, entry: PackedEntry?.read(from: &record), principal: PackedEntry?.read(from: &record))
        }
    }
}

extension PackedEntry? {
    /// What `RecordWriter.write(_: PackedEntry?)` wrote.
    fileprivate static func read(from record: inout RecordReader) -> PackedEntry? {
        record.number() == 1 ? PackedEntry(from: &record) : nil
    }
}
