import Discourse
import Evaluation
import Testing

struct SentimentScoresTests {
    private static let ratings = [2.5, -3, 0.1, -0.5, 1, -1, 0.5]
    private static let predictions = [
        SentimentPrediction(id: "1", score: 0.8), SentimentPrediction(id: "2", score: -0.6),
        SentimentPrediction(id: "3", score: 0.8),
        SentimentPrediction(id: "4", score: -0.05), SentimentPrediction(id: "5", score: 0.04, label: .positive),
        SentimentPrediction(id: "7", score: 0.049),
    ]

    private static let rated = ratings.enumerated().map { SentimentGold(id: String($0 + 1), .rating($1)) }
    private static let labelled = ["positive", "NEG", "neutral", "0", "1", "-1", "none"].enumerated().map {
        SentimentGold(id: String($0 + 1), .label(Tone(label: $1)!))
    }

    /// The tables were recorded from the project's reference scorer in Python on the same predictions.
    @Test(arguments: [
        (
            rated, 0.5,
            """
            n 7  (missing predictions: 1)
            pearson 0.7831   spearman 0.7748   macro_F1 48.89   weighted_F1 62.86   accuracy 57.14
              positive P 66.67 R 66.67 F1 66.67 (n 3)
              neutral  P 0.00 R 0.00 F1 0.00 (n 1)
              negative P 100.00 R 66.67 F1 80.00 (n 3)
            """
        ),
        (
            rated, 0.05,
            """
            n 7  (missing predictions: 1)
            pearson 0.7831   spearman 0.7748   macro_F1 55.24   weighted_F1 83.27   accuracy 71.43
              positive P 100.00 R 75.00 F1 85.71 (n 4)
              neutral  P 0.00 R 0.00 F1 0.00 (n 0)
              negative P 100.00 R 66.67 F1 80.00 (n 3)
            """
        ),
        (
            labelled, 0.5,
            """
            n 7  (missing predictions: 1)
            pearson 0.5894   spearman 0.6198   macro_F1 56.67   weighted_F1 54.29   accuracy 57.14
              positive P 66.67 R 100.00 F1 80.00 (n 2)
              neutral  P 50.00 R 33.33 F1 40.00 (n 3)
              negative P 50.00 R 50.00 F1 50.00 (n 2)
            """
        ),
    ])
    func `the table agrees with the reference scorer`(_ gold: [SentimentGold], _ cut: Double, _ table: String) throws {
        #expect(try SentimentScores(gold: gold, predictions: Self.predictions, goldCut: cut).table == table)
    }

    @Test func `a score that repeats the rating is perfect`() throws {
        let scores = try SentimentScores(
            gold: Self.rated,
            predictions: Self.ratings.enumerated().map { SentimentPrediction(id: String($0 + 1), score: $1 / 4) },
            goldCut: 0.2)
        #expect(abs(scores.pearson - 1) < 1e-12 && abs(scores.spearman - 1) < 1e-12)
        #expect(scores.accuracy == 1)
    }

    @Test(arguments: [
        (0.0, 0.0, Tone.neutral), (0.05, 0.05, .positive), (-0.049, 0.05, .neutral), (-0.05, 0.05, .negative),
        (-1e-9, 0, .negative),
    ])
    func `a cut leaves what is nearer to zero neutral`(_ value: Double, _ cut: Double, _ tone: Tone) {
        #expect(Tone(value, cut: cut) == tone)
    }
}
