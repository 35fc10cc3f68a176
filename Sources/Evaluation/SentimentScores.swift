import Discourse

/// How well predicted tones agree with rated or labelled ones.
///
/// A gold item without a prediction counts with the score 0.
public struct SentimentScores: Sendable, Equatable {
    public let count: Int
    /// Gold items without a prediction.
    public let missing: Int
    /// Of score and rating (or +1, 0, -1 for labels), -1...1.
    public let pearson: Double
    public let spearman: Double
    /// Over positive, neutral and negative.
    public let macroF1: Double
    /// The F1 of each class weighted by its share of the gold items; with a gold cut of 0.05 the measure
    /// of the paper on VADER (Hutto and Gilbert, ICWSM 2014).
    public let weightedF1: Double
    public let accuracy: Double
    /// In the order positive, neutral, negative.
    public let perLabel: [LabelScores<Tone>]

    /// - Parameters:
    ///   - goldCut: From which rating on an item is positive, and below which negative one negative; labels need none.
    ///   - predictionCut: The same for predicted scores.
    /// - Throws: `EvaluationError` for no gold, a repeated id among predictions, or one that gold does not have.
    public init(
        gold: [SentimentGold], predictions: [SentimentPrediction], goldCut: Double = 0.5, predictionCut: Double = 0.05
    ) throws {
        guard !gold.isEmpty else { throw EvaluationError.noGold }
        let pairing = try Pairing(predictions, id: \.id, gold: gold.lazy.map(\.id))
        let found = gold.map { pairing[$0.id] }
        let values = gold.map(\.value.number)
        let scores = found.map { $0?.score ?? 0 }
        let truth = gold.map { $0.value.tone(cut: goldCut) }
        let tones = found.map { $0?.label ?? Tone($0?.score ?? 0, cut: predictionCut) }
        count = gold.count
        missing = found.count { $0 == nil }
        pearson = Correlation.pearson(scores, values)
        spearman = Correlation.spearman(scores, values)
        perLabel = Tone.allCases.map { LabelScores($0, gold: truth, predicted: tones) }
        macroF1 = perLabel.reduce(0) { $0 + $1.scores.f1 } / 3
        weightedF1 = perLabel.reduce(0) { $0 + $1.scores.f1 * Double($1.scores.gold) } / Double(gold.count)
        accuracy = Evaluation.accuracy(gold: truth, predicted: tones)
    }
}

extension SentimentScores {
    /// The figures as lines of text: correlations as they are, shares in percent.
    public var table: String {
        var lines = ["n \(count)  (missing predictions: \(missing))"]
        lines.append(
            "pearson \(fixed(pearson, 4))   spearman \(fixed(spearman, 4))   macro_F1 \(fixed(100 * macroF1, 2))   "
                + "weighted_F1 \(fixed(100 * weightedF1, 2))   accuracy \(fixed(100 * accuracy, 2))")
        for item in perLabel { lines.append(item.line(item.label.rawValue)) }
        return lines.joined(separator: "\n")
    }
}
