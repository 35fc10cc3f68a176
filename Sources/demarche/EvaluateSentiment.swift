import Analysis
import ArgumentParser
import Corpora
import Discourse
import Evaluation
import Scoring
import Segmentation
import TextFiles

extension Evaluate {
    struct Sentiment: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tone of sentences by lexicon, or toward a target in them.",
            discussion: """
                GOLD is a tab-separated table with id, text and a rating (a number) or label (positive, neutral, negative); \
                with start and end, in code points, where the target stands, for tone toward it.

                Examples:
                  demarche evaluate sentiment rated.tsv --predictions scores.tsv
                  demarche evaluate sentiment rated.tsv --lexicon vader_lexicon.txt
                  demarche evaluate sentiment targets.tsv --toward model
                """)

        @Argument(help: "Rated sentences.")
        var gold: String

        @Option(help: ArgumentHelp("Write id and score here.", valueName: "file"))
        var predictions: String?

        @Option(help: "A score this far from 0 is positive or negative.")
        var cut = 0.05

        @Option(
            help: "Whose tone: text (all of it), clause (around the target, by lexicon), model (toward the target).")
        var toward = Reach.text

        @OptionGroup var data: DataOptions

        enum Reach: String, CaseIterable, ExpressibleByArgument {
            case text, clause, model
        }

        func run() throws {
            if let predictions { try StagedFile.probe(predictions) }
            let gold = try GoldText.read(path: gold)
            let found = try predict(gold)
            if let predictions { try StagedFile.write(Array(SentimentPrediction.tsv(found).utf8), to: predictions) }
            let rated = gold.compactMap { item in
                item.rating.map { SentimentGold(id: item.id, .rating($0)) }
                    ?? item.label.flatMap { Tone(label: $0) }.map { SentimentGold(id: item.id, .label($0)) }
            }
            Console.output(try SentimentScores(gold: rated, predictions: found, predictionCut: cut).table + "\n")
        }

        private func predict(_ gold: [GoldText]) throws -> [SentimentPrediction] {
            let segment = Segmenter()
            let documents = gold.map { segment(Article(id: $0.id, text: $0.text)) }
            if toward == .text {
                let score = try data.tone.sentimentScorer()
                return zip(gold, documents).map {
                    SentimentPrediction(id: $0.id, score: score([$1.whole]).compound)
                }
            }
            let mentions = try zip(gold, documents).map { item, document in
                guard let target = item.target else {
                    throw FileError(path: self.gold, reason: "has no start and end of a target")
                }
                return document.passage(document.tokens(covering: target))
            }
            if toward == .clause {
                let score = try data.tone.sentimentScorer()
                return zip(gold, mentions).map {
                    SentimentPrediction(
                        id: $0.id, score: score(toward: $1.tokens, of: $1.document).compound)
                }
            }
            let root = try data.root
            let tone = try TargetScorer(
                modelPath: data.model ?? Analyzer.toneModel(in: root), lexiconFolder: root.lexicons + "/sentiment")
            return zip(gold, tone(mentions.map { Target(mention: $0) })).map {
                SentimentPrediction(id: $0.id, score: $1.score, label: $1.label)
            }
        }
    }
}
