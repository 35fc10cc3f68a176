/// The features of one statement, with the words that each of them comes from.
struct FeatureRow {
    /// One sparse feature where it occurs.
    struct Occurrence {
        let key: UInt64
        /// Thousandths.
        let value: Int32
        let family: Family
        /// What the name needs beside the words.
        let detail: UInt32
        /// Up to three tokens; -1 for none. Without any, the feature is of the whole statement.
        let tokens: (Int32, Int32, Int32)
    }

    /// A share of a dense feature that one word gives; token -1 for the whole statement.
    struct Share {
        let column: Int32
        let token: Int32
        /// Thousandths.
        let value: Int32
    }

    enum Family: UInt8, Sendable {
        case content, stem, negated, cue, context, before, rule, pattern, governed, judged, shape, shareOfCue, piece, source, skeleton, skip
    }

    var occurrences: [Occurrence] = []
    /// Thousandths, the sum of the shares of each column.
    var dense: [Int32]
    var shares: [Share] = []

    init(denseColumns: Int) { dense = Array(repeating: 0, count: denseColumns) }

    mutating func removeAll() {
        occurrences.removeAll(keepingCapacity: true)
        shares.removeAll(keepingCapacity: true)
        for column in dense.indices { dense[column] = 0 }
    }

    /// Adds to a dense column what still fits below the limit of ±8.
    mutating func addDense(_ column: Int, _ thousandths: Int, token: Int32) {
        let room = 8_000 - abs(Int(dense[column]))
        let value = min(max(thousandths, -room), room)
        guard value != 0 else { return }
        dense[column] += Int32(value)
        shares.append(Share(column: Int32(column), token: token, value: Int32(value)))
    }
}
