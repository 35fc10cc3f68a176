import Testing

@testable import LinearModels

#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

struct SoftmaxObjectiveTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `the gradient agrees with finite differences`(seed: UInt64) {
        let objective = SoftmaxObjective.generated(seed: seed)
        var random = SplitMix(seed: seed)
        let point = (0..<objective.dimension).map { _ in Double.random(in: -1...1, using: &random) }
        var (gradient, unused) = (point, point)
        _ = objective.evaluate(at: point, gradient: &gradient)
        for index in point.indices {
            var (above, below) = (point, point)
            above[index] += 1e-5
            below[index] -= 1e-5
            let slope =
                (objective.evaluate(at: above, gradient: &unused) - objective.evaluate(at: below, gradient: &unused))
                / 2e-5
            #expect(abs(slope - gradient[index]) < 1e-5 * max(1, abs(slope)), "parameter \(index)")
        }
    }

    @Test func `the value is the weighted log-loss plus the penalty, written out`() {
        let objective = SoftmaxObjective.generated(seed: 4)
        var random = SplitMix(seed: 9)
        let point = (0..<objective.dimension).map { _ in Double.random(in: -1...1, using: &random) }
        var unused = point
        var expected = 0.0
        for row in objective.targets.indices {
            let scores = objective.plainScores(row: row, at: point)
            let sum = scores.reduce(0) { $0 + exp($1) }
            expected -= objective.rowWeights[row] * log(exp(scores[objective.targets[row]]) / sum)
        }
        for index in 0..<27 { expected += 0.35 * point[index] * point[index] }
        for index in 27..<39 { expected += 0.15 * point[index] * point[index] }
        #expect(abs(objective.evaluate(at: point, gradient: &unused) - expected) < 1e-9 * expected)
    }

    @Test func `the minimiser finds the optimum that slow descent finds`() {
        let objective = SoftmaxObjective.generated(seed: 5, rows: 25)
        let fast = Minimizer(tolerance: 1e-9)(objective)
        var slow = [Double](repeating: 0, count: objective.dimension)
        for _ in 0..<12_000 {
            let gradient = objective.plainGradient(at: slow)
            for index in slow.indices { slow[index] -= 4e-3 * gradient[index] }
        }
        var unused = slow
        let slowValue = objective.evaluate(at: slow, gradient: &unused)
        #expect(abs(fast.value - slowValue) < 1e-7 * slowValue)
        for (a, b) in zip(fast.point, slow) { #expect(abs(a - b) < 1e-3) }
    }

    @Test func `a row of weight zero does not count`() {
        let all = SoftmaxObjective.generated(seed: 6)
        var weights = all.rowWeights
        for row in 30..<60 { weights[row] = 0 }
        let weighted = SoftmaxObjective(
            features: all.features, targets: all.targets, rowWeights: weights, labels: 3, sparsePenalty: 0.7,
            densePenalty: 0.3)
        var half = SparseMatrix()
        for row in 0..<30 {
            for entry in all.features.sparse.entries(of: row) {
                half.append(
                    column: Int(all.features.sparse.columns[entry]), value: Int(all.features.sparse.values[entry]))
            }
            half.endRow()
        }
        let shorter = SoftmaxObjective(
            features: FeatureMatrix(
                sparse: half, sparseColumns: 9, dense: Array(all.features.dense[..<120]), denseColumns: 4),
            targets: Array(all.targets[..<30]), rowWeights: Array(weights[..<30]), labels: 3, sparsePenalty: 0.7,
            densePenalty: 0.3)
        #expect(abs(Minimizer()(weighted).value - Minimizer()(shorter).value) < 1e-6)
    }
}

extension SoftmaxObjective {
    /// The scores of one row by the definition, without BLAS or sparse loops.
    func plainScores(row: Int, at point: [Double]) -> [Double] {
        let plain = features.plainRow(row)
        let (s, d) = (features.sparseColumns, features.denseColumns)
        return (0..<labels).map { label in
            var score = point[labels * (s + d) + label]
            for column in 0..<s { score += plain[column] * point[column * labels + label] }
            for column in 0..<d { score += plain[s + column] * point[labels * s + label * d + column] }
            return score
        }
    }

    /// The gradient by the definition.
    func plainGradient(at point: [Double]) -> [Double] {
        let (s, d) = (features.sparseColumns, features.denseColumns)
        var gradient = [Double](repeating: 0, count: dimension)
        for row in targets.indices {
            let (plain, scores) = (features.plainRow(row), plainScores(row: row, at: point))
            let sum = scores.reduce(0) { $0 + exp($1) }
            for label in 0..<labels {
                let residual = rowWeights[row] * (exp(scores[label]) / sum - (targets[row] == label ? 1 : 0))
                for column in 0..<s { gradient[column * labels + label] += residual * plain[column] }
                for column in 0..<d { gradient[labels * s + label * d + column] += residual * plain[s + column] }
                gradient[labels * (s + d) + label] += residual
            }
        }
        for index in 0..<labels * s { gradient[index] += sparsePenalty * point[index] }
        for index in labels * s..<labels * (s + d) {
            gradient[index] += densePenalties[(index - labels * s) % d] * point[index]
        }
        return gradient
    }
}
