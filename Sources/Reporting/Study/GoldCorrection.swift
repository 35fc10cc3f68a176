import Discourse
import TextFiles

/// Corrects means of stance for the errors of the classifier, with a small sample that a person coded.
///
/// Prediction-powered inference with tuning (Angelopoulos, Duchi and Zrnic, "PPI++: Efficient prediction-powered
/// inference", 2023): the mean score of all statements, times λ, plus the mean over the sample of what the person says
/// minus λ times the score. Whatever the classifier gets wrong on average is taken off again; a good classifier
/// (λ near 1) makes the interval narrow, a useless one (λ = 0) leaves the mean of the sample. Variances are over article
/// clusters, with Student's t for the clusters that hold a part of the sample. Every statement counts once, copies too,
/// since each could have been drawn.
///
/// Coverage of 95 % intervals in 2,000 simulations of a classifier that sees too much favor
/// (`SLOW_TESTS=1 swift test --filter GoldCorrectionTests`): 94.5 % with 20 article clusters of which 40 % of the
/// statements are coded, 95.5 % with 60 and 30 %, 95.4 % with 200 and 20 %; the naive interval holds the truth in 27.7, 0.3
/// and 0 %.
struct GoldCorrection: Sendable {
    /// Fewer coded statements, or fewer clusters of them, tell too little.
    static let fewestStatements = 10
    static let fewestClusters = 5

    let sample: GoldSample

    /// Everyone first, and then each subject in byte order of ids.
    ///
    /// - Throws: `FileError` when the sample names a statement that the study does not have.
    func callAsFunction(_ study: Study, of subject: Subject) throws -> [CorrectedScore] {
        let known = Set(study.statements.map(\.entry.statementID))
        if let stray = sample.positions.keys.filter({ !known.contains($0) }).min() {
            throw FileError(
                path: sample.path, reason: "'\(stray)' is no statement of a known speaker in these articles")
        }
        let all = subject == .everyone ? [] : study.statements(by: subject)
        let everyone = Actor(id: Subject.everyone.rawValue, name: Subject.everyone.rawValue, kind: .group)
        return [score(of: everyone, study.statements)].compactMap(\.self)
            + all.compactMap { score(of: subject.actor(of: $0.statements[0].entry), $0.statements) }
    }

    private func score(of subject: Actor, _ statements: [StudyStatement]) -> CorrectedScore? {
        if statements.isEmpty { return nil }
        let units = statements.map { statement in
            GoldUnit(
                cluster: statement.cluster, score: Double(statement.entry.score) / 10_000,
                position: sample.positions[statement.entry.statementID].map(Double.init))
        }
        return CorrectedScore(subject: subject, units: units)
    }
}

/// One statement as the correction sees it.
struct GoldUnit: Sendable {
    let cluster: Int
    /// −1...1, by the classifier.
    let score: Double
    /// −1, 0 or 1, by a person; nil for most.
    let position: Double?
}

/// One row of `corrected.csv`: the mean as the classifier has it, and corrected.
struct CorrectedScore: Sendable {
    let subject: Actor
    let statements: Int
    let coded: Int
    let naive: Double
    let naiveInterval: ClosedRange<Double>?
    let corrected: Double?
    let interval: ClosedRange<Double>?
    /// How much the classifier is trusted, 0...1.
    let tuning: Double?
    let refusal: String?

    init(subject: Actor, units: [GoldUnit]) {
        self.subject = subject
        (statements, coded) = (units.count, units.count { $0.position != nil })
        naive = units.reduce(0) { $0 + $1.score } / Double(units.count)
        naiveInterval = CorrectedScore.interval(
            around: naive, CorrectedScore.influences(units, naive: naive, tuning: 1, rectifier: nil), degreesOf: units)
        let sample = units.filter { $0.position != nil }
        let clusters = Set(sample.map(\.cluster)).count
        guard coded >= GoldCorrection.fewestStatements, clusters >= GoldCorrection.fewestClusters else {
            (corrected, interval, tuning) = (nil, nil, nil)
            refusal =
                coded < GoldCorrection.fewestStatements
                ? "\(coded) coded statement\(coded == 1 ? "" : "s"): no correction"
                : "coded statements from \(clusters) article groups: no correction"
            return
        }
        let tuning = CorrectedScore.tuning(sample, of: units.count)
        let rectifier = sample.reduce(0) { $0 + $1.position! - tuning * $1.score } / Double(coded)
        let corrected = tuning * naive + rectifier
        (self.tuning, self.corrected, refusal) = (tuning, corrected, nil)
        interval = CorrectedScore.interval(
            around: corrected,
            CorrectedScore.influences(units, naive: naive, tuning: tuning, rectifier: rectifier), degreesOf: sample)
    }

    /// λ = cov(position, score) / ((1 + n/N) var(score)), cut at 0 and 1.
    private static func tuning(_ sample: [GoldUnit], of count: Int) -> Double {
        let n = Double(sample.count)
        let means = (
            score: sample.reduce(0) { $0 + $1.score } / n, position: sample.reduce(0) { $0 + $1.position! } / n
        )
        let variance = sample.reduce(0) { $0 + ($1.score - means.score) * ($1.score - means.score) }
        let covariance = sample.reduce(0) { $0 + ($1.score - means.score) * ($1.position! - means.position) }
        guard variance > 0 else { return 0 }
        return min(max(covariance / variance / (1 + n / Double(count)), 0), 1)
    }

    /// What each cluster adds to the estimate's deviation; their squares sum to its variance.
    private static func influences(_ units: [GoldUnit], naive: Double, tuning: Double, rectifier: Double?) -> [Double] {
        let n = Double(max(units.count { $0.position != nil }, 1))
        var sums: [Int: Double] = [:]
        for unit in units {
            sums[unit.cluster, default: 0] += tuning * (unit.score - naive) / Double(units.count)
            if let rectifier, let position = unit.position {
                sums[unit.cluster]! += (position - tuning * unit.score - rectifier) / n
            }
        }
        return sums.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Student's t, with the clusters of these units less one as degrees of freedom; nil for a single cluster.
    private static func interval(
        around center: Double, _ influences: [Double], degreesOf units: [GoldUnit]
    ) -> ClosedRange<Double>? {
        let clusters = Set(units.map(\.cluster)).count
        guard clusters > 1, influences.count > 1 else { return nil }
        let count = Double(influences.count)
        let variance = influences.reduce(0) { $0 + $1 * $1 } * count / (count - 1)
        let reach = StudentT.quantile975(degrees: clusters - 1) * variance.squareRoot()
        return max(center - reach, -1)...max(min(center + reach, 1), max(center - reach, -1))
    }

    static let columns: [Column<CorrectedScore>] = [
        Column("actor_id", .string, "Short stable name of the actor; everyone for all together.", .key) {
            .text($0.subject.id)
        },
        Column("actor_name", .string, "Name of the actor.", .required) { .text($0.subject.name) },
        Column("n_statements", .integer, "Statements, copies included.", .count) { .integer($0.statements) },
        Column("n_coded", .integer, "Statements among them that a person coded.", .count) { .integer($0.coded) },
        Column("stance_naive", .number, "Mean score by the classifier.", .score) { .score($0.naive) },
        Column("naive_lo", .number, "Lower end of its 95 % interval, which knows nothing of errors.", .scoreOrEmpty) {
            .score($0.naiveInterval?.lowerBound)
        },
        Column("naive_hi", .number, "Upper end of it.", .scoreOrEmpty) { .score($0.naiveInterval?.upperBound) },
        Column("stance_corrected", .number, "Mean position, corrected by the coded statements.") {
            .score($0.corrected)
        },
        Column("corrected_lo", .number, "Lower end of its 95 % interval, errors included.", .scoreOrEmpty) {
            .score($0.interval?.lowerBound)
        },
        Column("corrected_hi", .number, "Upper end of it.", .scoreOrEmpty) { .score($0.interval?.upperBound) },
        Column("tuning", .number, "How much the classifier is trusted.", Constraints(range: 0...1)) {
            .score($0.tuning)
        },
        Column("refusal", .string, "Why there is no correction.") { .text($0.refusal) },
    ]
}
