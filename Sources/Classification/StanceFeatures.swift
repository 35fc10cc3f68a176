import Discourse
import LinearModels

/// The one feature function of the stance classifier, for training and for prediction.
///
/// It reads token keys and bytes and makes no strings. Words in a row, the cue, the source, the rest of
/// the sentence and the sentence before are sparse features; so is what the lexicon composes of them.
/// How many words of each class there are, the composed polarity, and what the words mean by their vectors are
/// dense ones.
struct StanceFeatures: Sendable {
    /// Changes whenever the same statement gets other features; a model remembers it.
    static let version = "2"

    let lexicon: StanceLexicon
    let denseNames: [String]
    let columns: DenseColumns
    let vectors: WordVectors?
    private let reader: WordReader

    /// - Parameter vectors: Add the meaning of the words of a statement as dense columns; nil for none.
    init(lexicon: StanceLexicon, vectors: WordVectors?) {
        (self.lexicon, self.vectors) = (lexicon, vectors)
        reader = WordReader(lexicon: lexicon)
        columns = DenseColumns(classes: lexicon.classes.count)
        denseNames = DenseColumns.names(classes: lexicon.classes.map(\.name), dimensions: vectors?.dimensions ?? 0)
    }

    /// Writes the features of a statement into `row`.
    func callAsFunction(_ statement: Statement, reading: inout StatementReading, row: inout FeatureRow) {
        row.removeAll()
        reading.read(statement, with: reader)
        addWords(reading.statement, .content, weight: 1_000, to: &row)
        addWords(reading.cue, .cue, weight: 700, to: &row)
        addWords(reading.source, .source, weight: 700, to: &row)
        addWords(reading.context, .context, weight: 400, to: &row)
        addWords(reading.before, .before, weight: 300, to: &row)
        addNegated(reading.statement, to: &row)
        addSkeleton(reading.statement, to: &row)
        addCompositions(reading.statement, to: &row)
        addClasses(of: reading, to: &row)
        addWhole(statement, words: reading.statement, to: &row)
        addMeaning(reading.statement, of: statement.document, to: &row)
    }
}

/// Where each block of dense columns starts.
struct DenseColumns: Sendable {
    let statement, cue, source, context, before: Int
    /// Composed polarity for talks, then against.
    let polarity: Int
    /// Measures of the statement as a whole, in the order of `wholeNames`.
    let whole: Int
    /// The statement's words as one vector.
    let meaning: Int

    static let wholeNames = ["all quoted", "partly quoted", "length", "questions", "no cue", "no source"]

    init(classes n: Int) {
        (statement, cue, source, context, before) = (0, n, 2 * n, 3 * n, 4 * n)
        (polarity, whole) = (5 * n, 5 * n + 2)
        meaning = whole + DenseColumns.wholeNames.count
    }

    static func names(classes: [String], dimensions: Int) -> [String] {
        ["statement", "cue", "source", "context", "before"].flatMap { view in classes.map { "\(view) has \($0)" } }
            + ["composed polarity for", "composed polarity against"] + wholeNames
            + (0..<dimensions).map { "meaning \($0 + 1)" }
    }
}
