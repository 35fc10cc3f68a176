import Discourse
import LinearModels
import TextFiles

/// Says of statements where they stand toward a target, and which words say so.
///
///     let classify = try StanceClassifier(model: StanceModel(path: modelPath), lexicon: StanceLexicon(folder: folder))
///     classify(statements)[0].label   // .favor
///
/// All scores are whole millionths of a logit: the same statement gets the same score alone or in a batch,
/// with any BLAS, and its words' contributions add up to its margin exactly.
public struct StanceClassifier: Sendable {
    public let model: StanceModel
    private let features: StanceFeatures
    /// Favor over against of each column of the word vectors, in thousandths.
    private let meaningWeights: [Int32]

    /// - Parameter vectors: Those that the model was trained with; nil for a model without.
    /// - Throws: `FileError` when the model was trained with another lexicon or other vectors.
    public init(model: StanceModel, lexicon: StanceLexicon, vectors: WordVectors? = nil) throws {
        guard model.linear.metadata["lexicon"] == lexicon.fingerprint else {
            throw FileError(
                path: lexicon.folder,
                reason: "is not the lexicon that the stance model was trained with; train the model again")
        }
        guard model.vectors == vectors?.fingerprint else {
            throw FileError(
                path: "word vectors",
                reason: "are not those that the stance model was trained with; train the model again")
        }
        self.model = model
        features = StanceFeatures(lexicon: lexicon, vectors: vectors)
        let start = features.columns.meaning
        meaningWeights = (start..<features.denseNames.count).map {
            Int32(model.linear.denseWeight(column: $0, of: 0, over: 1))
        }
    }

    /// - Parameters:
    ///   - modelPath: A file that `StanceModel.write(to:)` wrote.
    ///   - lexiconFolder: `Lexicons/stance`.
    ///   - vectorsPath: Word vectors, which are read only if the model was trained with them.
    /// - Throws: `FileError` for what is missing, broken or does not belong together.
    public init(modelPath: String, lexiconFolder: String, vectorsPath: String) throws {
        let model = try StanceModel(path: modelPath)
        try self.init(
            model: model, lexicon: StanceLexicon(folder: lexiconFolder),
            vectors: model.vectors == nil ? nil : WordVectors(path: vectorsPath))
    }

    /// Scores a batch, in order.
    ///
    /// - Complexity: O(*n*) in the words of the statements and the sentences around them.
    public func callAsFunction(_ statements: [Statement]) -> [StanceScore] {
        guard !statements.isEmpty else { return [] }
        var (reading, row) = (StatementReading(), FeatureRow(denseColumns: features.denseNames.count))
        var (sparse, dense) = (SparseMatrix(), [Double]())
        dense.reserveCapacity(statements.count * features.denseNames.count)
        var shares = WordShares()
        var explained: [(bias: Int, contributions: [StanceScore.Contribution])] = []
        explained.reserveCapacity(statements.count)
        for statement in statements {
            features(statement, reading: &reading, row: &row)
            shares.start(tokens: statement.document.tokens.count, bias: model.intercept)
            append(row, to: &sparse, shares: &shares)
            dense.append(contentsOf: row.dense.lazy.map(Double.init))
            explained.append(shares.finish())
        }
        let matrix = FeatureMatrix(
            sparse: sparse, sparseColumns: model.linear.vocabulary.count, dense: dense,
            denseColumns: features.denseNames.count)
        let scores = model.linear.scores(matrix)
        return statements.indices.map { score(scores[$0 * 4..<$0 * 4 + 4], explained[$0]) }
    }

    /// Adds a row to the matrix, and to each word what it says for favor over against.
    private func append(_ row: FeatureRow, to sparse: inout SparseMatrix, shares: inout WordShares) {
        for occurrence in row.occurrences {
            guard let column = model.linear.vocabulary.column(of: occurrence.key) else { continue }
            let value = Int(occurrence.value)
            sparse.append(column: column, value: value)
            shares.add(value &* model.linear.sparseWeight(column: column, of: 0, over: 1), to: occurrence.tokens)
        }
        sparse.endRow()
        for share in row.shares {
            let weight = model.linear.denseWeight(column: Int(share.column), of: 0, over: 1)
            shares.add(Int(share.value) &* weight, to: share.token)
        }
        guard let pooled = row.pooled, let vectors = features.vectors else { return }
        for (unit, share) in zip(pooled.units, vectors.contributions(in: pooled, weights: meaningWeights)) {
            shares.add(share, to: unit.range.lowerBound)
        }
    }

    private func score(
        _ scores: ArraySlice<Int>, _ explained: (bias: Int, contributions: [StanceScore.Contribution])
    ) -> StanceScore {
        let (favor, against, none, conditional) = (
            scores[scores.startIndex], scores[scores.startIndex + 1], scores[scores.startIndex + 2],
            scores[scores.startIndex + 3]
        )
        let probabilities = Softmax.probabilities([favor, against, none].map { Double($0) / 1_000_000 }[...])
        let label = model.label(favor: favor, against: against, none: none)
        return StanceScore(
            target: model.target, label: label, favor: probabilities[0], against: probabilities[1],
            none: probabilities[2], conditional: label != .none && conditional > 0, margin: favor - against,
            bias: explained.bias, contributions: explained.contributions)
    }
}

extension StanceModel {
    /// Favor over against before any word speaks.
    var intercept: Int { linear.intercepts[0] - linear.intercepts[1] }

    /// The largest of the scores, with the handicap of `against`; the earlier of favor, against, none in a tie.
    func label(favor: Int, against: Int, none: Int) -> Stance {
        let against = against + againstHandicap
        return favor >= against && favor >= none ? .favor : against >= none ? .against : .none
    }
}
