import Discourse
import LinearModels
import TextFiles

/// Learns tone toward a target from labelled targets.
///
///     let training = try TargetTrainer(lexiconFolder: "Lexicons/sentiment", vectors: path)(labelled)
///     try training.model.write(to: path)
///
/// It fits softmax regression by folds, calibrates on the targets that each fold left out, and fits all targets once
/// more. Folds are drawn by sentence. The same targets in the same order give the same model.
public struct TargetTrainer: Sendable {
    public let settings: Settings
    private let extract: TargetExtractor
    private let vectors: WordVectorFile?

    public struct Settings: Sendable {
        /// λ of the sparse weights, chosen by cross-validation over sentences.
        public var sparsePenalty = 2.0
        /// λ of the weights of measures, which are brought to a deviation of 1, and of word vectors.
        public var densePenalty = 60.0
        /// The deviation of a dimension of the word vectors, beside the 1 of a measure.
        public var vectorScale = 0.3
        /// In how many sentences a feature must occur.
        public var minimalGroups = 3
        /// Columns whose weights are all below this many logits are left out of the model.
        public var smallestWeight = 0.02
        public var folds = 5
        /// Deals sentences out to folds.
        public var seed: UInt64 = 1

        public init() {}
    }

    /// - Parameters:
    ///   - lexiconFolder: `Lexicons/sentiment`.
    ///   - vectors: A file of word vectors in text form; nil to learn without.
    /// - Throws: `FileError` when a table or the vectors cannot be read.
    public init(lexiconFolder: String, vectors: String? = nil, settings: Settings = Settings()) throws {
        self.settings = settings
        extract = try TargetExtractor(folder: lexiconFolder)
        self.vectors = try vectors.map { try WordVectorFile(path: $0) }
    }

    /// - Parameters:
    ///   - targets: At least one of each tone in at least two groups.
    ///   - progress: Called with a short sentence before each step.
    /// - Throws: `TargetTrainingError` when the targets cannot teach the three tones.
    public func callAsFunction(
        _ targets: [LabelledTarget], progress: (String) -> Void = { _ in }
    ) throws -> TargetTraining {
        try TargetTrainingError.check(targets)
        progress("reading \(targets.count) targets")
        let set = TargetTrainingSet(targets, extract: extract, minimalGroups: settings.minimalGroups)
        let design = TargetDesign(set, vectors: vectors, settings: settings)
        let held = heldOutScores(design, targets, progress)
        let truth = targets.map { TargetModel.tones.firstIndex(of: $0.tone)! }
        let calibration = Calibration(scores: held, targets: truth, labels: 3)
        progress("training on all targets")
        let (parameters, columns) = design.unscaled(fit(design, truth, rows: Array(targets.indices)))
        var metadata = TargetModel.metadata(fingerprint: extract.fingerprint)
        metadata["targets"] = String(targets.count)
        metadata["seed"] = String(settings.seed)
        let linear = LinearModel(
            parameters: parameters, labels: TargetModel.labels, features: columns,
            denseNames: TargetFeatures.denseNames, scale: calibration.scale, offsets: calibration.offsets,
            smallestWeight: settings.smallestWeight, metadata: metadata)
        return TargetTraining(model: TargetModel(linear: linear), heldOut: calibration(held), gold: targets.map(\.tone))
    }

    /// Scores of every row by models that have not seen its sentence, rows × labels.
    private func heldOutScores(
        _ design: TargetDesign, _ targets: [LabelledTarget], _ progress: (String) -> Void
    ) -> [Double] {
        var scores = [Double](repeating: 0, count: targets.count * 3)
        let truth = targets.map { TargetModel.tones.firstIndex(of: $0.tone)! }
        let folds = targets.map { fold(of: $0.group) }
        for fold in 0..<settings.folds {
            let held = folds.indices.filter { folds[$0] == fold }
            guard !held.isEmpty else { continue }
            progress("cross-validating, fold \(fold + 1) of \(settings.folds)")
            let parameters = fit(design, truth, rows: folds.indices.filter { folds[$0] != fold })
            let found = SoftmaxObjective(
                features: design.features.rows(held), targets: held.map { truth[$0] }, labels: 3, sparsePenalty: 0,
                densePenalty: 0
            ).scores(at: parameters)
            for (index, row) in held.enumerated() {
                for label in 0..<3 { scores[row * 3 + label] = found[index * 3 + label] }
            }
        }
        return scores
    }

    private func fit(_ design: TargetDesign, _ truth: [Int], rows: [Int]) -> [Double] {
        let objective = SoftmaxObjective(
            features: design.features.rows(rows), targets: rows.map { truth[$0] }, labels: 3,
            sparsePenalty: settings.sparsePenalty, densePenalty: settings.densePenalty)
        // Looser than the optimum on purpose: stopping here scored as well on the sentences left out.
        return Minimizer(tolerance: 1e-3)(objective).point
    }

    private func fold(of group: String) -> Int {
        var hash = Hasher64(seed: settings.seed)
        for byte in group.utf8 { hash.combine(byte) }
        return Int(hash.finish() % UInt64(settings.folds))
    }
}
