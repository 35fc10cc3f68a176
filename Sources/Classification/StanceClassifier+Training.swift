import Discourse
import LinearModels
import TextFiles

/// Learns a stance model from labelled statements.
///
///     let training = try StanceTrainer(lexicon: lexicon)(labelled, target: "peace-talks")
///     try training.model.write(to: path)
///     StanceFigures(training.crossValidated).macroF1
///
/// It fits softmax regression by folds, calibrates on the statements that each fold left out, and fits all
/// statements once more. Folds are drawn by document. The same statements in the same order give the same model.
public struct StanceTrainer: Sendable {
    public let settings: Settings
    private let lexicon: StanceLexicon
    private let features: StanceFeatures

    public struct Settings: Sendable {
        /// λ of the sparse weights, chosen by cross-validation over documents.
        public var sparsePenalty = 0.5
        /// λ of the dense weights.
        public var densePenalty = 3.0
        /// λ of the weights of word vectors, whose columns are many and large.
        public var meaningPenalty = 100.0
        /// In how many documents a feature must occur.
        public var minimalGroups = 2
        /// Columns whose weights are all below this many logits are left out of the model.
        public var smallestWeight = 0.01
        public var folds = 5
        /// Deals documents out to folds.
        public var seed: UInt64 = 1

        public init() {}
    }

    /// - Parameter vectors: Word vectors to learn with; nil for none.
    public init(lexicon: StanceLexicon, vectors: WordVectors? = nil, settings: Settings = Settings()) {
        (self.lexicon, self.settings) = (lexicon, settings)
        features = StanceFeatures(lexicon: lexicon, vectors: vectors)
    }

    /// - Parameters:
    ///   - statements: At least one of each stance in at least two groups.
    ///   - target: What the stances are toward.
    ///   - progress: Called with a short sentence before each step.
    /// - Throws: `StanceTrainingError` when the statements cannot teach the three classes.
    public func callAsFunction(
        _ statements: [LabelledStatement], target: String, progress: (String) -> Void = { _ in }
    ) throws -> StanceTraining {
        try StanceTrainingError.check(statements)
        progress("reading \(statements.count) statements")
        let set = TrainingSet(statements, features: features, minimalGroups: settings.minimalGroups)
        let held = heldOutScores(set, progress)
        let decision = Decision(set.examples, held)
        progress("training on all statements")
        let parameters = fit(set, rows: Array(statements.indices))
        let model = model(set, parameters: parameters, decision: decision, target: target)
        return StanceTraining(model: model, crossValidated: decision.judged(set.examples, held))
    }

    /// Scores of every row by models that have not seen its document.
    func heldOutScores(_ set: TrainingSet, _ progress: (String) -> Void) -> HeldOutScores {
        var scores = HeldOutScores(rows: set.examples.count)
        let folds = set.examples.map { fold(of: $0.group) }
        for fold in 0..<settings.folds {
            let held = folds.indices.filter { folds[$0] == fold }
            guard !held.isEmpty else { continue }
            progress("cross-validating, fold \(fold + 1) of \(settings.folds)")
            let parameters = fit(set, rows: folds.indices.filter { folds[$0] != fold })
            let matrix = set.matrix(of: held)
            scores.set(
                rows: held, stance: scored(matrix, parameters.stance, labels: 3),
                conditional: scored(matrix, parameters.conditional, labels: 2))
        }
        return scores
    }

    private func fold(of group: String) -> Int {
        var hash = Hasher64(seed: settings.seed)
        for byte in group.utf8 { hash.combine(byte) }
        return Int(hash.finish() % UInt64(settings.folds))
    }
}

// MARK: - Fitting

extension StanceTrainer {
    /// Parameters of the two models, as `SoftmaxObjective` lays them out.
    struct Parameters {
        /// Favor, against, none.
        let stance: [Double]
        /// No, yes.
        let conditional: [Double]
    }

    func fit(_ set: TrainingSet, rows: [Int]) -> Parameters {
        let examples = rows.map { set.examples[$0] }
        func fitted(_ matrix: FeatureMatrix, _ labels: Int, _ target: (LabelledStatement) -> Int) -> [Double] {
            let penalties = (0..<matrix.denseColumns).map {
                $0 < features.columns.meaning ? settings.densePenalty : settings.meaningPenalty
            }
            let objective = SoftmaxObjective(
                features: matrix, targets: examples.map(target), rowWeights: examples.map(\.weight), labels: labels,
                sparsePenalty: settings.sparsePenalty, densePenalties: penalties)
            // Looser than the optimum on purpose: stopping here scored as well on the documents left out.
            return Minimizer(tolerance: 3e-3)(objective).point
        }
        // Conditional hangs on a few words and not on what a statement is about, so word vectors do it harm.
        let matrix = set.matrix(of: rows)
        let conditional = fitted(matrix.firstDense(features.columns.meaning), 2) { $0.conditional ? 1 : 0 }
        return Parameters(
            stance: fitted(matrix, 3) { StanceModel.stances.firstIndex(of: $0.stance)! },
            conditional: conditional.padded(
                from: features.columns.meaning, to: matrix.denseColumns, after: matrix.sparseColumns, labels: 2))
    }

    private func scored(_ matrix: FeatureMatrix, _ parameters: [Double], labels: Int) -> [Double] {
        SoftmaxObjective(
            features: matrix, targets: Array(repeating: 0, count: matrix.rowCount), labels: labels, sparsePenalty: 0,
            densePenalty: 0
        ).scores(at: parameters)
    }

    private func model(
        _ set: TrainingSet, parameters: Parameters, decision: Decision, target: String
    ) -> StanceModel {
        var metadata = StanceModel.metadata(
            target: target, lexicon: lexicon, againstHandicap: decision.againstHandicap)
        if let vectors = features.vectors { metadata["vectors"] = vectors.fingerprint }
        metadata["seed"] = String(settings.seed)
        metadata["statements"] = String(set.examples.count)
        let linear = LinearModel(
            parameters: joined(parameters, calibration: decision.calibration), labels: StanceModel.labels,
            features: set.columns, denseNames: features.denseNames,
            offsets: decision.calibration.offsets + [-decision.conditionalThreshold],
            smallestWeight: settings.smallestWeight, metadata: metadata)
        return StanceModel(linear: linear, target: target, againstHandicap: decision.againstHandicap)
    }

    /// One set of parameters over four labels: the calibrated stances, and yes over no for conditional.
    private func joined(_ parameters: Parameters, calibration: Calibration) -> [Double] {
        let (columns, dense) = (features.denseNames.count, parameters.stance.count / 3)
        let sparse = dense - columns - 1
        let (stance, conditional) = (parameters.stance.map { $0 * calibration.scale }, parameters.conditional)
        func yes(_ no: Double, _ yes: Double) -> Double { yes - no }
        var joined: [Double] = []
        joined.reserveCapacity(4 * dense)
        for column in 0..<sparse {
            joined.append(contentsOf: stance[column * 3..<column * 3 + 3])
            joined.append(yes(conditional[column * 2], conditional[column * 2 + 1]))
        }
        joined.append(contentsOf: stance[sparse * 3..<(sparse + columns) * 3])
        for column in 0..<columns {
            joined.append(yes(conditional[sparse * 2 + column], conditional[sparse * 2 + columns + column]))
        }
        joined.append(contentsOf: stance.suffix(3))
        joined.append(yes(conditional[conditional.count - 2], conditional[conditional.count - 1]))
        return joined
    }
}

extension FeatureMatrix {
    /// The same with only the first dense columns.
    fileprivate func firstDense(_ count: Int) -> FeatureMatrix {
        let kept = (0..<rowCount).flatMap { dense[$0 * denseColumns..<$0 * denseColumns + count] }
        return FeatureMatrix(sparse: sparse, sparseColumns: sparseColumns, dense: kept, denseColumns: count)
    }
}

extension [Double] {
    /// Parameters as `SoftmaxObjective` lays them out, with zeros for dense columns that were left out.
    fileprivate func padded(from columns: Int, to all: Int, after sparseColumns: Int, labels: Int) -> [Double] {
        let start = sparseColumns * labels
        var result = Array(self[..<start])
        for label in 0..<labels {
            result += self[start + label * columns..<start + (label + 1) * columns]
            result += [Double](repeating: 0, count: all - columns)
        }
        return result + suffix(labels)
    }
}
