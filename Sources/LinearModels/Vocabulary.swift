/// The sparse columns of a model: 64-bit feature keys in rising order, each with a readable name.
///
/// The column of a feature is its rank among the keys. Names are kept as bytes and become strings only
/// when somebody asks.
public struct Vocabulary: Sendable, Equatable {
    public let keys: [UInt64]
    /// The names in the order of the keys, each followed by a line feed.
    public let nameBytes: [UInt8]
    private let nameStarts: [Int32]
    /// An open-addressed table: column + 1, or 0 for an empty slot.
    private let slots: [Int32]

    /// - Parameter features: Keys and names in any order; names hold no line break.
    /// - Throws: Nothing; two features with one key are a broken promise of the caller.
    public init(_ features: [(key: UInt64, name: String)]) {
        let sorted = features.sorted { $0.key < $1.key }
        var bytes: [UInt8] = []
        for feature in sorted {
            bytes.append(contentsOf: feature.name.utf8)
            bytes.append(UInt8(ascii: "\n"))
        }
        guard let vocabulary = Vocabulary(keys: sorted.map(\.key), nameBytes: bytes) else {
            preconditionFailure("feature keys differ, and names hold no line break")
        }
        self = vocabulary
    }

    /// Nil when the keys do not rise or there is not one name a key.
    public init?(keys: [UInt64], nameBytes: [UInt8]) {
        for index in keys.indices.dropFirst() where keys[index - 1] >= keys[index] { return nil }
        var starts: [Int32] = [0]
        starts.reserveCapacity(keys.count + 1)
        for (index, byte) in nameBytes.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(Int32(index + 1))
        }
        guard starts.count == keys.count + 1, Int(starts[keys.count]) == nameBytes.count else { return nil }
        (self.keys, self.nameBytes, nameStarts) = (keys, nameBytes, starts)
        slots = Vocabulary.table(of: keys)
    }

    public var count: Int { keys.count }

    /// The column of a feature; nil when the model does not know it.
    @inline(__always) public func column(of key: UInt64) -> Int? {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while true {
            let column = Int(slots[slot]) &- 1
            if column < 0 { return nil }
            if keys[column] == key { return column }
            slot = (slot &+ 1) & mask
        }
    }

    public func name(of column: Int) -> String {
        String(decoding: nameBytes[Int(nameStarts[column])..<Int(nameStarts[column + 1]) - 1], as: UTF8.self)
    }

    private static func table(of keys: [UInt64]) -> [Int32] {
        var size = 16
        while size < 2 * keys.count { size *= 2 }
        var slots = [Int32](repeating: 0, count: size)
        for (column, key) in keys.enumerated() {
            var slot = Int(truncatingIfNeeded: key) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(column + 1)
        }
        return slots
    }
}
