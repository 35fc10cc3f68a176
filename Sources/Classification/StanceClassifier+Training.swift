import Discourse
import LinearModels

/// Learns a stance model from labelled statements.
public struct StanceTrainer: Sendable {
    public var settings: Settings
    let features: StanceFeatures

    public struct Settings: Sendable {
        /// λ of the sparse and of the dense weights.
        public var sparsePenalty = 1.0
        public var densePenalty = 10.0
        /// A feature must occur in so many documents.
        public var minimalGroups = 2
        public var folds = 4
        public var seed: UInt64 = 1
        public var favorWeight = 1.0
        public var againstWeight = 1.0

        public var idf = 0.0
        public init() {}
    }

    public init(lexicon: StanceLexicon, settings: Settings = Settings(), options: [String: Double] = [:]) {
        self.settings = settings
        var s = StanceFeatures.Settings()
        for (k, v) in options {
            switch k {
            case "mask": s.masksNames = v > 0
            case "content": s.content = v
            case "tri": s.trigrams = v
            case "src": s.source = v
            case "skel": s.skeleton = v
            case "skip": s.skip = v
            case "idf": self.settings.idf = v
            case "stem": s.stems = v
            case "piece": s.pieces = v
            case "neg": s.negated = v
            case "cue": s.cue = v
            case "ctx": s.context = v
            case "bef": s.before = v
            case "pat": s.patterns = v
            case "dense": s.dense = v
            case "len": s.lengthPower = v
            case "l2": self.settings.sparsePenalty = v
            case "d2": self.settings.densePenalty = v
            case "df": self.settings.minimalGroups = Int(v)
            case "wa": self.settings.againstWeight = v
            case "wf": self.settings.favorWeight = v
            default: fatalError(k)
            }
        }
        features = StanceFeatures(lexicon: lexicon, settings: s)
    }

    static let order: [Stance] = [.favor, .against, .none]

    func fit(_ set: TrainingSet, rows: [Int]) -> Minimizer.Result {
        let objective = SoftmaxObjective(
            features: set.matrix(of: rows), targets: rows.map { StanceTrainer.order.firstIndex(of: set.examples[$0].stance)! },
            rowWeights: rows.map { set.examples[$0].weight * (set.examples[$0].stance == .against ? settings.againstWeight : set.examples[$0].stance == .favor ? settings.favorWeight : 1) }, labels: 3, sparsePenalty: settings.sparsePenalty,
            densePenalty: settings.densePenalty)
        return Minimizer(tolerance: 3e-3)(objective)
    }

    func scores(_ set: TrainingSet, rows: [Int], at point: [Double]) -> [Double] {
        SoftmaxObjective(
            features: set.matrix(of: rows), targets: rows.map { _ in 0 }, labels: 3, sparsePenalty: 1, densePenalty: 1
        ).scores(at: point)
    }

    /// For experiments: trains on `train` by folds and whole; returns out-of-fold scores and scores of `test`.
    public func experiment(_ train: [LabelledStatement], _ test: [LabelledStatement], cv: Bool = true, useDev: Bool = true) -> (cv: [Double], test: [Double], columns: Int, steps: Int, top: [String]) {
        let all = train + test
        let set = TrainingSet(all, features: features, minimalGroups: settings.minimalGroups, folds: settings.folds, seed: settings.seed, idf: settings.idf)
        var out = [Double](repeating: 0, count: train.count * 3)
        if cv {
            for fold in 0..<settings.folds {
                let fitRows = set.rows { $0 < train.count && set.folds[$0] != fold }
                let held = set.rows { $0 < train.count && set.folds[$0] == fold }
                let result = fit(set, rows: fitRows)
                let s = scores(set, rows: held, at: result.point)
                for (i, row) in held.enumerated() { for l in 0..<3 { out[row * 3 + l] = s[i * 3 + l] } }
            }
        }
        var testScores: [Double] = []
        var steps = 0
        var top: [String] = []
        if useDev {
            let result = fit(set, rows: set.rows { $0 < train.count })
            steps = result.steps
            testScores = scores(set, rows: set.rows { $0 >= train.count }, at: result.point)
            var named: [(Double, String)] = []
            for (c, column) in set.columns.enumerated() {
                for l in 0..<3 where l < 2 { named.append((result.point[c * 3 + l], "\(StanceTrainer.order[l]) \(column.name)")) }
            }
            let d = features.denseNames.count
            for l in 0..<3 { for c in 0..<d { named.append((result.point[3 * set.columns.count + l * d + c], "\(StanceTrainer.order[l]) DENSE \(features.denseNames[c])")) } }
            named.sort { $0.0 > $1.0 }
            top = named.prefix(160).map { "\(($0.0 * 1000).rounded() / 1000) \($0.1)" }
        }
        return (out, testScores, set.columns.count, steps, top)
    }
}
