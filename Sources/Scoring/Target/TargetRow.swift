/// The features of one target in its sentence, each with the words that it comes from.
struct TargetRow {
    var occurrences: [Occurrence] = []
    /// Thousandths, the sum of the shares of each column.
    private(set) var dense: [Int32]
    private(set) var shares: [Share] = []

    init(denseColumns: Int) { dense = Array(repeating: 0, count: denseColumns) }

    /// One sparse feature where it occurs. The same feature may occur several times; values add up.
    struct Occurrence {
        let key: UInt64
        /// Thousandths.
        var value: Int32
        let family: Family
        /// What the name needs beside the words: a place or a side.
        let detail: Int32
        /// Up to four words by index, -1 for none; at least one.
        let words: SIMD4<Int32>
    }

    /// What one word gives to a dense feature; word -1 for what is of the whole sentence.
    struct Share {
        let column: Int32
        /// A token of the document.
        let token: Int32
        /// Thousandths.
        let value: Int32
    }

    /// What a sparse feature is made of.
    enum Family: UInt8, Sendable, CaseIterable {
        /// One or two words in a row, of the sentence or the clause.
        case sentence, clause
        /// A word before or after the target, anywhere in the sentence.
        case left, right
        /// A word at a given distance from the target.
        case place
        /// Two to four words in a row, the target among them.
        case beside
        /// Classes of words in a row from the target on, other words passed over.
        case frame
        /// The classes between the target and a word of the lexicon.
        case path
        /// A word of the lexicon on a side of the target.
        case hit
    }

    mutating func removeAll() {
        occurrences.removeAll(keepingCapacity: true)
        shares.removeAll(keepingCapacity: true)
        for column in dense.indices { dense[column] = 0 }
    }

    /// Adds to a dense column what still fits below the limit of ±8.
    mutating func addDense(_ column: Int, thousandths: Int, token: Int32) {
        let room = 8_000 - abs(Int(dense[column]))
        let value = min(max(thousandths, -room), room)
        guard value != 0 else { return }
        dense[column] += Int32(value)
        shares.append(Share(column: Int32(column), token: token, value: Int32(value)))
    }
}

extension SIMD4<Int32> {
    /// The words of an occurrence.
    init(words first: Int, _ second: Int = -1, _ third: Int = -1, _ fourth: Int = -1) {
        self.init(Int32(first), Int32(second), Int32(third), Int32(fourth))
    }
}
