import TextFiles

/// A linear classifier over hashed features in whole numbers, for decisions taken one after another.
///
/// The score of a label is the sum of the weights of its features; features are 32-bit hashes folded into a
/// table of `rows` × `HashedClassifier.width` weights. Weights are small enough that up to
/// `HashedClassifier.mostFeatures` of them sum within 16 bits.
public struct HashedClassifier: Sendable, Equatable {
    public let labels: [String]
    /// Rows × `width`; a power of two of rows, columns beyond the labels are 0.
    public let weights: [Int16]

    /// Labels are padded to this many columns.
    public static let width = 32

    public static let mostFeatures = 24

    public init(labels: [String], weights: [Int16]) {
        let rows = weights.count / HashedClassifier.width
        precondition(
            labels.count <= HashedClassifier.width, "a hashed classifier has up to \(HashedClassifier.width) labels")
        precondition(rows > 0 && rows & (rows - 1) == 0, "the number of rows is a power of two")
        (self.labels, self.weights) = (labels, weights)
    }

    /// The label with the largest score, the first of equals; 0 for no features.
    public func predict(_ features: [UInt32]) -> Int {
        let mask = UInt32(weights.count / HashedClassifier.width - 1)
        precondition(
            features.count <= HashedClassifier.mostFeatures,
            "a decision has up to \(HashedClassifier.mostFeatures) features")
        var sum = SIMD32<Int16>()
        weights.withUnsafeBytes { table in
            for feature in features {
                let row = Int(feature & mask) &* HashedClassifier.width
                sum &+= table.loadUnaligned(fromByteOffset: row &* 2, as: SIMD32<Int16>.self)
            }
        }
        var best = 0
        for label in 1..<labels.count where sum[label] > sum[best] { best = label }
        return best
    }
}

// MARK: - File

extension HashedClassifier {
    /// Adds the classifier to a file as the array `name.weights`.
    public func store(as name: String, in file: inout Safetensors) {
        file.metadata["\(name).labels"] = labels.joined(separator: " ")
        file.set("\(name).weights", weights, shape: [weights.count / HashedClassifier.width, HashedClassifier.width])
    }

    /// - Throws: `FileError` when the array is missing or has a size that no table has.
    public init(_ name: String, in file: Safetensors, path: String) throws {
        let labels = (file.metadata["\(name).labels"] ?? "").split(separator: " ").map(String.init)
        let weights = file.numbers("\(name).weights", of: Int16.self) ?? []
        let rows = weights.count / HashedClassifier.width
        guard (1...HashedClassifier.width).contains(labels.count), rows > 0, rows & (rows - 1) == 0,
            rows * HashedClassifier.width == weights.count
        else { throw FileError(path: path, reason: "has no classifier '\(name)'") }
        self.init(labels: labels, weights: weights)
    }
}
