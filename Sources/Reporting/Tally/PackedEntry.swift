/// A `TallyEntry` as bytes, with what it is sorted by, so that it can be moved on without being read.
struct PackedEntry: Sendable {
    /// The id of the actor and a zero.
    private let actor: [UInt8]
    /// The content's hash, the article's id, a zero and the statement's id.
    private let place: [UInt8]
    private let bytes: [UInt8]

    init(_ entry: TallyEntry) {
        actor = Array(entry.actor.id.utf8) + [0]
        place = PackedEntry.bigEndian(entry.content) + Array(entry.articleID.utf8) + [0] + Array(entry.statementID.utf8)
        var record = RecordWriter()
        entry.write(to: &record)
        bytes = record.bytes
    }

    /// Sorts by actor, then cluster, then content, so that copies stand side by side.
    func key(cluster: Int) -> [UInt8] { actor + PackedEntry.bigEndian(UInt64(cluster)) + place }

    /// The cluster, and the entry as a `RecordReader` takes it apart.
    func value(cluster: Int) -> [UInt8] {
        var record = RecordWriter()
        record.write(cluster)
        return record.bytes + bytes
    }

    private static func bigEndian(_ word: UInt64) -> [UInt8] { withUnsafeBytes(of: word.bigEndian) { Array($0) } }
}

extension PackedEntry {
    func write(to record: inout RecordWriter) {
        for part in [actor, place, bytes] { record.write(part) }
    }

    init(from record: inout RecordReader) {
        (actor, place, bytes) = (record.chunk(), record.chunk(), record.chunk())
    }
}
