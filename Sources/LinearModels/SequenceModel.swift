/// A linear-chain model in whole numbers: a label for each position of a sequence, decided together.
///
/// The score of a labelling is the sum of the weights of its features at each position and of its
/// transitions. Features are 32-bit hashes folded into a table of `rows` × `SequenceModel.width` weights,
/// so two features may share a row; what that costs is measured, and it is little. All weights are
/// whole, so sums are exact in any order and the same on every machine.
public struct SequenceModel: Sendable, Equatable {
    public let labels: [String]
    /// Rows × `width`, a row a hashed feature; columns beyond the labels are 0. A power of two of rows.
    public let emissions: [Int16]
    /// Labels × labels: from the row's label to the column's. `forbidden` rules a pair out.
    public let transitions: [Int32]
    /// A label's weight at the first position.
    public let starts: [Int32]
    public let metadata: [String: String]

    /// Labels are padded to this many columns.
    public static let width = 8
    public static let forbidden: Int32 = -1_000_000_000

    public init(
        labels: [String], emissions: [Int16], transitions: [Int32], starts: [Int32], metadata: [String: String]
    ) {
        precondition(labels.count <= SequenceModel.width, "a sequence model has up to \(SequenceModel.width) labels")
        precondition(rowsArePowerOfTwo(emissions.count / SequenceModel.width), "the number of rows is a power of two")
        precondition(transitions.count == labels.count * labels.count && starts.count == labels.count)
        (self.labels, self.emissions, self.transitions) = (labels, emissions, transitions)
        (self.starts, self.metadata) = (starts, metadata)
    }
}

private func rowsArePowerOfTwo(_ rows: Int) -> Bool { rows > 0 && rows & (rows - 1) == 0 }

// MARK: - Scores

extension SequenceModel {
    /// The features of a sequence: hashes, and where each position's hashes start.
    public struct Features: Sendable, FeatureSink {
        @usableFromInline var hashes: [UInt32] = []
        /// Positions + 1 entries.
        @usableFromInline var starts: [Int] = [0]

        public init() {}

        public var count: Int { starts.count - 1 }

        @inlinable public mutating func append(_ hash: UInt32) { hashes.append(hash) }
        @inlinable public mutating func endPosition() { starts.append(hashes.count) }
    }

    /// The scores of what `body` says into the sink, one vector a position; no feature is stored.
    @inlinable public func scores(of body: (inout Scorer) -> Void) -> [SIMD8<Int32>] {
        emissions.withUnsafeBytes { table in
            var scorer = Scorer(table: table, mask: UInt32(emissions.count / SequenceModel.width - 1))
            body(&scorer)
            return scorer.scores
        }
    }

    /// Sums the weights of features as they come.
    public struct Scorer: FeatureSink {
        @usableFromInline let table: UnsafeRawBufferPointer
        @usableFromInline let mask: UInt32
        @usableFromInline var sum = SIMD8<Int32>()
        @usableFromInline var scores: [SIMD8<Int32>] = []

        @inlinable init(table: UnsafeRawBufferPointer, mask: UInt32) { (self.table, self.mask) = (table, mask) }

        @inlinable public mutating func append(_ hash: UInt32) {
            let row = Int(hash & mask) &* SequenceModel.width
            sum &+= SIMD8<Int32>(
                truncatingIfNeeded: table.loadUnaligned(fromByteOffset: row &* 2, as: SIMD8<Int16>.self))
        }

        @inlinable public mutating func endPosition() {
            scores.append(sum)
            sum = SIMD8<Int32>()
        }
    }

    /// One vector of label scores a position.
    public func scores(_ features: Features) -> [SIMD8<Int32>] {
        let mask = UInt32(emissions.count / SequenceModel.width - 1)
        return emissions.withUnsafeBytes { table in
            (0..<features.count).map { position in
                var sum = SIMD8<Int32>()
                for index in features.starts[position]..<features.starts[position &+ 1] {
                    let row = Int(features.hashes[index] & mask) &* SequenceModel.width
                    let weights = table.loadUnaligned(fromByteOffset: row &* 2, as: SIMD8<Int16>.self)
                    sum &+= SIMD8<Int32>(truncatingIfNeeded: weights)
                }
                return sum
            }
        }
    }
}

// MARK: - Decoding

extension SequenceModel {
    /// The labelling with the largest score (Viterbi 1967).
    ///
    /// - Parameters:
    ///   - scores: One vector a position, as `scores(_:)` gives them; a caller may have added to them.
    ///   - allows: Whether a label may follow another at a position; asked only for pairs that are not forbidden.
    /// - Returns: One label index a position; empty for no positions.
    /// - Complexity: O(*n* · labels²).
    public func decode(
        _ scores: [SIMD8<Int32>], allows: (_ from: Int, _ to: Int, _ position: Int) -> Bool = { _, _, _ in true }
    ) -> [Int] {
        guard !scores.isEmpty else { return [] }
        let k = labels.count
        var best = SIMD8<Int32>(repeating: SequenceModel.forbidden)
        for label in 0..<k { best[label] = starts[label] &+ scores[0][label] }
        var back = [Int8](repeating: 0, count: scores.count * k)
        for position in 1..<max(1, scores.count) {
            var next = SIMD8<Int32>(repeating: SequenceModel.forbidden)
            for to in 0..<k {
                var (top, from) = (Int32.min, 0)
                for candidate in 0..<k {
                    let step = transitions[candidate &* k &+ to]
                    guard step > SequenceModel.forbidden else { continue }
                    let value = best[candidate] &+ step
                    if value > top, allows(candidate, to, position) { (top, from) = (value, candidate) }
                }
                next[to] =
                    top == Int32.min
                    ? SequenceModel.forbidden : max(SequenceModel.forbidden, top &+ scores[position][to])
                back[position &* k &+ to] = Int8(truncatingIfNeeded: from)
            }
            best = next
        }
        var label = (0..<k).max { best[$0] < best[$1] } ?? 0
        var path = [Int](repeating: label, count: scores.count)
        for position in stride(from: scores.count - 1, to: 0, by: -1) {
            label = Int(back[position * k + label])
            path[position - 1] = label
        }
        return path
    }
}

/// Takes the hashed features of one position after another.
public protocol FeatureSink {
    mutating func append(_ hash: UInt32)
    mutating func endPosition()
}
