import Classification
import Discourse
import Evaluation
import LinearModels
import TextFiles

/// `train stance` for tables of texts with targets.
struct TrainTexts {
    let settings: TextStanceTrainer.Settings
    let vectors: WordVectors?

    /// Learns, writes the model, and prints what cross-validation says of it.
    func callAsFunction(_ tables: [String], output: String) throws {
        let examples = try TextExamples.read(tables)
        let training = try TextStanceTrainer(vectors: vectors, settings: settings)(examples) {
            if Console.isTerminal { Console.error($0) }
        }
        try training.model.write(to: output)
        let targets = training.model.targets.count
        Console.output(
            "Learned from \(examples.count) texts on \(targets) \(targets == 1 ? "target" : "targets"); written to \(output)\n"
        )
        let judged = training.crossValidated
        guard !judged.isEmpty else { return }
        let predictions = zip(examples, judged).map { example, one in
            StancePrediction(
                id: example.id, label: one.label, score: one.favor - one.against,
                probabilities: .init(favor: one.favor, against: one.against, none: one.none))
        }
        let gold = examples.map { StanceGold(id: $0.id, target: $0.target, label: $0.stance) }
        Console.output("cross-validated in \(settings.folds) folds:\n")
        Console.output(try StanceScores(gold: gold, predictions: predictions).table + "\n")
        Console.output(FiguresTable.reliability(StanceFigures(judged)))
        for risk in [0.05, 0.1, 0.2] { Console.output(TrainTexts.line(risk, training.model.risk) + "\n") }
    }

    /// What share of labels can be given at a risk.
    private static func line(_ risk: Double, _ table: RiskTable) -> String {
        let head = "at most \(Int(risk * 100)) % wrong: "
        guard let threshold = table.threshold(risk: risk) else { return head + "no label" }
        let share = Double(table.kept(at: threshold)) / Double(max(table.kept(at: 0), 1))
        return head + "labels from probability \(threshold) on, \(Int((share * 100).rounded())) % of the texts"
    }
}
