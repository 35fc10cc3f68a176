import Testing

@testable import Evaluation

struct CorrelationTests {
    @Test func `ranks of generated values agree with counting`() {
        var dice = Dice(state: 8)
        for _ in 0..<200 {
            let values = (0..<Int.random(in: 0...12, using: &dice)).map { _ in
                Double(Int.random(in: 0...4, using: &dice))
            }
            let counted = values.map { value in
                Double(values.count { $0 < value }) + Double(values.count { $0 == value } - 1) / 2
            }
            #expect(Correlation.ranks(values) == counted)
        }
    }

    @Test func `Pearson's r has its known values`() {
        #expect(abs(Correlation.pearson([1, 2, 3], [2, 4, 6]) - 1) < 1e-12)
        #expect(abs(Correlation.pearson([1, 2, 3], [3, 2, 1]) + 1) < 1e-12)
        #expect(Correlation.pearson([1, 2, 3], [5, 5, 5]) == 0)
        #expect(Correlation.pearson([], []) == 0)
        #expect(abs(Correlation.spearman([1, 2, 3, 4], [1, 8, 27, 64]) - 1) < 1e-12)
    }

    @Test(arguments: [
        (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.675, 2, "2.67"), (-0.00001, 2, "-0.00"), (66.66666, 1, "66.7"),
        (0, 4, "0.0000"),
        (1e15, 0, "1000000000000000"),
    ])
    func `numbers are rounded by their exact value, ties to even`(_ value: Double, _ decimals: Int, _ text: String) {
        #expect(fixed(value, decimals) == text)
    }

    @Test func `values at and beyond the edges fall into the outer bins`() {
        #expect(Calibration.gap(predicted: [-2, -1, 1, 2], actual: [-1, -1, 1, 1], in: -1...1) == 0.5)
        #expect(Calibration.gap(predicted: [], actual: [], in: 0...1) == 0)
    }
}
