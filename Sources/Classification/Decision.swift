import Discourse
import LinearModels

/// Scores of statements by models that have not seen their documents.
struct HeldOutScores {
    /// Rows × favor, against, none, in logits, not calibrated.
    private(set) var stance: [Double]
    /// Log-odds of conditional.
    private(set) var conditional: [Double]

    init(rows: Int) {
        stance = Array(repeating: 0, count: rows * 3)
        conditional = Array(repeating: 0, count: rows)
    }

    /// - Parameters:
    ///   - stance: Three scores a row of `rows`.
    ///   - conditional: Two a row, no and yes.
    mutating func set(rows: [Int], stance: [Double], conditional: [Double]) {
        for (index, row) in rows.enumerated() {
            for label in 0..<3 { self.stance[row * 3 + label] = stance[index * 3 + label] }
            self.conditional[row] = conditional[index * 2 + 1] - conditional[index * 2]
        }
    }
}

/// How scores become probabilities and labels, learned from held-out scores.
///
/// Only statements drawn without regard to their stance are used where there are any: a set in which
/// refusals were looked for would make every statement look like one.
struct Decision {
    let calibration: Calibration
    /// Millionths of a logit, added to `against` before the largest score names the label.
    let againstHandicap: Int
    /// Log-odds above which a statement is conditional.
    let conditionalThreshold: Double

    init(_ examples: [LabelledStatement], _ held: HeldOutScores) {
        let natural = examples.indices.filter { examples[$0].isNatural }
        let rows = natural.isEmpty ? Array(examples.indices) : natural
        let targets = rows.map { StanceModel.stances.firstIndex(of: examples[$0].stance)! }
        let scores = rows.flatMap { held.stance[$0 * 3..<$0 * 3 + 3] }
        let calibration = Calibration(scores: scores, targets: targets, labels: 3)
        self.calibration = calibration
        againstHandicap = Decision.handicap(calibration(scores), targets)
        conditionalThreshold = Decision.threshold(
            rows.map { held.conditional[$0] }, rows.map { examples[$0].conditional })
    }

    /// The handicap with the best macro-F1, in steps of a tenth of a logit up to 1; the smallest of equals.
    ///
    /// Each step counts with its two neighbours on either side, since single steps jump with a few statements.
    private static func handicap(_ scores: [Double], _ targets: [Int]) -> Int {
        let values = (-2...12).map { tenths in
            let labels = targets.indices.map { row in
                label(scores[row * 3..<row * 3 + 3], againstHandicap: Double(tenths) / 10)
            }
            return StanceFigures.f1(gold: targets, predicted: labels, labels: 3).reduce(0, +)
        }
        let smooth = (0...10).map { values[$0...$0 + 4].reduce(0, +) }
        return smooth.firstIndex(of: smooth.max()!)! * 100_000
    }

    private static func label(_ scores: ArraySlice<Double>, againstHandicap: Double) -> Int {
        let (favor, against, none) = (
            scores[scores.startIndex], scores[scores.startIndex + 1] + againstHandicap, scores[scores.startIndex + 2]
        )
        return favor >= against && favor >= none ? 0 : against >= none ? 1 : 2
    }

    /// The threshold with the best F1 of conditional, among steps of a tenth of a logit.
    private static func threshold(_ logOdds: [Double], _ truth: [Bool]) -> Double {
        var best = (threshold: 0.0, value: -1.0)
        for tenths in stride(from: -40, through: 20, by: 1) {
            let threshold = Double(tenths) / 10
            let predicted = logOdds.map { $0 > threshold ? 1 : 0 }
            let value = StanceFigures.f1(gold: truth.map { $0 ? 1 : 0 }, predicted: predicted, labels: 2)[1]
            if value > best.value { best = (threshold, value) }
        }
        return best.threshold
    }

    /// The held-out statements as the final model would judge them.
    func judged(_ examples: [LabelledStatement], _ held: HeldOutScores) -> [JudgedStance] {
        let scores = calibration(held.stance)
        return examples.enumerated().map { row, example in
            let own = scores[row * 3..<row * 3 + 3]
            let probabilities = Softmax.probabilities(own)
            let label = Decision.label(own, againstHandicap: Double(againstHandicap) / 1_000_000)
            return JudgedStance(
                gold: example.stance, label: StanceModel.stances[label], favor: probabilities[0],
                against: probabilities[1], none: probabilities[2], isGoldConditional: example.conditional,
                isConditional: label != 2 && held.conditional[row] > conditionalThreshold,
                isNatural: example.isNatural)
        }
    }
}
