import Attribution
import Classification
import Discourse
import Scoring
import Segmentation
import TextFiles

/// Articles → scored statements: the whole flow.
///
///     let analyze = try Analyzer(data: DataRoot())
///     analyze([article])[0].statements
///
/// Articles may be analysed in any grouping and on any thread; each comes out the same.
public struct Analyzer: Sendable {
    private let segment: Segmenter
    private let attribute: Attributor
    private let score: LexiconScorer
    private let classify: StanceClassifier

    public init(attributor: Attributor, scorer: LexiconScorer, classifier: StanceClassifier) {
        (segment, attribute, score, classify) = (Segmenter(), attributor, scorer, classifier)
    }

    /// - Returns: As many analysed articles, in the same order.
    public func callAsFunction(_ articles: [Article]) -> [AnalyzedArticle] {
        let documents = articles.map { segment($0) }
        let statements = documents.map { attribute($0) }
        // All statements of the batch go through the classifier's matrices together.
        var stances = classify(statements.flatMap(\.self))[...]
        return zip(documents, statements).map { document, statements in
            let scored = zip(statements, stances).map { statement, stance in
                ScoredStatement(statement: statement, valence: score(statement.content), stance: stance)
            }
            stances = stances.dropFirst(statements.count)
            return AnalyzedArticle(document: document, statements: scored, notes: Analyzer.notes(on: document))
        }
    }

    /// What a reader of the tables should know: what was repaired.
    private static func notes(on document: Document) -> [String] {
        let repairs = document.article.repairs
        let quotations = document.quotations.count { $0.closing == .repaired }
        return [
            quotations > 0 ? "\(quotations) unbalanced quotation marks repaired" : nil,
            repairs.replacedSequences > 0 ? "\(repairs.replacedSequences) invalid byte sequences replaced" : nil,
            repairs.transcodedFrom.map { "decoded from \($0)" },
        ].compactMap(\.self)
    }
}
