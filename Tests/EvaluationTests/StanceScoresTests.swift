import Discourse
import Evaluation
import Testing

struct StanceScoresTests {
    private static let gold = [
        ("1", "harbour deal", "FAVOR"), ("2", "harbour deal", "AGAINST"), ("3", "harbour deal", "none"),
        ("4", "Öre tunnel", "con"),
        ("5", "Öre tunnel", "support"), ("6", "Öre tunnel", "FAVOR"), ("7", "Öre tunnel", "neutral"),
    ].map { StanceGold(id: $0, target: $1, label: Stance(label: $2)!) }

    private static let predictions = [
        StancePrediction(
            id: "1", label: .favor, score: 0.9, probabilities: .init(favor: 0.9, against: 0.05, none: 0.05)),
        StancePrediction(id: "2", label: .favor, score: 0.1, probabilities: .init(favor: 0.4, against: 0.3, none: 0.3)),
        StancePrediction(id: "3", label: .none, score: 0, probabilities: .init(favor: 0.25, against: 0.25, none: 0.5)),
        StancePrediction(
            id: "4", label: .against, score: -0.65, probabilities: .init(favor: 0.1, against: 0.75, none: 0.15)),
        StancePrediction(id: "5", label: .none),
        StancePrediction(id: "7", label: .favor, score: 0.3, probabilities: .init(favor: 0.5, against: 0.2, none: 0.3)),
    ]

    /// The table was recorded from the project's reference scorer in Python on the same predictions.
    @Test func `the table agrees with the reference scorer`() throws {
        #expect(
            try StanceScores(gold: Self.gold, predictions: Self.predictions).table == """
                n 7  (missing predictions: 1)
                F_avg 50.00   F_macroT 41.67   macro_F1 46.67   accuracy 42.86
                  FAVOR    P 33.33 R 33.33 F1 33.33 (n 3)
                  AGAINST  P 100.00 R 50.00 F1 66.67 (n 2)
                  NONE     P 33.33 R 50.00 F1 40.00 (n 2)
                  harbour deal                     F_avg 33.33
                  Öre tunnel                       F_avg 50.00
                spearman 0.7379
                calibration_error 0.3700
                ECE 0.1500
                brier 0.4010
                """)
    }

    @Test func `the order of predictions makes no difference`() throws {
        var dice = Dice(state: 1)
        let scores = try StanceScores(gold: Self.gold, predictions: Self.predictions)
        #expect(try StanceScores(gold: Self.gold, predictions: Self.predictions.shuffled(using: &dice)) == scores)
    }

    @Test func `figures that predictions do not allow are absent`() throws {
        let scores = try StanceScores(gold: Self.gold, predictions: [StancePrediction(id: "1", label: .favor)])
        #expect(scores.missing == 6)
        #expect(scores.spearman == nil && scores.calibrationError == nil)
        #expect(scores.expectedCalibrationError == nil && scores.brier == nil)
        #expect(!scores.table.contains("spearman"))
    }

    @Test func `of equal probabilities the first label is the top one`() throws {
        let gold = [StanceGold(id: "1", target: "t", label: .against)]
        let even = StancePrediction.Probabilities(favor: 0.4, against: 0.4, none: 0.2)
        let scores = try StanceScores(
            gold: gold, predictions: [StancePrediction(id: "1", label: .favor, probabilities: even)])
        #expect(scores.expectedCalibrationError == 0.4)
    }

    @Test func `ids that are unknown or repeated, and gold without items, are errors`() {
        #expect(throws: EvaluationError.unknownIDs(count: 2, first: "8")) {
            try StanceScores(
                gold: Self.gold, predictions: ["9", "8", "1"].map { StancePrediction(id: $0, label: .none) })
        }
        #expect(throws: EvaluationError.repeatedID("1")) {
            try StanceScores(gold: Self.gold, predictions: ["1", "1"].map { StancePrediction(id: $0, label: .none) })
        }
        #expect(throws: EvaluationError.noGold) { try StanceScores(gold: [], predictions: []) }
    }

    @Test func `predictions are written as the reference scorer reads them`() {
        #expect(
            StancePrediction.tsv([Self.predictions[0], Self.predictions[3]]) == """
                id\tlabel\tscore\tp_favor\tp_against\tp_none
                1\tFAVOR\t0.900000\t0.900000\t0.050000\t0.050000
                4\tAGAINST\t-0.650000\t0.100000\t0.750000\t0.150000

                """)
        #expect(StancePrediction.tsv([Self.predictions[4]]) == "id\tlabel\tscore\n5\tNONE\t\n")
        #expect(
            SentimentPrediction.tsv([
                SentimentPrediction(id: "1", score: -0.25), SentimentPrediction(id: "2", score: 1, label: .neutral),
            ])
                == "id\tscore\tlabel\n1\t-0.250000\t\n2\t1.000000\tneutral\n")
        #expect(
            AttributionPrediction.jsonLine(
                id: "a/\"1\"", text: "é says no", [AttributionSpans(cue: [3..<7], content: [8..<10])])
                == #"{"attributions":[{"content":[[7,9]],"cue":[[2,6]],"source":[]}],"id":"a/\"1\""}"#)
    }

    @Test(arguments: [
        ("Pro", Stance.favor), (" in  FAVOR ", .favor), ("for", .favor), ("Oppose", .against), ("unrelated", .none),
    ])
    func `labels have other names`(_ name: String, _ stance: Stance) { #expect(Stance(label: name) == stance) }

    @Test func `a word that is no label is none`() { #expect(Stance(label: "maybe") == nil) }
}
