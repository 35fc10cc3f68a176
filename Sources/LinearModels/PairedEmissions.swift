/// The weights of two sequence models that see the same features, row beside row, so that one look-up serves both.
///
/// What the second model sees beyond the first is scored with that model alone and added.
public struct PairedEmissions: Sendable {
    /// A row a hashed feature: the first model's labels, then the second's.
    @usableFromInline let rows: [SIMD16<Int8>]
    @usableFromInline let units: (first: Int32, second: Int32)

    /// - Precondition: Both tables have as many rows.
    public init(_ first: SequenceModel, _ second: SequenceModel) {
        precondition(first.emissions.count == second.emissions.count, "two tables of the same size")
        let width = SequenceModel.width
        units = (first.unit, second.unit)
        rows = first.emissions.withUnsafeBytes { first in
            second.emissions.withUnsafeBytes { second in
                (0..<first.count / width).map { row in
                    SIMD16(
                        lowHalf: first.loadUnaligned(fromByteOffset: row * width, as: SIMD8<Int8>.self),
                        highHalf: second.loadUnaligned(fromByteOffset: row * width, as: SIMD8<Int8>.self))
                }
            }
        }
    }

    /// The scores, by each model, of what `body` says into the sink: one vector a position.
    @inlinable public func scores(
        of body: (inout Scorer) -> Void
    ) -> (first: [SIMD8<Int32>], second: [SIMD8<Int32>]) {
        rows.withUnsafeBufferPointer { rows in
            var scorer = Scorer(rows: rows, units: units)
            body(&scorer)
            return (scorer.first, scorer.second)
        }
    }

    /// Sums the weights of features as they come.
    public struct Scorer: FeatureSink {
        @usableFromInline let rows: UnsafeBufferPointer<SIMD16<Int8>>
        @usableFromInline let units: (first: Int32, second: Int32)
        @usableFromInline let mask: UInt32
        @usableFromInline var first: [SIMD8<Int32>] = []
        @usableFromInline var second: [SIMD8<Int32>] = []

        @inlinable init(rows: UnsafeBufferPointer<SIMD16<Int8>>, units: (first: Int32, second: Int32)) {
            (self.rows, self.units, mask) = (rows, units, UInt32(rows.count - 1))
        }

        @inlinable public mutating func appendPosition(_ features: Span<UInt32>) {
            precondition(features.count <= SequenceModel.mostFeatures, "more features than sum within 16 bits")
            var (low, high) = (SIMD8<Int16>(), SIMD8<Int16>())
            for index in features.indices {
                let row = rows[Int(features[unchecked: index] & mask)]
                low &+= SIMD8<Int16>(truncatingIfNeeded: row.lowHalf)
                high &+= SIMD8<Int16>(truncatingIfNeeded: row.highHalf)
            }
            first.append(SIMD8<Int32>(truncatingIfNeeded: low) &* units.first)
            second.append(SIMD8<Int32>(truncatingIfNeeded: high) &* units.second)
        }
    }
}
