import Discourse
import LinearModels

/// Learns stances of texts toward one or several targets.
///
///     let training = try TextStanceTrainer(vectors: vectors)(examples)
///     try training.model.write(to: path)
///
/// One support vector machine a stance over n-grams and measures; probabilities from margins of texts that
/// each fold left out. The same texts in the same order give the same model.
public struct TextStanceTrainer: Sendable {
    public let settings: Settings
    private let vectors: WordVectors?

    public struct Settings: Sendable {
        /// *C*, what a text on the wrong side costs.
        public var cost = 1.0
        /// In how many texts an n-gram must stand.
        public var minimalTexts = 1
        /// How much the word vector, the surface and the target flags count beside the n-grams' 1.
        public var vectorShare = 0.5, surfaceShare = 0.25, flagShare = 0.5
        /// 1 for no cross-validation: then probabilities are not calibrated, and no risk can be promised.
        public var folds = 5
        /// Deals groups out to folds, and shuffles for the solver.
        public var seed: UInt64 = 1
        /// When the solver stops; ten times finer changes cross-validation by less than a tenth of a point.
        public var tolerance = 0.1
        /// How often the solver goes through the texts at most; large noisy sets would take hundreds of passes for
        /// digits that nobody sees.
        public var maximalPasses = 40

        public init() {}
    }

    /// - Parameter vectors: Nil to do without.
    public init(vectors: WordVectors?, settings: Settings = Settings()) {
        (self.vectors, self.settings) = (vectors, settings)
    }

    /// - Parameter progress: Called with a short sentence before each step.
    /// - Throws: `TextTrainingError` when the texts cannot teach anything.
    public func callAsFunction(
        _ examples: [TextExample], progress: (String) -> Void = { _ in }
    ) throws -> TextStanceTraining {
        try TextTrainingError.check(examples)
        progress("reading \(examples.count) texts")
        let set = TextTrainingSet(examples, vectors: vectors)
        let margins = heldOutMargins(set, folds: folds(examples), progress)
        let calibration = Calibration(
            scaleOf: margins, targets: settings.folds < 2 ? [] : set.label, labels: set.labels.count)
        progress("training on all texts")
        let all = Array(examples.indices)
        let design = TextDesign(set, rows: all, settings: settings)
        let judged =
            settings.folds < 2 ? [] : TextStanceTraining.judged(examples, labels: set.labels, calibration(margins))
        let model = TextStanceModel(
            set, design, weights: fit(set, design, all), scale: calibration.scale, risk: RiskTable(judged),
            metadata: [
                "seed": String(settings.seed), "texts": String(examples.count), "cost": "\(settings.cost)",
            ])
        return TextStanceTraining(model: model, crossValidated: judged)
    }

    /// Margins of every text by models that have not seen its group; texts × labels.
    func heldOutMargins(_ set: TextTrainingSet, folds: [Int], _ progress: (String) -> Void) -> [Double] {
        let k = set.labels.count
        var margins = [Double](repeating: 0, count: set.count * k)
        guard settings.folds > 1 else { return margins }
        for fold in 0..<settings.folds {
            let held = folds.indices.filter { folds[$0] == fold }
            guard !held.isEmpty else { continue }
            progress("cross-validating, fold \(fold + 1) of \(settings.folds)")
            let rest = folds.indices.filter { folds[$0] != fold }
            let design = TextDesign(set, rows: rest, settings: settings)
            let weights = fit(set, design, rest)
            let rows = design.rows(set, held)
            for (index, row) in held.enumerated() {
                for entry in rows.starts[index]..<rows.starts[index + 1] {
                    let (column, value) = (Int(rows.columns[entry]), Double(rows.values[entry]))
                    for label in 0..<k { margins[row * k + label] += value * weights[column * k + label] }
                }
            }
        }
        return margins
    }

    /// Weights, columns × labels.
    private func fit(_ set: TextTrainingSet, _ design: TextDesign, _ rows: [Int]) -> [Double] {
        DualCoordinateDescent(
            tolerance: settings.tolerance, maximalPasses: settings.maximalPasses, seed: settings.seed)(
                design.rows(set, rows), columns: design.columnCount, targets: rows.map { set.label[$0] },
                labels: set.labels.count, costs: Array(repeating: settings.cost, count: rows.count)
            ).weights
    }

    /// The fold of each text. Groups go by a hash of their name.
    private func folds(_ examples: [TextExample]) -> [Int] {
        examples.map { example in
            var hash = Hasher64(seed: settings.seed)
            for byte in example.group.utf8 { hash.combine(byte) }
            return Int(hash.finish() % UInt64(settings.folds))
        }
    }
}
