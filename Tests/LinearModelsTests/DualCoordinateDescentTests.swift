#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif
import Testing

@testable import LinearModels

struct DualCoordinateDescentTests {
    /// 90 rows of up to 14 columns by formula, so that other programs can make the same.
    private let rows: WeightedRows
    private let targets: [Int]

    init() {
        var (rows, targets) = (WeightedRows(), [Int]())
        for i in 0..<90 {
            var sum = 0.0
            for j in 0..<14 where (i * 5 + j * 3) % 4 != 0 {
                let value = Float(sin(Double(i * 7 + j * 13 + 1)))
                rows.append(column: j, value: value)
                sum += Double(value) * cos(Double(j + 1))
            }
            rows.endRow()
            targets.append(sum > 0.6 ? 0 : sum < -0.6 ? 1 : 2)
        }
        (self.rows, self.targets) = (rows, targets)
    }

    private func objectives(tolerance: Double, seed: UInt64 = 1, labels: Int = 3) -> [Double] {
        let costs = Array(repeating: 1.5, count: 90)
        let result = DualCoordinateDescent(tolerance: tolerance, maximalPasses: 20_000, seed: seed)(
            rows, columns: 14, targets: targets, labels: labels, costs: costs)
        return DualCoordinateDescent.objectives(
            rows, weights: result.weights, targets: targets, labels: labels, costs: costs)
    }

    @Test func `it finds the optimum that LIBLINEAR finds`() {
        // liblinear-official 2.50 from PyPI, -s 1 -c 1.5 -e 1e-12, one label against the rest.
        let recorded = [54.921_664_962_3, 64.979_921_627_0, 133.973_416_611_2]
        for (value, expected) in zip(objectives(tolerance: 1e-7), recorded) {
            #expect(abs(value - expected) < 1e-6 * expected)
        }
    }

    @Test(arguments: [2, 3, 99]) func `another order of rows ends at the same optimum`(seed: UInt64) {
        for (a, b) in zip(objectives(tolerance: 1e-7, seed: seed), objectives(tolerance: 1e-7)) {
            #expect(abs(a - b) < 1e-6 * b)
        }
    }

    @Test func `labels beyond the fourth are trained like the first ones`() {
        // Labels 3 to 6 have no rows; the first three must not notice.
        let (three, seven) = (objectives(tolerance: 1e-6), objectives(tolerance: 1e-6, labels: 7))
        for label in 0..<3 { #expect(abs(three[label] - seven[label]) < 1e-5 * three[label]) }
    }

    @Test func `the gradient of what is minimised is zero at the weights`() {
        let costs = (0..<90).map { 0.5 + Double($0 % 4) }
        let weights = DualCoordinateDescent(tolerance: 1e-9, maximalPasses: 50_000)(
            rows, columns: 14, targets: targets, labels: 3, costs: costs
        ).weights
        for index in weights.indices {
            func value(_ shift: Double) -> Double {
                var moved = weights
                moved[index] += shift
                return DualCoordinateDescent.objectives(
                    rows, weights: moved, targets: targets, labels: 3, costs: costs)[
                        index % 3]
            }
            #expect(abs((value(1e-4) - value(-1e-4)) / 2e-4) < 1e-5)
        }
    }

    @Test func `the same seed gives the same weights`() {
        func weights() -> [Double] {
            DualCoordinateDescent()(
                rows, columns: 14, targets: targets, labels: 3, costs: Array(repeating: 1, count: 90)
            ).weights
        }
        #expect(weights() == weights())
    }

    @Test func `no rows give no weights`() {
        let none = DualCoordinateDescent()(WeightedRows(), columns: 2, targets: [], labels: 2, costs: [])
        #expect(none.weights == [0, 0, 0, 0])
    }
}
