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
    private let tone: TargetScorer
    private let classify: StanceClassifier

    public init(attributor: Attributor, scorer: LexiconScorer, tone: TargetScorer, classifier: StanceClassifier) {
        (segment, attribute, score, classify) = (Segmenter(), attributor, scorer, classifier)
        self.tone = tone
    }

    /// - Returns: As many analysed articles, in the same order.
    public func callAsFunction(_ articles: [Article]) -> [AnalyzedArticle] {
        let documents = articles.map { segment($0) }
        let readings = documents.map { attribute.reading($0) }
        // All statements of the batch go through the classifier's matrices together.
        var stances = classify(readings.flatMap(\.statements))[...]
        return zip(documents, readings).map { document, reading in
            let statements = reading.statements
            let toward = toneToward(reading, of: document)
            let scored = zip(statements.indices, stances).map { index, stance in
                ScoredStatement(
                    statement: statements[index], valence: score(statements[index].content), stance: stance,
                    toneToward: toward[index])
            }
            stances = stances.dropFirst(statements.count)
            return AnalyzedArticle(document: document, statements: scored, notes: Analyzer.notes(on: document))
        }
    }

    /// An actor in a sentence.
    private struct Place: Hashable {
        let sentence: Int
        let actor: String
    }

    /// The tone of each statement toward the actors that its content names, in order of their first mentions.
    ///
    /// Of several mentions in one passage and sentence the first is asked about; probabilities of others are averaged.
    private func toneToward(
        _ reading: (statements: [Statement], named: [NamedActor]), of document: Document
    ) -> [[ToneToward]] {
        let (statements, named) = reading
        guard !statements.isEmpty else { return [] }
        var (targets, owners) = ([Target](), [(statement: Int, actor: Actor)]())
        for (index, statement) in statements.enumerated() {
            for passage in statement.content {
                var seen: Set<Place> = []
                for mention in named.inside(passage.tokens) {
                    let sentence = document.sentence(of: mention.tokens.lowerBound)
                    guard seen.insert(Place(sentence: sentence, actor: mention.actor.id)).inserted else { continue }
                    targets.append(Target(mention: document.passage(mention.tokens), within: passage.tokens))
                    owners.append((index, mention.actor))
                }
            }
        }
        var toward = [[ToneToward]](repeating: [], count: statements.count)
        for (score, owner) in zip(tone(targets), owners) {
            let known = toward[owner.statement].firstIndex { $0.actor.id == owner.actor.id }
            if let known {
                toward[owner.statement][known].add(score)
            } else {
                toward[owner.statement].append(ToneToward(actor: owner.actor, score))
            }
        }
        return toward
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
