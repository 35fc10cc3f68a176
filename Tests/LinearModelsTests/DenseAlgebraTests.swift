import LinearModels
import Testing

struct DenseAlgebraTests {
    @Test(arguments: [1, 2, 7, 32, 257])
    func `scores of whole numbers are exact`(rowCount: Int) {
        var random = SplitMix(seed: UInt64(rowCount))
        let (k, d) = (3, 29)
        let rows = (0..<rowCount * d).map { _ in Double(Int.random(in: -8_000...8_000, using: &random)) }
        let weights = (0..<k * d).map { _ in Double(Int.random(in: -30_000...30_000, using: &random)) }
        let scores = DenseAlgebra.scores(rows: rows, weights: weights, labels: k)
        for row in 0..<rowCount {
            for label in 0..<k {
                let exact = (0..<d).reduce(0) { $0 + Int(rows[row * d + $1]) * Int(weights[label * d + $1]) }
                #expect(Int(scores[row * k + label]) == exact)
            }
        }
    }

    @Test func `the gradient is the sum of residual times row`() {
        let gradient = DenseAlgebra.gradient(residuals: [1, -1, 2, 0], rows: [10, 20, 30, 40, 50, 60], labels: 2)
        #expect(gradient == [90, 120, 150, -10, -20, -30])
    }

    @Test func `no rows or no columns give nothing`() {
        #expect(DenseAlgebra.scores(rows: [], weights: [1, 2], labels: 2).isEmpty)
        #expect(DenseAlgebra.scores(rows: [], weights: [], labels: 2).isEmpty)
    }
}
