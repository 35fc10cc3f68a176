import LinearModels

/// The features of one statement, each with the words that it comes from.
struct FeatureRow {
    var occurrences: [Occurrence] = []
    /// Thousandths, the sum of the shares of each column.
    private(set) var dense: [Int32]
    private(set) var shares: [Share] = []
    /// The vector of the statement's words, which fills the last dense columns; nil without word vectors.
    private(set) var pooled: WordVectors.Pooled?

    init(denseColumns: Int) { dense = Array(repeating: 0, count: denseColumns) }

    /// One sparse feature where it occurs. The same feature may occur several times; values add up.
    struct Occurrence {
        let key: UInt64
        /// Thousandths.
        let value: Int32
        let family: Family
        /// What the name needs beside the words: kinds of the words, or classes and negations.
        let detail: UInt32
        /// Up to three tokens that share the feature, -1 for none; at least one.
        let tokens: SIMD4<Int32>
    }

    /// What one word gives to a dense feature; token -1 for what is of the whole statement.
    struct Share {
        let column: Int32
        let token: Int32
        /// Thousandths.
        let value: Int32
    }

    /// What a sparse feature is made of.
    enum Family: UInt8, Sendable {
        /// One or two words in a row, of the cue and content, the cue, the source, the rest of the
        /// sentence, or the sentence before.
        case content, cue, source, context, before
        /// A word in the reach of a negator.
        case negated
        /// An operator on a target that `rules.tsv` lists.
        case rule
        /// An operator on an operator on a target, by class.
        case pattern
        /// A class of operators on a word of a target.
        case governed
        /// A judgement of a target, or what a target does.
        case judged
        /// Two or three classes in the order of their words.
        case skeleton
    }

    mutating func removeAll() {
        pooled = nil
        occurrences.removeAll(keepingCapacity: true)
        shares.removeAll(keepingCapacity: true)
        for column in dense.indices { dense[column] = 0 }
    }

    /// Sets the dense columns from `start` on.
    mutating func setVector(_ vector: WordVectors.Pooled, at start: Int) {
        for (index, value) in vector.values.enumerated() { dense[start + index] = value }
        pooled = vector
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
    /// The tokens of an occurrence.
    init(tokens first: Int32, _ second: Int32 = -1, _ third: Int32 = -1) { self.init(first, second, third, -1) }
}
