import Discourse
import LinearModels

/// What was learned of texts and their stances toward one or several targets, in whole numbers.
///
/// The score of a label is an intercept plus weights times features. N-gram features are whole
/// hundred-thousandths and measures whole thousandths; weights are whole numbers such that every product is a
/// whole number of units, of which a logit has `unitsPerLogit`. Sums are exact in any order.
public struct TextStanceModel: Sendable, Equatable {
    /// At least two.
    public let labels: [Stance]
    public let targets: [String]
    public let vocabulary: Vocabulary
    /// One a column, 4,096ths.
    let idf: [UInt16]
    /// Columns × labels: the weights for targets whose texts did not hold the n-gram.
    let shared: [Int16]
    /// For each target, the columns with weights of their own, rising, and the weights, columns × labels.
    let own: [(columns: [Int32], weights: [Int16])]
    let denseNames: [String]
    /// For each target, labels × columns.
    let dense: [[Int32]]
    /// For each target, one a label.
    let intercepts: [[Int]]
    /// How finely n-gram weights are stored.
    let weightsPerLogit: Int
    /// The fingerprint of the word vectors it was trained with; empty for none.
    public let vectors: String
    public let risk: RiskTable
    /// What else the model wants remembered.
    public let metadata: [String: String]

    public var unitsPerLogit: Double { GramWeights.unit * Double(weightsPerLogit) }

    public static func == (a: TextStanceModel, b: TextStanceModel) -> Bool { a.file == b.file }
}

extension TextStanceModel {
    /// Folds the copies of each feature into one weight a target, calibrates, and rounds.
    ///
    /// - Parameters:
    ///   - weights: Columns of the design × labels.
    ///   - scale: A calibration's 1 ÷ temperature.
    init(
        _ set: TextTrainingSet, _ design: TextDesign, weights: [Double], scale: Double, risk: RiskTable,
        metadata: [String: String]
    ) {
        let k = set.labels.count
        let sharedShare = design.targets > 1 ? Double(TextDesign.sharedWeight) : 1
        func weight(_ column: Int, _ label: Int) -> Double {
            column < 0 ? 0 : weights[column * k + label] * scale
        }
        let grams = design.idf.indices.filter { design.idf[$0] > 0 }.sorted { set.keys[$0] < set.keys[$1] }
        /// The folded weight of a column; copy 0 is for all targets.
        func folded(_ gram: Int, _ copy: Int, _ label: Int) -> Double {
            sharedShare * weight(Int(design.columns[0][gram]), label)
                + (copy > 0 ? weight(Int(design.columns[copy][gram]), label) : 0)
        }
        var largest = 1.0
        for gram in grams {
            for copy in 0...design.targets {
                for label in 0..<k { largest = max(largest, abs(folded(gram, copy, label))) }
            }
        }
        weightsPerLogit = Int(32_000 / largest)
        let fineness = Double(weightsPerLogit)
        vocabulary = Vocabulary(grams.map { (set.keys[$0], set.name(of: $0)) })
        idf = grams.map { design.idf[$0] }
        shared = grams.flatMap { gram in (0..<k).map { Int16((folded(gram, 0, $0) * fineness).rounded()) } }
        own = (0..<design.targets).map { target in
            var (columns, numbers) = ([Int32](), [Int16]())
            for (column, gram) in grams.enumerated() where design.columns[target + 1][gram] >= 0 {
                columns.append(Int32(column))
                for label in 0..<k { numbers.append(Int16((folded(gram, target + 1, label) * fineness).rounded())) }
            }
            return (columns, numbers)
        }
        let units = GramWeights.unit * fineness
        dense = (0..<design.targets).map { target in
            (0..<k).flatMap { label in
                (0..<design.measures).map { measure in
                    var sum = sharedShare * weight(design.denseColumn(measure, copy: 0), label)
                    if design.targets > 1 { sum += weight(design.denseColumn(measure, copy: target + 1), label) }
                    return Int32((sum * Double(design.denseScales[measure]) * units).rounded())
                }
            }
        }
        intercepts = (0..<design.targets).map { target in
            (0..<k).map { Int((weight(design.interceptColumn(target), $0) * units).rounded()) }
        }
        (labels, targets, denseNames, self.risk, self.metadata) = (
            set.labels, set.targets, set.measures.names, risk, metadata
        )
        vectors = set.measures.vectors?.fingerprint ?? ""
    }
}
