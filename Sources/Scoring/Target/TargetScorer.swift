import Discourse
import LinearModels
import TextFiles

/// Says what the tone is toward somebody who is named in a sentence, and which words say so.
///
///     let tone = try TargetScorer(modelPath: "Models/tone.safetensors", lexiconFolder: "Lexicons/sentiment")
///     tone([Target(mention: mention)])[0].label   // .negative
///
/// In *The minister praised the medics and blamed Norland* the tone toward the medics is positive and toward
/// Norland negative. All scores are whole millionths of a logit: a target gets the same score alone or in a batch, and
/// its words' contributions add up to its margin exactly. Names are no features: every target reads alike.
public struct TargetScorer: Sendable {
    public let model: TargetModel
    private let extract: TargetExtractor

    /// - Parameters:
    ///   - modelPath: A file that `TargetModel.write(to:)` wrote.
    ///   - lexiconFolder: `Lexicons/sentiment`.
    /// - Throws: `FileError` for what is missing, broken or does not belong together.
    public init(modelPath: String, lexiconFolder: String) throws {
        try self.init(model: TargetModel(path: modelPath), extract: TargetExtractor(folder: lexiconFolder))
    }

    init(model: TargetModel, extract: TargetExtractor) throws {
        guard model.linear.metadata["lexicon"] == extract.fingerprint else {
            throw FileError(
                path: extract.folder,
                reason: "is not the lexicon that the model of tone was trained with; train the model again")
        }
        (self.model, self.extract) = (model, extract)
    }

    /// The lexicon that the model sees words by.
    public var lexicon: LexiconScorer { extract.scorer }

    /// Scores a batch, in order.
    ///
    /// - Complexity: O(*n*) in the words of the sentences, for each target anew.
    public func callAsFunction(_ targets: [Target]) -> [ToneScore] {
        guard !targets.isEmpty else { return [] }
        var row = TargetRow(denseColumns: TargetFeatures.denseNames.count)
        var (sparse, dense) = (SparseMatrix(), [Double]())
        var explained: [(bias: Int, contributions: [StanceScore.Contribution])] = []
        for target in targets {
            let reading = extract(target.mention.tokens, within: target.bounds, of: target.mention.document, row: &row)
            var shares = TargetShares(reading, bias: model.linear.intercepts[0] - model.linear.intercepts[2])
            append(row, to: &sparse, shares: &shares)
            dense.append(contentsOf: row.dense.lazy.map(Double.init))
            explained.append((shares.bias, shares.contributions))
        }
        let matrix = FeatureMatrix(
            sparse: sparse, sparseColumns: model.linear.vocabulary.count, dense: dense,
            denseColumns: TargetFeatures.denseNames.count)
        let scores = model.linear.scores(matrix)
        return targets.indices.map { TargetScorer.score(scores[$0 * 3..<$0 * 3 + 3], explained[$0]) }
    }

    /// Adds a row to the matrix, and to each word what it says for positive over negative.
    private func append(_ row: TargetRow, to sparse: inout SparseMatrix, shares: inout TargetShares) {
        for occurrence in row.occurrences {
            guard let column = model.linear.vocabulary.column(of: occurrence.key) else { continue }
            let value = Int(occurrence.value)
            sparse.append(column: column, value: value)
            shares.add(value &* model.linear.sparseWeight(column: column, of: 0, over: 2), to: occurrence.words)
        }
        sparse.endRow()
        for share in row.shares {
            let weight = model.linear.denseWeight(column: Int(share.column), of: 0, over: 2)
            shares.add(Int(share.value) &* weight, to: share.token)
        }
    }

    private static func score(
        _ scores: ArraySlice<Int>, _ explained: (bias: Int, contributions: [StanceScore.Contribution])
    ) -> ToneScore {
        let scores = Array(scores)
        let probabilities = Softmax.probabilities(scores.map { Double($0) / 1_000_000 }[...])
        let label = scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
        return ToneScore(
            label: TargetModel.tones[label], positive: probabilities[0], neutral: probabilities[1],
            negative: probabilities[2], margin: scores[0] - scores[2], bias: explained.bias,
            contributions: explained.contributions)
    }
}
