import Discourse
import TextFiles

/// Statements of many articles, ready to be compared.
///
///     var collection = StudyCollection()
///     try RunReader(path: run).forEach { collection.add($0, $1) }
///     let study = try collection.study()
///
/// All statements are held in memory, some 500 bytes each with their text.
public struct Study: Sendable {
    /// In byte order of ids.
    let articles: [StudyArticle]
    /// By article, in the order of the text.
    let statements: [StudyStatement]
    /// Ids of everybody who is quoted or spoken for, in nested statements too.
    let heard: Set<String>
}

/// Takes articles in any order; the study that comes of it does not depend on the order.
public struct StudyCollection {
    private var items: [Item] = []
    private let conflicts: ConflictTable?

    public init(conflicts: ConflictTable? = nil) { self.conflicts = conflicts }

    private struct Item {
        let article: ArticleRow
        let signature: ArticleSignature
        let mentions: [Mentioned]
        let statements: [StatementRow]
    }

    /// - Parameters:
    ///   - statements: All statements of the article, in order.
    ///   - mentions: Actors that the article names, when that has been looked for.
    public mutating func add(_ article: ArticleRow, _ statements: [StatementRow], mentions: [Mentioned] = []) {
        let signature = ArticleSignature(utf8: Array(article.text.utf8))
        var article = article
        article.text = ""
        items.append(
            Item(
                article: article, signature: signature, mentions: mentions,
                statements: statements.map { $0.withoutContributions }))
    }

    /// - Throws: `FileError` when two articles have the same id.
    public func study() throws -> Study {
        let items = items.sorted { $0.article.id.utf8.lexicographicallyPrecedes($1.article.id.utf8) }
        for (a, b) in zip(items, items.dropFirst()) where a.article.id == b.article.id {
            throw FileError(path: a.article.id, reason: "two articles have this id")
        }
        let clusters = NearDuplicates().groups(of: items.map(\.signature))
        let articles = items.indices.map { index in
            let (article, item) = (items[index].article, items[index])
            return StudyArticle(
                id: article.id, title: article.title, outlet: article.outlet, published: article.published,
                signature: item.signature, cluster: clusters[index], mentions: item.mentions)
        }
        let heard = items.lazy.flatMap(\.statements).flatMap { [$0.speaker.actor, $0.speaker.onBehalfOf] }
        return Study(
            articles: articles,
            statements: items.indices.flatMap { statements(of: items[$0], index: $0, cluster: clusters[$0]) },
            heard: Set(heard.compactMap { $0?.id }))
    }

    private func statements(of item: Item, index: Int, cluster: Int) -> [StudyStatement] {
        let pairs = item.statements.compactMap { row in TallyEntry(row).map { (row, $0) } }
        let conflict = conflicts?.conflict(of: pairs.map(\.1))
        return pairs.map { row, entry in
            StudyStatement(
                entry: entry, article: index, cluster: cluster, text: row.contentText,
                isQuoted: row.form == .direct || row.form == .mixed, certainty: row.certainty,
                isSaid: row.utterance == .said, conflict: conflict)
        }
    }
}

extension StatementRow {
    /// Probability of the label in ten-thousandths.
    fileprivate var certainty: Int {
        switch stance {
        case .favor: probabilities.favor
        case .against: probabilities.against
        case .none: probabilities.none
        }
    }

    /// The words' weights are most of a row's size, and comparisons do not look at them.
    fileprivate var withoutContributions: StatementRow {
        StatementRow(
            id: id, articleID: articleID, outlet: outlet, published: published, paragraph: paragraph,
            sentence: sentence, form: form, source: source, cue: cue, content: content, speaker: speaker,
            confidence: confidence, sentiment: sentiment, target: target, stance: stance,
            probabilities: probabilities, conditional: conditional, margin: margin, bias: bias, contributions: [],
            utterance: utterance, nestedIn: nestedIn, sentimentInterval: sentimentInterval, toneToward: toneToward)
    }
}

extension TallyEntry {
    /// The same statement, laid to a subject.
    func laid(to subject: Actor) -> TallyEntry {
        var entry = self
        entry.actor = subject
        return entry
    }

    /// What `ActorTally` wants entries sorted by, in one cluster.
    static func precedes(_ a: TallyEntry, _ b: TallyEntry) -> Bool {
        if a.content != b.content { return a.content < b.content }
        if a.articleID != b.articleID { return a.articleID.utf8.lexicographicallyPrecedes(b.articleID.utf8) }
        return a.statementID.utf8.lexicographicallyPrecedes(b.statementID.utf8)
    }
}
