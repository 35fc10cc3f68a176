import Discourse

/// One statement as the tables hold it: offsets in code points, numbers rounded to what is printed.
///
/// Everything that is reported of actors is computed from these rows, so that a reader can recompute
/// it from the published files alone.
public struct StatementRow: Sendable, Equatable {
    public let id: String
    public let articleID: String
    public let outlet: String?
    public let published: Day?
    /// From 1, in the article.
    public let paragraph: Int
    /// From 1, in the article.
    public let sentence: Int
    public let form: Statement.Form
    public let source: Excerpt?
    public let cue: Excerpt?
    /// At least one, in order of the text.
    public let content: [Excerpt]
    public let speaker: Speaker
    /// 0...10,000 for 0...1.
    public let confidence: Int
    /// −10,000...10,000 for −1...1.
    public let sentiment: Int
    /// 95 % interval of the sentiment from the spread of the lexicon's entries; nil where there is none.
    public let sentimentInterval: ClosedRange<Int>?
    /// The tone toward the actors that the content names: `actor_id:label:score`, in order of their first mentions.
    public let toneToward: [String]
    public let target: String
    public let stance: Stance
    /// In ten-thousandths; the three sum to 10,000.
    public let probabilities: Probabilities
    public let conditional: Bool
    /// Millionths of a logit: `bias` and the weights of `contributions`, summed.
    public let margin: Int
    public let bias: Int
    public let contributions: [WordShare]
    public let utterance: Statement.Utterance
    /// The id of the statement around this one; nil for the outermost level. Nested statements are rows of their
    /// own and count in no figure of an actor.
    public let nestedIn: String?

    /// What each word in lower case adds: a word that stands twice is summed, zeros are left out.
    let terms: [TermWeight]

    init(
        id: String, articleID: String, outlet: String?, published: Day?, paragraph: Int, sentence: Int,
        form: Statement.Form, source: Excerpt?, cue: Excerpt?, content: [Excerpt], speaker: Speaker, confidence: Int,
        sentiment: Int, target: String, stance: Stance, probabilities: Probabilities, conditional: Bool, margin: Int,
        bias: Int, contributions: [WordShare], utterance: Statement.Utterance = .said, nestedIn: String? = nil,
        sentimentInterval: ClosedRange<Int>? = nil, toneToward: [String] = []
    ) {
        (self.id, self.articleID, self.outlet, self.published) = (id, articleID, outlet, published)
        (self.paragraph, self.sentence, self.form) = (paragraph, sentence, form)
        (self.source, self.cue, self.content, self.speaker) = (source, cue, content, speaker)
        (self.confidence, self.sentiment, self.target, self.stance) = (confidence, sentiment, target, stance)
        (self.probabilities, self.conditional) = (probabilities, conditional)
        (self.margin, self.bias, self.contributions) = (margin, bias, contributions)
        (self.utterance, self.nestedIn) = (utterance, nestedIn)
        (self.sentimentInterval, self.toneToward) = (sentimentInterval, toneToward)
        var totals = TermTotals()
        for share in contributions { totals.add(share.weight, to: TermTotals.lowercased(share.word.text)) }
        terms = totals.nonZero
    }

    public struct Probabilities: Sendable, Equatable {
        public let favor: Int
        public let against: Int
        public let none: Int
    }
}

extension StatementRow {
    /// P(favor) − P(against) in ten-thousandths.
    public var score: Int { probabilities.favor - probabilities.against }

    /// The content's text; passages that stand apart are joined by ` … `.
    public var contentText: String { content.map(\.text).joined(separator: " … ") }

    /// The five words with the largest weights, largest first; a word that stands twice is summed, and function
    /// words are passed over.
    public var topTerms: [TermWeight] { TermTotals.strongest(5, of: terms) { !FunctionWords.contains($0.term) } }
}

extension StatementRow {
    init(_ scored: ScoredStatement, article: Article, codePoints: CodePoints) {
        let (statement, stance) = (scored.statement, scored.stance)
        let document = statement.document
        self.init(
            id: statement.id, articleID: article.id, outlet: article.outlet, published: article.published,
            paragraph: statement.paragraph + 1, sentence: statement.sentence + 1, form: statement.form,
            source: statement.source.map { Excerpt($0, codePoints) },
            cue: statement.cue.map { Excerpt($0, codePoints) },
            content: statement.content.map { Excerpt($0, codePoints) }, speaker: statement.speaker,
            confidence: FixedPoint(statement.confidence, decimals: 4).units,
            sentiment: FixedPoint(scored.valence.compound, decimals: 4).units, target: stance.target,
            stance: stance.label, probabilities: Probabilities(stance), conditional: stance.conditional,
            margin: stance.margin, bias: stance.bias,
            contributions: stance.contributions.map { share in
                let passage = document.passage(share.token..<share.token + 1)
                return WordShare(word: Excerpt(passage, codePoints), weight: share.weight)
            }, utterance: statement.utterance, nestedIn: statement.nestedIn,
            sentimentInterval: scored.valence.interval.map(StatementRow.units),
            toneToward: scored.toneToward.map(\.clause))
    }
}

extension StatementRow {
    /// The ends of an interval in ten-thousandths.
    private static func units(_ interval: ClosedRange<Double>) -> ClosedRange<Int> {
        FixedPoint(interval.lowerBound, decimals: 4).units...FixedPoint(interval.upperBound, decimals: 4).units
    }
}

extension ToneToward {
    /// `actor_id:label:score`; ids hold no colon.
    fileprivate var clause: String { "\(actor.id):\(label.rawValue):\(FixedPoint(score, decimals: 2).signed)" }
}

extension StatementRow.Probabilities {
    /// Rounds by largest remainder, so that the printed probabilities still sum to 1.
    init(_ stance: StanceScore) {
        let exact = [stance.favor, stance.against, stance.none].map { $0 * 10_000 }
        var units = exact.map { Int($0.rounded(.down)) }
        let byRemainder = units.indices.sorted {
            let (a, b) = (exact[$0] - Double(units[$0]), exact[$1] - Double(units[$1]))
            return a == b ? $0 < $1 : a > b
        }
        let missing = 10_000 - units.reduce(0, +)
        precondition((0...3).contains(missing), "the probabilities of a stance sum to 1")
        for index in byRemainder.prefix(missing) { units[index] += 1 }
        self.init(favor: units[0], against: units[1], none: units[2])
    }
}
