/// A linear model in whole numbers: a score for each label is an intercept plus weights times features.
///
/// Features and weights are whole thousandths (of a unit, of a logit), so a product is a whole number of
/// millionths of a logit, sums are exact in any order, and the parts of a score add up to it with
/// nothing left over. The largest score a model can give stays far below 2⁵³ millionths, so the dense
/// part is exact in `Double` too, whatever BLAS does the sum.
public struct LinearModel: Sendable, Equatable {
    /// What the rows of scores are for, at least two.
    public let labels: [String]
    public let vocabulary: Vocabulary
    /// Columns × labels, thousandths of a logit.
    public let sparseWeights: [Int16]
    /// One name a dense column.
    public let denseNames: [String]
    /// Labels × columns, whole thousandths of a logit.
    public let denseWeights: [Double]
    /// One a label, millionths of a logit.
    public let intercepts: [Int]
    /// What else the model wants remembered: kind, target, seed, hashes of lexicons.
    public let metadata: [String: String]

    /// The largest magnitude of a dense feature, in thousandths; beyond it features are cut off.
    public static let denseLimit = 8_000.0

    public init(
        labels: [String], vocabulary: Vocabulary, sparseWeights: [Int16], denseNames: [String],
        denseWeights: [Double], intercepts: [Int], metadata: [String: String]
    ) {
        precondition(sparseWeights.count == vocabulary.count * labels.count, "one sparse weight a column and label")
        precondition(denseWeights.count == denseNames.count * labels.count, "one dense weight a label and column")
        precondition(denseWeights.allSatisfy { $0 == $0.rounded() }, "dense weights are whole thousandths")
        precondition(intercepts.count == labels.count, "one intercept a label")
        (self.labels, self.vocabulary, self.metadata) = (labels, vocabulary, metadata)
        (self.sparseWeights, self.denseNames, self.denseWeights) = (sparseWeights, denseNames, denseWeights)
        self.intercepts = intercepts
    }

    /// A dense feature in whole thousandths within ±8.
    ///
    ///     LinearModel.thousandths(0.12345)   // 123
    public static func thousandths(_ value: Double) -> Double {
        min(max((value * 1_000).rounded(), -denseLimit), denseLimit)
    }
}

extension LinearModel {
    /// The scores of a batch, rows × labels, in millionths of a logit.
    ///
    /// - Parameter features: Sparse columns of the vocabulary and dense columns in the order of `denseNames`.
    public func scores(_ features: FeatureMatrix) -> [Int] {
        precondition(features.sparseColumns <= vocabulary.count, "sparse columns are those of the vocabulary")
        precondition(features.denseColumns == denseNames.count, "dense columns are those of the model")
        let k = labels.count
        let dense = DenseAlgebra.scores(rows: features.dense, weights: denseWeights, labels: k)
        let sparse = features.sparse
        var scores = [Int](repeating: 0, count: features.rowCount * k)
        for row in 0..<features.rowCount {
            let base = row &* k
            for label in 0..<k {
                scores[base &+ label] = intercepts[label] &+ (dense.isEmpty ? 0 : Int(dense[base &+ label]))
            }
            for entry in sparse.entries(of: row) {
                let (first, value) = (Int(sparse.columns[entry]) &* k, Int(sparse.values[entry]))
                for label in 0..<k { scores[base &+ label] &+= value &* Int(sparseWeights[first &+ label]) }
            }
        }
        return scores
    }

    /// How much more one thousandth of a sparse column speaks for one label than for another, in millionths.
    @inlinable public func sparseWeight(column: Int, of label: Int, over other: Int) -> Int {
        let first = column &* labels.count
        return Int(sparseWeights[first &+ label]) &- Int(sparseWeights[first &+ other])
    }

    /// How much more one thousandth of a dense column speaks for one label than for another, in millionths.
    @inlinable public func denseWeight(column: Int, of label: Int, over other: Int) -> Int {
        let d = denseNames.count
        return Int(denseWeights[label &* d &+ column]) &- Int(denseWeights[other &* d &+ column])
    }
}
