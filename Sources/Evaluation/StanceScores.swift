import Discourse

/// How well predicted stances agree with gold ones.
///
/// `fAverage` is the official measure of SemEval-2016 task 6: the mean of the F1 of favor and of
/// against, over the items of all targets. A gold item without a prediction counts as `none`.
public struct StanceScores: Sendable, Equatable {
    public let count: Int
    /// Gold items without a prediction.
    public let missing: Int
    public let fAverage: Double
    /// The mean over targets of the same measure taken for each.
    public let fMacroTarget: Double
    public let macroF1: Double
    public let accuracy: Double
    /// In the order favor, against, none.
    public let perLabel: [LabelScores<Stance>]
    /// The measure of each target, sorted by name.
    public let perTarget: [Target]
    /// Of score and gold value (+1, -1, 0); nil when no prediction has a score.
    public let spearman: Double?
    /// Ten bins of the score in -1...1: the mean gap between score and gold value.
    public let calibrationError: Double?
    /// Ten bins of the top probability: the mean gap to accuracy; nil when no prediction has probabilities.
    public let expectedCalibrationError: Double?
    /// The mean squared distance of the probabilities from the truth, 0...2.
    public let brier: Double?

    /// - Throws: `EvaluationError` for no gold, a repeated id among predictions, or one that gold does not have.
    public init(gold: [StanceGold], predictions: [StancePrediction]) throws {
        guard !gold.isEmpty else { throw EvaluationError.noGold }
        let pairing = try Pairing(predictions, id: \.id, gold: gold.lazy.map(\.id))
        let found = gold.map { pairing[$0.id] }
        let (truth, labels) = (gold.map(\.label), found.map { $0?.label ?? .none })
        count = gold.count
        missing = found.count { $0 == nil }
        fAverage = StanceScores.fAverage(truth, labels)
        perTarget = StanceScores.perTarget(gold, labels)
        fMacroTarget = perTarget.reduce(0) { $0 + $1.fAverage } / Double(perTarget.count)
        perLabel = Stance.allCases.map { LabelScores($0, gold: truth, predicted: labels) }
        macroF1 = perLabel.reduce(0) { $0 + $1.scores.f1 } / 3
        accuracy = Evaluation.accuracy(gold: truth, predicted: labels)
        let scored = zip(truth, found).compactMap { label, prediction in prediction?.score.map { (label.value, $0) } }
        spearman = scored.isEmpty ? nil : Correlation.spearman(scored.map(\.1), scored.map(\.0))
        calibrationError =
            scored.isEmpty ? nil : Calibration.gap(predicted: scored.map(\.1), actual: scored.map(\.0), in: -1...1)
        let weighed = zip(truth, found).compactMap { label, prediction in prediction?.probabilities.map { (label, $0) }
        }
        expectedCalibrationError = weighed.isEmpty ? nil : StanceScores.expectedCalibrationError(weighed)
        brier = weighed.isEmpty ? nil : StanceScores.brier(weighed)
    }

    public struct Target: Sendable, Equatable {
        public let name: String
        public let fAverage: Double
    }
}

extension StanceScores {
    private static func fAverage(_ gold: [Stance], _ predicted: [Stance]) -> Double {
        (PrecisionRecall(of: .favor, gold: gold, predicted: predicted).f1
            + PrecisionRecall(of: .against, gold: gold, predicted: predicted).f1) / 2
    }

    private static func perTarget(_ gold: [StanceGold], _ labels: [Stance]) -> [Target] {
        Dictionary(grouping: gold.indices) { gold[$0].target }
            .map { name, items in
                Target(name: name, fAverage: fAverage(items.map { gold[$0].label }, items.map { labels[$0] }))
            }
            .sorted { $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars) }
    }

    private typealias Weighed = (label: Stance, probabilities: StancePrediction.Probabilities)

    private static func expectedCalibrationError(_ items: [Weighed]) -> Double {
        let tops = items.map { item in Stance.allCases.max { item.probabilities[$0] < item.probabilities[$1] }! }
        // Of equal probabilities the first label counts, `max` returns the last.
        let first = zip(items, tops).map { item, top in
            Stance.allCases.first { item.probabilities[$0] == item.probabilities[top] }!
        }
        return Calibration.gap(
            predicted: zip(items, first).map { $0.probabilities[$1] },
            actual: zip(items, first).map { $0.label == $1 ? 1 : 0 }, in: 0...1)
    }

    private static func brier(_ items: [Weighed]) -> Double {
        let sum = items.reduce(0) { sum, item in
            Stance.allCases.reduce(sum) { sum, label in
                let distance = item.probabilities[label] - (label == item.label ? 1 : 0)
                return sum + distance * distance
            }
        }
        return sum / Double(items.count)
    }
}

extension StanceScores {
    /// The figures as lines of text, in percent where they are shares.
    public var table: String {
        var lines = ["n \(count)  (missing predictions: \(missing))"]
        lines.append(
            "F_avg \(fixed(100 * fAverage, 2))   F_macroT \(fixed(100 * fMacroTarget, 2))   "
                + "macro_F1 \(fixed(100 * macroF1, 2))   accuracy \(fixed(100 * accuracy, 2))")
        for item in perLabel { lines.append(item.line(item.label.rawValue.uppercased())) }
        for target in perTarget {
            lines.append("  \(target.name.padded(to: 32)) F_avg \(fixed(100 * target.fAverage, 2))")
        }
        if let spearman { lines.append("spearman \(fixed(spearman, 4))") }
        if let calibrationError { lines.append("calibration_error \(fixed(calibrationError, 4))") }
        if let expectedCalibrationError { lines.append("ECE \(fixed(expectedCalibrationError, 4))") }
        if let brier { lines.append("brier \(fixed(brier, 4))") }
        return lines.joined(separator: "\n")
    }
}
