/// A linear-chain model in whole numbers: a label for each position of a sequence, decided together.
///
/// The score of a labelling is the sum of the weights of its features at each position and of its
/// transitions. Features are 32-bit hashes folded into a table of `rows` × `SequenceModel.width` weights,
/// so two features may share a row; what that costs is measured, and it is little. Weights of features are
/// bytes, in steps of `unit`: half the memory to go through, and no worse than sixteen bits. All weights
/// are whole, so sums are exact in any order and the same on every machine.
public struct SequenceModel: Sendable, Equatable {
    public let labels: [String]
    /// Rows × `width`, a row a hashed feature, in steps of `unit`; columns beyond the labels are 0. A power of two of rows.
    public let emissions: [Int8]
    /// What one step of `emissions` weighs, 1 or more.
    public let unit: Int32
    /// Labels × labels: from the row's label to the column's. `forbidden` rules a pair out.
    public let transitions: [Int32]
    /// A label's weight at the first position.
    public let starts: [Int32]
    public let metadata: [String: String]

    /// Labels are padded to this many columns.
    public static let width = 8
    public static let forbidden: Int32 = -1_000_000_000
    /// So many features of one position sum within 16 bits.
    public static let mostFeatures = 256

    public init(
        labels: [String], emissions: [Int8], unit: Int32, transitions: [Int32], starts: [Int32],
        metadata: [String: String]
    ) {
        precondition(labels.count <= SequenceModel.width, "a sequence model has up to \(SequenceModel.width) labels")
        precondition(rowsArePowerOfTwo(emissions.count / SequenceModel.width), "the number of rows is a power of two")
        precondition(transitions.count == labels.count * labels.count && starts.count == labels.count)
        (self.labels, self.emissions, self.unit) = (labels, emissions, unit)
        (self.transitions, self.starts, self.metadata) = (transitions, starts, metadata)
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

        @inlinable public mutating func appendPosition(_ features: Span<UInt32>) {
            for index in features.indices { hashes.append(features[index]) }
            starts.append(hashes.count)
        }
    }

    /// The scores of what `body` says into the sink, one vector a position; no feature is stored.
    @inlinable public func scores(of body: (inout Scorer) -> Void) -> [SIMD8<Int32>] {
        emissions.withUnsafeBytes { table in
            var scorer = Scorer(table: table, unit: unit, mask: UInt32(emissions.count / SequenceModel.width - 1))
            body(&scorer)
            return scorer.scores
        }
    }

    /// Sums the weights of features as they come.
    public struct Scorer: FeatureSink {
        @usableFromInline let table: UnsafeRawBufferPointer
        @usableFromInline let unit: Int32
        @usableFromInline let mask: UInt32
        @usableFromInline var scores: [SIMD8<Int32>] = []

        @inlinable init(table: UnsafeRawBufferPointer, unit: Int32, mask: UInt32) {
            (self.table, self.unit, self.mask) = (table, unit, mask)
        }

        @inlinable public mutating func appendPosition(_ features: Span<UInt32>) {
            precondition(features.count <= SequenceModel.mostFeatures, "more features than sum within 16 bits")
            var sum = SIMD8<Int16>()
            for index in features.indices {
                let row = Int(features[unchecked: index] & mask) &* SequenceModel.width
                sum &+= SIMD8<Int16>(
                    truncatingIfNeeded: table.loadUnaligned(fromByteOffset: row, as: SIMD8<Int8>.self))
            }
            scores.append(SIMD8<Int32>(truncatingIfNeeded: sum) &* unit)
        }
    }

    /// One vector of label scores a position.
    public func scores(_ features: Features) -> [SIMD8<Int32>] {
        let hashes = features.hashes.span
        return scores { sink in
            for position in 0..<features.count {
                sink.appendPosition(hashes.extracting(features.starts[position]..<features.starts[position + 1]))
            }
        }
    }
}

// MARK: - Decoding

extension SequenceModel {
    /// Which label may follow which at each kind of position: the model's transitions, less the pairs ruled out there.
    public struct Steps: Sendable {
        /// Kinds × `width` labels × `width` labels before them. The weight of the step, eight times over, and in the
        /// last three bits which label came before: the largest of sums then tells both, the first of equals winning.
        fileprivate let weights: [Int64]

        fileprivate static let never = Int64.min / 4
        fileprivate static let kindStride = width * width
    }

    /// - Parameters:
    ///   - kinds: How many kinds of position there are.
    ///   - allows: Whether a label may follow another at a kind of position; asked only for pairs that are not forbidden.
    public func steps(
        kinds: Int = 1, where allows: (_ kind: Int, _ from: Int, _ to: Int) -> Bool = { _, _, _ in true }
    ) -> Steps {
        let (k, width) = (labels.count, SequenceModel.width)
        var weights = [Int64](repeating: Steps.never, count: kinds * Steps.kindStride)
        for kind in 0..<kinds {
            for from in 0..<k {
                for to in 0..<k {
                    let weight = transitions[from * k + to]
                    guard weight > SequenceModel.forbidden, allows(kind, from, to) else { continue }
                    weights[kind * Steps.kindStride + to * width + from] = Int64(weight) * 8 + Int64(7 - from)
                }
            }
        }
        return Steps(weights: weights)
    }

    /// The labelling with the largest score (Viterbi 1967).
    ///
    /// - Parameters:
    ///   - scores: One vector a position, as `scores(_:)` gives them; a caller may have added to them.
    ///   - steps: What may follow what.
    ///   - kind: The kind of a position; asked for every position but the first.
    /// - Returns: One label index a position; empty for no positions.
    /// - Complexity: O(*n* · labels²).
    public func decode(_ scores: [SIMD8<Int32>], steps: Steps, kind: (_ position: Int) -> Int = { _ in 0 }) -> [Int] {
        guard !scores.isEmpty else { return [] }
        let k = labels.count
        let lowest = Int64(SequenceModel.forbidden)
        var best = InlineArray<8, Int64>(repeating: lowest * 8)
        for label in 0..<k { best[label] = Int64(starts[label] &+ scores[0][label]) * 8 }
        var back = [Int8](repeating: 0, count: scores.count * SequenceModel.width)
        steps.weights.withUnsafeBufferPointer { weights in
            for position in 1..<max(1, scores.count) {
                var next = InlineArray<8, Int64>(repeating: lowest * 8)
                let start = kind(position) &* Steps.kindStride
                for to in 0..<k {
                    let row = start &+ to &* SequenceModel.width
                    var top = Int64.min
                    for from in 0..<8 { top = max(top, best[from] &+ weights[row &+ from]) }
                    let isReachable = top > Steps.never / 2
                    let value = (top >> 3) &+ Int64(scores[position][to])
                    next[to] = isReachable ? max(lowest, value) &* 8 : lowest * 8
                    back[position &* SequenceModel.width &+ to] = Int8(truncatingIfNeeded: 7 &- (top & 7))
                }
                best = next
            }
        }
        var label = (0..<k).max { best[$0] < best[$1] } ?? 0
        var path = [Int](repeating: label, count: scores.count)
        for position in stride(from: scores.count - 1, to: 0, by: -1) {
            label = Int(back[position * SequenceModel.width + label])
            path[position - 1] = label
        }
        return path
    }

    /// The labelling with the largest score where every position is of the same kind.
    public func decode(_ scores: [SIMD8<Int32>]) -> [Int] { decode(scores, steps: steps()) }
}

/// Takes the hashed features of one position after another.
public protocol FeatureSink {
    /// The features of the next position, all of them.
    mutating func appendPosition(_ features: Span<UInt32>)
}
