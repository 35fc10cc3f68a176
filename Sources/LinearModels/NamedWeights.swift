/// The weights of one feature, for people to look at.
public struct NamedWeights: Sendable, Equatable {
    /// The kind of feature, such as `content`.
    public let block: String
    public let name: String
    /// One a label, in logits for a feature of 1.
    public let weights: [Double]

    public init(block: String, name: String, weights: [Double]) {
        (self.block, self.name, self.weights) = (block, name, weights)
    }

    /// Takes the block from the part of the name before its first colon.
    ///
    /// - Parameter fallback: The block of names without one.
    public init(_ name: String, weights: [Double], fallback: String) {
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let hasBlock = parts.count == 2 && !parts[0].isEmpty
        self.init(block: hasBlock ? parts[0] : fallback, name: hasBlock ? parts[1] : name, weights: weights)
    }
}

extension LinearModel {
    /// All features with their weights, sparse ones first.
    public var namedWeights: [NamedWeights] {
        let (k, d) = (labels.count, denseNames.count)
        let sparse = (0..<vocabulary.count).map { column in
            NamedWeights(
                vocabulary.name(of: column),
                weights: (0..<k).map { Double(sparseWeights[column * k + $0]) / 1_000 }, fallback: "other")
        }
        let dense = denseNames.indices.map { column in
            NamedWeights(
                block: "measures", name: denseNames[column],
                weights: (0..<k).map { denseWeights[$0 * d + column] / 1_000 })
        }
        return sparse + dense
    }
}
