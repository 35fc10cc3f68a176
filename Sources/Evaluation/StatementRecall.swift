import Discourse

/// How many marked statements were found, and how many of those with the right source, by form.
///
/// For gold that marks some statements of its articles and not all, so that only recall can be told. A statement is
/// found when a predicted content, with or without its cue, shares half or more of the tokens of the longer of the two;
/// of several the one with most is compared. Its source is right when the two share a word in the text, are the same words
/// (the name stands in two places, and either is the speaker), or are both absent.
public struct StatementRecall: Sendable, Equatable {
    /// By form, in the order of `Statement.Form`, and all together under nil at the end.
    public let rows: [Row]
    public let articles: Int
    public let predicted: Int

    public struct Row: Sendable, Equatable {
        public let form: Statement.Form?
        public var gold = 0
        public var found = 0
        public var rightSource = 0
    }

    /// An article with the statements marked in it and those that were predicted.
    public struct Article: Sendable {
        public let id: String
        public let text: String
        public let gold: [(form: Statement.Form, spans: AttributionSpans)]
        public let predicted: [AttributionSpans]

        public init(
            id: String, text: String, gold: [(form: Statement.Form, spans: AttributionSpans)],
            predicted: [AttributionSpans]
        ) {
            (self.id, self.text, self.gold, self.predicted) = (id, text, gold, predicted)
        }
    }

    /// - Throws: `EvaluationError.badSpan` for a span that is empty or beyond its text.
    public init(_ articles: [Article]) throws {
        var rows = Statement.Form.allCases.map { Row(form: $0) } + [Row(form: nil)]
        for article in articles {
            let tokens = ScoringTokens(Array(article.text.utf8))
            func agree(_ a: TokenAttribution, _ b: TokenAttribution) -> Bool {
                AttributionCounts.isSameSpeaker(a, b, tokens) || tokens.haveSameWords(a.source, b.source)
            }
            let predicted = try article.predicted.map { try TokenAttribution($0, tokens, id: article.id) }
            for (form, spans) in article.gold {
                let gold = try TokenAttribution(spans, tokens, id: article.id)
                let best = StatementRecall.best(predicted, for: gold)
                for index in rows.indices where rows[index].form == form || rows[index].form == nil {
                    rows[index].gold += 1
                    rows[index].found += best == nil ? 0 : 1
                    rows[index].rightSource += best.map { agree($0, gold) } ?? false ? 1 : 0
                }
            }
        }
        self.rows = rows
        self.articles = articles.count
        predicted = articles.reduce(0) { $0 + $1.predicted.count }
    }

    private static func best(_ predicted: [TokenAttribution], for gold: TokenAttribution) -> TokenAttribution? {
        var best: (overlap: Double, attribution: TokenAttribution)?
        for attribution in predicted {
            let whole = Array(Set(attribution.content).union(attribution.cue)).sorted()
            for content in [attribution.content, whole] {
                let overlap = ratio(
                    Double(shared(content, gold.content)), Double(max(content.count, gold.content.count)))
                if overlap >= 0.5, overlap > best?.overlap ?? 0 { best = (overlap, attribution) }
            }
        }
        return best?.attribution
    }
}

extension StatementRecall {
    /// The figures as an aligned table, in percent.
    public var table: String {
        func percent(_ part: Int, of whole: Int) -> String {
            fixed(100 * ratio(Double(part), Double(whole)), 1).aligned(to: 14)
        }
        let lines = rows.map { row in
            (row.form?.rawValue ?? "all").padded(to: 12) + String(row.gold).aligned(to: 8)
                + percent(row.found, of: row.gold) + percent(row.rightSource, of: row.found)
        }
        let header =
            "".padded(to: 12) + "gold".aligned(to: 8) + "found".aligned(to: 14) + "right source".aligned(to: 14)
        return (["\(articles) articles, \(predicted) statements found in them", header] + lines).joined(separator: "\n")
    }
}
