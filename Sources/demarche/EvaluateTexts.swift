import Classification
import Corpora
import Discourse
import Evaluation
import LinearModels
import TextFiles

/// `evaluate stance` with a model of texts and targets.
struct EvaluateTexts {
    private let classify: TextStanceClassifier
    private let maxRisk: Double?

    init(model: String, root: DataRoot, maxRisk: Double?) throws {
        let model = try TextStanceModel(path: model)
        let vectors = model.vectors.isEmpty ? nil : try WordVectors(path: root.wordVectors)
        classify = try TextStanceClassifier(model: model, vectors: vectors)
        self.maxRisk = maxRisk
    }

    func callAsFunction(_ gold: [GoldStatement], predictions path: String?) throws {
        let found = try classify(gold.map { ($0.article.text, $0.target) })
        let threshold = try self.threshold()
        let kept = zip(gold, found).filter { $0.1.certainty >= threshold }
        let predictions = kept.map { gold, one in
            StancePrediction(
                id: gold.id, label: one.label, score: one.score,
                probabilities: .init(favor: one.favor, against: one.against, none: one.none))
        }
        if let path { try StagedFile.write(Array(StancePrediction.tsv(predictions).utf8), to: path) }
        if maxRisk != nil {
            Console.output("labels from probability \(threshold) on: \(kept.count) of \(gold.count) texts\n")
        }
        let labelled = kept.compactMap { item, _ in
            item.stance.map { StanceGold(id: item.id, target: item.target, label: $0) }
        }
        guard !labelled.isEmpty else { return Console.output("\(kept.count) texts, none of them labelled\n") }
        let known = Set(labelled.map(\.id))
        Console.output(
            try StanceScores(gold: labelled, predictions: predictions.filter { known.contains($0.id) }).table + "\n")
    }

    /// The probability from which labels are given.
    private func threshold() throws -> Double {
        guard let maxRisk else { return 0 }
        guard let threshold = classify.model.risk.threshold(risk: maxRisk) else { throw NoSuchRisk(risk: maxRisk) }
        return threshold
    }

    private struct NoSuchRisk: Error, CustomStringConvertible {
        let risk: Double
        var description: String { "no probability of this model keeps errors to \(risk); allow more with --max-risk" }
    }
}
