#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

/// The loss of multinomial logistic regression with an L2 penalty.
///
///     value = Σᵢ wᵢ · −log softmax(zᵢ)[yᵢ]  +  ½ Σ λ θ²,   zᵢ = W xᵢ + b
///
/// Parameters lie in three runs: sparse weights, columns × labels, so that one column's labels lie
/// together for a gather; dense weights, labels × columns, as BLAS wants them; intercepts, which are
/// not penalised. Features are whole thousandths, and weights are per unit.
public struct SoftmaxObjective: Objective {
    public let features: FeatureMatrix
    /// The label of each row, 0..<`labels`.
    public let targets: [Int]
    /// Not negative, one a row.
    public let rowWeights: [Double]
    public let labels: Int
    public let sparsePenalty: Double
    /// λ of the weights of each dense column.
    public let densePenalties: [Double]

    /// - Parameters:
    ///   - sparsePenalty: λ of the sparse weights, at least 0.
    ///   - densePenalty: λ of the dense weights, at least 0.
    public init(
        features: FeatureMatrix, targets: [Int], rowWeights: [Double]? = nil, labels: Int, sparsePenalty: Double,
        densePenalty: Double
    ) {
        self.init(
            features: features, targets: targets, rowWeights: rowWeights, labels: labels, sparsePenalty: sparsePenalty,
            densePenalties: Array(repeating: densePenalty, count: features.denseColumns))
    }

    /// - Parameters:
    ///   - sparsePenalty: λ of the sparse weights, at least 0.
    ///   - densePenalties: λ of the weights of each dense column, at least 0.
    public init(
        features: FeatureMatrix, targets: [Int], rowWeights: [Double]? = nil, labels: Int, sparsePenalty: Double,
        densePenalties: [Double]
    ) {
        precondition(densePenalties.count == features.denseColumns, "one penalty a dense column")
        precondition(targets.count == features.rowCount, "one target a row")
        precondition(targets.allSatisfy { (0..<labels).contains($0) }, "targets are labels")
        let weights = rowWeights ?? Array(repeating: 1, count: targets.count)
        precondition(weights.count == targets.count, "one weight a row")
        (self.features, self.targets, self.rowWeights, self.labels) = (features, targets, weights, labels)
        (self.sparsePenalty, self.densePenalties) = (sparsePenalty, densePenalties)
    }

    public var dimension: Int { labels * (features.sparseColumns + features.denseColumns + 1) }

    var denseStart: Int { labels * features.sparseColumns }
    var interceptStart: Int { labels * (features.sparseColumns + features.denseColumns) }

    public func evaluate(at point: [Double], gradient: inout [Double]) -> Double {
        var residuals = scores(at: point)
        let loss = replaceByResiduals(&residuals)
        for index in gradient.indices { gradient[index] = 0 }
        addSparseGradient(residuals, to: &gradient)
        addDenseGradient(residuals, to: &gradient)
        return loss + addPenalty(at: point, to: &gradient)
    }

    /// The scores of all rows, rows × labels.
    public func scores(at point: [Double]) -> [Double] {
        precondition(point.count == dimension, "one parameter a column and label")
        var scores = denseScores(at: point)
        let (sparse, blocks, intercepts) = (features.sparse, blocks, interceptStart)
        let weights = blocked(point[..<denseStart])
        var sums = [SIMD4<Double>](repeating: .zero, count: blocks)
        for row in 0..<features.rowCount {
            for block in 0..<blocks { sums[block] = .zero }
            for entry in sparse.entries(of: row) {
                let (base, value) = (Int(sparse.columns[entry]) &* blocks, Double(sparse.values[entry]) * 1e-3)
                for block in 0..<blocks { sums[block] += value * weights[base &+ block] }
            }
            for label in 0..<labels {
                scores[row * labels + label] += sums[label >> 2][label & 3] + point[intercepts + label]
            }
        }
        return scores
    }

    /// How many runs of four hold the labels.
    private var blocks: Int { (labels + 3) / 4 }

    /// Rows × labels with each row filled up to runs of four, so that a gather adds whole vectors.
    private func blocked(_ values: ArraySlice<Double>) -> [SIMD4<Double>] {
        let (k, blocks) = (labels, blocks)
        var vectors = [SIMD4<Double>](repeating: .zero, count: values.count / k * blocks)
        for row in 0..<values.count / k {
            for label in 0..<k {
                vectors[row * blocks + (label >> 2)][label & 3] = values[values.startIndex + row * k + label]
            }
        }
        return vectors
    }

    private func denseScores(at point: [Double]) -> [Double] {
        guard features.denseColumns > 0, features.rowCount > 0 else {
            return Array(repeating: 0, count: features.rowCount * labels)
        }
        let weights = point[denseStart..<interceptStart].map { $0 * 1e-3 }
        return DenseAlgebra.scores(rows: features.dense, weights: weights, labels: labels)
    }

    /// Turns scores into what the gradient multiplies, weight · (probability − truth), and returns the loss.
    private func replaceByResiduals(_ scores: inout [Double]) -> Double {
        var loss = 0.0
        for row in targets.indices {
            let base = row * labels
            let top = scores[base..<base + labels].max()!
            var sum = 0.0
            for label in 0..<labels { sum += exp(scores[base + label] - top) }
            let logSum = top + log(sum)
            loss += rowWeights[row] * (logSum - scores[base + targets[row]])
            for label in 0..<labels {
                let truth = label == targets[row] ? 1.0 : 0.0
                scores[base + label] = rowWeights[row] * (exp(scores[base + label] - logSum) - truth)
            }
        }
        return loss
    }

    private func addSparseGradient(_ residuals: [Double], to gradient: inout [Double]) {
        let (sparse, k, blocks, intercepts) = (features.sparse, labels, blocks, interceptStart)
        let pulls = blocked(residuals[...])
        var sums = [SIMD4<Double>](repeating: .zero, count: features.sparseColumns * blocks)
        for row in 0..<features.rowCount {
            for label in 0..<k { gradient[intercepts + label] += residuals[row * k + label] }
            for entry in sparse.entries(of: row) {
                let (base, value) = (Int(sparse.columns[entry]) &* blocks, Double(sparse.values[entry]) * 1e-3)
                for block in 0..<blocks { sums[base &+ block] += value * pulls[row &* blocks &+ block] }
            }
        }
        for column in 0..<features.sparseColumns {
            for label in 0..<k { gradient[column * k + label] = sums[column * blocks + (label >> 2)][label & 3] }
        }
    }

    private func addDenseGradient(_ residuals: [Double], to gradient: inout [Double]) {
        guard features.denseColumns > 0, features.rowCount > 0 else { return }
        let dense = DenseAlgebra.gradient(residuals: residuals, rows: features.dense, labels: labels)
        for (index, value) in dense.enumerated() { gradient[denseStart + index] = value * 1e-3 }
    }

    private func addPenalty(at point: [Double], to gradient: inout [Double]) -> Double {
        var penalty = 0.0
        for index in 0..<interceptStart {
            let lambda =
                index < denseStart ? sparsePenalty : densePenalties[(index - denseStart) % features.denseColumns]
            penalty += lambda * point[index] * point[index]
            gradient[index] += lambda * point[index]
        }
        return penalty / 2
    }
}
