import Discourse

/// How well predicted attributions agree with gold ones.
///
/// A span stands for the tokens it touches, so that white space at its edges and how it is cut into
/// pieces make no difference. Within an article attributions are matched one to one, the best pair
/// first, by Dice(content) + 0.1 Dice(cue) + 0.01 Dice(source), among pairs whose content or cue overlaps.
public struct AttributionScores: Sendable, Equatable {
    public let articles: Int
    public let gold: Int
    public let predicted: Int
    /// Of the statements found, the share whose speaker is right too.
    public let speakerAccuracy: Double
    /// In the order of `Measure.allCases`.
    public let rows: [Row]

    public struct Row: Sendable, Equatable {
        public let measure: Measure
        public let scores: PrecisionRecall
    }

    /// What is counted as right.
    public enum Measure: String, Sendable, CaseIterable {
        /// A matched pair with the very same tokens in a role; `exactAll` wants all three.
        case exactSource = "exact source"
        case exactCue = "exact cue"
        case exactContent = "exact content"
        case exactAll = "exact all"
        /// Tokens in a role, whichever attribution they belong to.
        case tokensSource = "tokens source"
        case tokensCue = "tokens cue"
        case tokensContent = "tokens content"
        case tokensAll = "tokens all"
        /// A matched pair whose content shares at least half of the longer one's tokens.
        case statement = "attribution statement"
        /// A statement whose sources share a word, or are both absent.
        case speaker = "attribution speaker"
        /// The same where the content has a double quotation mark in it or touching it, and where it has none.
        case direct = "attribution direct"
        case indirect = "attribution indirect"
    }

    /// An article with the attributions that people marked and those that were predicted.
    public struct Article: Sendable {
        public let id: String
        public let text: String
        public let gold: [AttributionSpans]
        public let predicted: [AttributionSpans]

        public init(id: String, text: String, gold: [AttributionSpans], predicted: [AttributionSpans]) {
            (self.id, self.text, self.gold, self.predicted) = (id, text, gold, predicted)
        }
    }

    /// - Throws: `EvaluationError.badSpan` for a span that is empty or beyond its text.
    public init(_ articles: [Article]) throws {
        var counts = AttributionCounts()
        for article in articles { try counts.add(article) }
        self.articles = articles.count
        gold = counts[.exactAll].gold
        predicted = counts[.exactAll].predicted
        speakerAccuracy = ratio(Double(counts[.speaker].correctPredicted), Double(counts[.statement].correctPredicted))
        rows = Measure.allCases.map { Row(measure: $0, scores: counts[$0].scores) }
    }

    public subscript(measure: Measure) -> PrecisionRecall { rows.first { $0.measure == measure }!.scores }
}

extension AttributionScores {
    /// The figures as an aligned table, in percent.
    public var table: String {
        var lines = [
            "\(articles) articles, \(gold) gold, \(predicted) predicted, speaker accuracy \(AttributionScores.percent(speakerAccuracy))",
            "".padded(to: 24) + ["P", "R", "F1"].map { $0.aligned(to: 7) }.joined() + "gold".aligned(to: 8)
                + "pred".aligned(to: 8),
        ]
        for row in rows {
            let shares = [row.scores.precision, row.scores.recall, row.scores.f1]
            lines.append(
                row.measure.rawValue.padded(to: 24)
                    + shares.map { AttributionScores.percent($0).aligned(to: 7) }.joined()
                    + String(row.scores.gold).aligned(to: 8) + String(row.scores.predicted).aligned(to: 8))
        }
        return lines.joined(separator: "\n")
    }

    /// Shares are rounded to four decimals before they are made percent, so that a file of them agrees with the table.
    private static func percent(_ share: Double) -> String { fixed(100 * rounded(share, 4), 1) }
}
