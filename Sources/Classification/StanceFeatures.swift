import Discourse
import LinearModels

/// The one feature function of the stance classifier, for training and for prediction.
///
/// It reads token keys and bytes and makes no strings. Words in a row, the cue, the source, the rest of
/// the sentence and the sentence before are sparse features; so is what the lexicon composes of them.
/// How many words of each class there are, and the composed polarity, are dense ones.
struct StanceFeatures: Sendable {
    /// Changes whenever the same statement gets other features; a model remembers it.
    static let version = "1"

    let lexicon: StanceLexicon
    let denseNames: [String]
    let columns: DenseColumns
    private let reader: WordReader

    init(lexicon: StanceLexicon) {
        self.lexicon = lexicon
        reader = WordReader(lexicon: lexicon)
        columns = DenseColumns(classes: lexicon.classes.count)
        denseNames = DenseColumns.names(classes: lexicon.classes.map(\.name))
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
    }
}

/// Where each block of dense columns starts.
struct DenseColumns: Sendable {
    let statement, cue, source, context, before: Int
    /// Composed polarity for talks, then against.
    let polarity: Int
    /// Measures of the statement as a whole, in the order of `wholeNames`.
    let whole: Int

    static let wholeNames = ["all quoted", "partly quoted", "length", "questions", "no cue", "no source"]

    init(classes n: Int) {
        (statement, cue, source, context, before) = (0, n, 2 * n, 3 * n, 4 * n)
        (polarity, whole) = (5 * n, 5 * n + 2)
    }

    static func names(classes: [String]) -> [String] {
        ["statement", "cue", "source", "context", "before"].flatMap { view in classes.map { "\(view) has \($0)" } }
            + ["composed polarity for", "composed polarity against"] + wholeNames
    }
}
