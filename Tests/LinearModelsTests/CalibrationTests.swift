import LinearModels
import Testing

struct CalibrationTests {
    /// Rows drawn with the probabilities that `truth` gives their scores.
    private func drawn(_ truth: Calibration, rows: Int) -> (scores: [Double], targets: [Int]) {
        var random = SplitMix(seed: 40)
        let scores = (0..<rows * 3).map { _ in Double.random(in: -3...3, using: &random) }
        let calibrated = truth(scores)
        let targets = (0..<rows).map { row in
            let probabilities = Softmax.probabilities(calibrated[row * 3..<row * 3 + 3])
            let draw = Double.random(in: 0..<1, using: &random)
            return draw < probabilities[0] ? 0 : draw < probabilities[0] + probabilities[1] ? 1 : 2
        }
        return (scores, targets)
    }

    @Test func `scale and offsets that made the labels are found again`() {
        let truth = Calibration(scale: 0.6, offsets: [0.8, -0.5, 0])
        let (scores, targets) = drawn(truth, rows: 4_000)
        let found = Calibration(scores: scores, targets: targets, labels: 3)
        #expect(abs(found.scale - 0.6) < 0.06)
        #expect(abs(found.offsets[0] - 0.8) < 0.15 && abs(found.offsets[1] + 0.5) < 0.15 && found.offsets[2] == 0)
    }

    @Test func `without rows nothing is changed`() {
        let none = Calibration(scores: [], targets: [], labels: 3)
        #expect(none([1, 2, 3]) == [1, 2, 3])
    }

    @Test func `softmax survives large scores`() {
        #expect(Softmax.probabilities([5_000, 0]) == [1, 0])
        #expect(Softmax.logProbability(of: 1, [5_000, 0]) == -5_000)
        #expect(Softmax.probabilities([0, 0]) == [0.5, 0.5])
    }
}
