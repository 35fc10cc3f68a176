import Discourse
import Testing

@testable import Classification

struct StanceFiguresTests {
    private func judged(_ gold: Stance, _ label: Stance, _ probabilities: (Double, Double, Double)) -> JudgedStance {
        JudgedStance(
            gold: gold, label: label, favor: probabilities.0, against: probabilities.1, none: probabilities.2,
            isGoldConditional: gold == .favor, isConditional: label == .favor, isNatural: true)
    }

    @Test func `figures agree with those worked out by hand`() {
        let figures = StanceFigures([
            judged(.favor, .favor, (0.95, 0.03, 0.02)),
            judged(.favor, .none, (0.30, 0.15, 0.55)),
            judged(.against, .against, (0.10, 0.52, 0.38)),
            judged(.none, .favor, (0.91, 0.05, 0.04)),
        ])
        #expect(figures.accuracy == 0.5)
        #expect(figures.f1 == [.favor: 0.5, .against: 1, .none: 0])
        #expect(figures.macroF1 == 0.5)
        #expect(figures.conditionalF1 == 0.5)
        #expect(figures.confusion == [[1, 0, 1], [0, 1, 0], [1, 0, 0]])
        #expect(figures.reliability.map(\.count) == [2, 2])
        #expect(figures.reliability.map(\.accuracy) == [0.5, 0.5])
        // |0.535 - 0.5| and |0.93 - 0.5|, each for half of the statements.
        #expect(abs(figures.calibrationError - (0.035 + 0.43) / 2) < 1e-12)
    }

    @Test func `no statements give zeros`() {
        let figures = StanceFigures([])
        #expect(figures.count == 0 && figures.macroF1 == 0 && figures.calibrationError == 0)
        #expect(figures.reliability.isEmpty)
    }
}
