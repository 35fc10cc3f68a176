import Discourse

/// Right, gold and predicted items of each measure, summed over articles.
struct AttributionCounts {
    private var counts = [Count](repeating: Count(), count: AttributionScores.Measure.allCases.count)

    struct Count {
        var correctPredicted = 0
        var correctGold = 0
        var predicted = 0
        var gold = 0

        var scores: PrecisionRecall {
            PrecisionRecall(
                correctPredicted: correctPredicted, correctGold: correctGold, predicted: predicted, gold: gold)
        }
    }

    subscript(measure: AttributionScores.Measure) -> Count {
        get { counts[AttributionCounts.index(measure)] }
        set { counts[AttributionCounts.index(measure)] = newValue }
    }

    private static func index(_ measure: AttributionScores.Measure) -> Int {
        AttributionScores.Measure.allCases.firstIndex(of: measure)!
    }

    mutating func add(_ article: AttributionScores.Article) throws {
        let tokens = ScoringTokens(Array(article.text.utf8))
        let gold = try article.gold.map { try TokenAttribution($0, tokens, id: article.id) }
        let predicted = try article.predicted.map { try TokenAttribution($0, tokens, id: article.id) }
        addItems(gold, \.gold)
        addItems(predicted, \.predicted)
        addTokens(gold, predicted)
        for (i, j) in AttributionMatch.pairs(gold: gold, predicted: predicted) {
            addPair(gold[i], predicted[j], tokens)
        }
    }

    private mutating func addItems(_ items: [TokenAttribution], _ side: WritableKeyPath<Count, Int>) {
        for item in items {
            for role in AttributionRole.allCases {
                self[role.exact][keyPath: side] += item[role].isEmpty ? 0 : 1
                self[role.tokens][keyPath: side] += item[role].count
                self[.tokensAll][keyPath: side] += item[role].count
            }
            for measure in [.exactAll, .statement, .speaker, item.form] { self[measure][keyPath: side] += 1 }
        }
    }

    /// A token counts as often as both sides have it.
    private mutating func addTokens(_ gold: [TokenAttribution], _ predicted: [TokenAttribution]) {
        for role in AttributionRole.allCases {
            let common = shared(gold.flatMap { $0[role] }.sorted(), predicted.flatMap { $0[role] }.sorted())
            addCorrect(role.tokens, common)
            addCorrect(.tokensAll, common)
        }
    }

    private mutating func addPair(_ gold: TokenAttribution, _ predicted: TokenAttribution, _ tokens: ScoringTokens) {
        for role in AttributionRole.allCases where !gold[role].isEmpty && gold[role] == predicted[role] {
            addCorrect(role.exact, 1)
        }
        if AttributionRole.allCases.allSatisfy({ gold[$0] == predicted[$0] }) { addCorrect(.exactAll, 1) }
        guard AttributionCounts.isSameStatement(gold, predicted) else { return }
        addCorrect(.statement, 1)
        guard AttributionCounts.isSameSpeaker(gold, predicted, tokens) else { return }
        addCorrect(.speaker, 1)
        self[predicted.form].correctPredicted += 1
        self[gold.form].correctGold += 1
    }

    private static func isSameStatement(_ gold: TokenAttribution, _ predicted: TokenAttribution) -> Bool {
        2 * shared(gold.content, predicted.content) >= max(1, gold.content.count, predicted.content.count)
    }

    static func isSameSpeaker(_ a: TokenAttribution, _ b: TokenAttribution, _ tokens: ScoringTokens) -> Bool {
        shared(a.source.filter(tokens.isWord), b.source.filter(tokens.isWord)) > 0
            || a.source.isEmpty && b.source.isEmpty
    }

    /// For each predicted attribution, whether its statement and speaker are right.
    static func rightSpeakers(in article: AttributionScores.Article) throws -> [Bool] {
        let tokens = ScoringTokens(Array(article.text.utf8))
        let gold = try article.gold.map { try TokenAttribution($0, tokens, id: article.id) }
        let predicted = try article.predicted.map { try TokenAttribution($0, tokens, id: article.id) }
        var isRight = [Bool](repeating: false, count: predicted.count)
        for (i, j) in AttributionMatch.pairs(gold: gold, predicted: predicted) {
            isRight[j] = isSameStatement(gold[i], predicted[j]) && isSameSpeaker(gold[i], predicted[j], tokens)
        }
        return isRight
    }

    private mutating func addCorrect(_ measure: AttributionScores.Measure, _ count: Int) {
        self[measure].correctPredicted += count
        self[measure].correctGold += count
    }
}

/// The three parts of an attribution.
enum AttributionRole: CaseIterable {
    case source, cue, content

    var exact: AttributionScores.Measure {
        switch self {
        case .source: .exactSource
        case .cue: .exactCue
        case .content: .exactContent
        }
    }

    var tokens: AttributionScores.Measure {
        switch self {
        case .source: .tokensSource
        case .cue: .tokensCue
        case .content: .tokensContent
        }
    }
}
