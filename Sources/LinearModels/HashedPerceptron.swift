/// Trains a `HashedClassifier` with the averaged perceptron (Freund and Schapire 1999).
///
/// The caller decides what is shown when, since features may depend on earlier predictions.
public struct HashedPerceptron: Sendable {
    private let labels: [String]
    private let mask: UInt32
    private var weights: [Float]
    private var sums: [Float]
    private var clock: Float = 1

    /// - Parameter rowBits: The table has 2 to this power of rows.
    public init(labels: [String], rowBits: Int) {
        self.labels = labels
        mask = UInt32(1 << rowBits - 1)
        weights = [Float](repeating: 0, count: HashedClassifier.width << rowBits)
        sums = weights
    }

    /// Shows one example: returns what the weights of the moment say, and moves them when that is wrong.
    public mutating func learn(_ features: [UInt32], label: Int) -> Int {
        defer { clock += 1 }
        var scores = SIMD32<Float>()
        for feature in features {
            let row = Int(feature & mask) &* HashedClassifier.width
            for column in labels.indices { scores[column] += weights[row &+ column] }
        }
        var best = 0
        for column in 1..<labels.count where scores[column] > scores[best] { best = column }
        guard best != label else { return best }
        for feature in features {
            let row = Int(feature & mask) &* HashedClassifier.width
            weights[row &+ label] += 1
            sums[row &+ label] += clock
            weights[row &+ best] -= 1
            sums[row &+ best] -= clock
        }
        return best
    }

    /// The mean of the weights over all examples shown, rounded to whole numbers whose sums fit 16 bits.
    public var classifier: HashedClassifier {
        let means = zip(weights, sums).map { $0 - $1 / clock }
        let largest = Float(32_000 / HashedClassifier.mostFeatures)
        let scale = min(256, largest / means.reduce(1) { max($0, abs($1)) })
        return HashedClassifier(labels: labels, weights: means.map { Int16(($0 * scale).rounded()) })
    }
}
