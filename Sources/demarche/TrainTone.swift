import ArgumentParser
import Corpora
import Discourse
import Evaluation
import Scoring
import Segmentation
import TextFiles

extension Train {
    struct Tone: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Learn the tone toward a target in a sentence.",
            discussion: """
                TARGETS is a tab-separated table with id, text, label (positive, neutral, negative) and start and end, in \
                code points, where the target stands. Prints what cross-validation by sentence says of the model.

                Examples:
                  demarche train tone train.tsv --output my.safetensors
                  demarche train tone train.tsv --vectors vectors.txt --output Models/tone.safetensors
                """)

        @Argument(help: "Labelled targets.")
        var targets: [String]

        @Option(
            help: ArgumentHelp(
                "Vectors of words, a word and its numbers a line, to tell of words that TARGETS does not have.",
                valueName: "file"))
        var vectors: String?

        @Option(name: .shortAndLong, help: ArgumentHelp("The model file to write.", valueName: "file"))
        var output: String

        @Option(help: ArgumentHelp("The folder that holds Lexicons and Models.", valueName: "folder"))
        var data: String?

        func run() throws {
            try StagedFile.probe(output)
            let examples = try targets.flatMap(examples)
            let train = try TargetTrainer(lexiconFolder: DataRoot(data).lexicons + "/sentiment", vectors: vectors)
            let training = try train(examples) { if Console.isTerminal { Console.error($0) } }
            try training.model.write(to: output)
            Console.output("Learned from \(examples.count) targets; written to \(output)\n")
            Console.output("cross-validated by sentence: " + (try figures(training)) + "\n")
        }

        private func examples(path: String) throws -> [LabelledTarget] {
            let segment = Segmenter()
            return try GoldText.read(path: path).map { item in
                guard let target = item.target, let tone = item.label.flatMap({ Discourse.Tone(label: $0) }) else {
                    throw FileError(path: path, reason: "'\(item.id)' has no target with a tone")
                }
                let document = segment(Article(id: item.id, text: item.text))
                return LabelledTarget(
                    mention: document.passage(document.tokens(covering: target)), tone: tone, group: item.text)
            }
        }

        private func figures(_ training: TargetTraining) throws -> String {
            let judged = training.crossValidated.enumerated()
            return try SentimentScores(
                gold: judged.map { SentimentGold(id: String($0), .label($1.gold)) },
                predictions: judged.map { SentimentPrediction(id: String($0), score: $1.score, label: $1.label) }
            ).table
        }
    }
}
