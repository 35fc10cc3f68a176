import Analysis
import ArgumentParser
import Attribution
import Classification
import Corpora
import Discourse
import LinearModels
import Segmentation
import TextFiles

struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Learn a model from labelled files.",
        discussion: """
            Example:
              demarche train stance Models/training/stance.jsonl --output my.safetensors
            """,
        subcommands: [Stance.self, Attribution.self, Tone.self, Vectors.self])
}

extension Train {
    struct Stance: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Learn to tell favor, against and none toward a target.",
            discussion: """
                STATEMENTS are JSON Lines with source, cue, content, stance and their text; or tab-separated tables \
                with id, target, text, label (favor, against, none) and perhaps group, which teach one model all \
                targets in them. Prints what cross-validation by document or group says of the model.

                Examples:
                  demarche train stance Models/training/stance.jsonl --output my.safetensors
                  demarche train stance tweets.tsv --folds 10 --output tweets.safetensors
                """)

        @Argument(help: "Labelled statements.")
        var statements: [String]

        @Option(help: "What the stances of JSON Lines are toward.")
        var target = "peace-talks"

        @Option(
            name: [.customShort("o"), .customLong("output"), .customLong("model")],
            help: ArgumentHelp("The model file to write.", valueName: "file"))
        var output: String

        @Option(
            help:
                "Tables: into how many parts the groups are dealt for cross-validation; 1 for none, and no calibration."
        )
        var folds = 5

        @Option(help: "Tables: deals groups out, and shuffles while training.")
        var seed: UInt64 = 1

        @Option(help: "Tables: in how many texts an n-gram must stand; 2 makes the model several times smaller.")
        var minTexts = 1

        @Flag(help: "Do without word vectors.")
        var noVectors = false

        @Option(help: ArgumentHelp("The folder that holds Lexicons and Models.", valueName: "folder"))
        var data: String?

        func validate() throws {
            guard folds >= 1 else { throw ValidationError("--folds must be at least 1") }
            guard minTexts >= 1 else { throw ValidationError("--min-texts must be at least 1") }
        }

        func run() throws {
            try StagedFile.probe(output)
            let tables = try statements.filter { try GoldStatement.isTable(path: $0) }
            if tables.isEmpty { return try trainStatements() }
            guard tables.count == statements.count else {
                throw ValidationError("Give either tables of texts or JSON Lines of statements, not both.")
            }
            var settings = TextStanceTrainer.Settings()
            (settings.folds, settings.seed, settings.minimalTexts) = (folds, seed, minTexts)
            let vectors = noVectors ? nil : try WordVectors(path: DataRoot(data).wordVectors)
            try TrainTexts(settings: settings, vectors: vectors)(tables, output: output)
        }

        private func trainStatements() throws {
            let files = try statements.map { try Stance.examples(path: $0, target: target) }
            let examples = files.flatMap(\.self)
            let root = try DataRoot(data)
            let train = StanceTrainer(
                lexicon: try StanceLexicon(folder: root.lexicons + "/stance"),
                vectors: noVectors ? nil : try WordVectors(path: root.wordVectors))
            let training = try train(examples, target: target) { if Console.isTerminal { Console.error($0) } }
            try training.model.write(to: output)
            Console.output("Learned from \(examples.count) statements; written to \(output)\n")
            Console.output(FiguresTable(StanceFigures(training.crossValidated)).text())
            guard files.count > 1 else { return }
            var start = 0
            for (file, path) in zip(files, statements) {
                let own = StanceFigures(Array(training.crossValidated[start..<start + file.count]))
                Console.output("\(path), \(file.count) statements: \(FiguresTable(own).summary)\n")
                start += file.count
            }
        }

        private static func examples(path: String, target: String) throws -> [LabelledStatement] {
            var documents = GoldStatements()
            return try GoldStatement.read(path: path, target: target).compactMap { gold in
                gold.stance.map { stance in
                    LabelledStatement(
                        statement: documents.statement(gold), stance: stance, conditional: gold.conditional,
                        weight: gold.weight, group: gold.group, isNatural: gold.selected == "random")
                }
            }
        }
    }

    struct Attribution: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Learn to find source, cue and content.",
            discussion: """
                ARTICLES are JSON Lines with id, text and attributions, or folders of brat standoff (.txt and .ann, with \
                events Attribution of Source, Cue and Content); TREEBANK is CoNLL-U, from which parts of \
                speech are learned first.

                Example:
                  demarche train attribution polnear/train.jsonl --treebank en_ewt-ud-train.conllu --output my.safetensors
                """,
            aliases: ["tagger"])

        @Argument(help: "Annotated articles.")
        var articles: [String]

        @Option(parsing: .upToNextOption, help: ArgumentHelp("Treebanks with parts of speech.", valueName: "file"))
        var treebank: [String]

        @Option(name: .shortAndLong, help: ArgumentHelp("The model file to write.", valueName: "file"))
        var output: String

        @Option(help: "How often to go through the articles.")
        var passes = 12

        @Option(help: "Shuffles the articles before each pass.")
        var seed: UInt64 = 1

        func run() throws {
            try StagedFile.probe(output)
            let segment = Segmenter()
            let corpus = try articles.flatMap { try GoldAttributions.read(path: $0) }.map {
                AnnotatedDocument(document: segment($0.article), spans: $0.attributions)
            }
            let trees = try treebank.flatMap { try Treebank(path: $0).sentences }.map { sentence in
                TaggedDocument(
                    document: segment(Article(id: "", text: sentence.text)),
                    words: sentence.words.map { ($0.bytes, $0.tag) })
            }
            try AttributionFinder.train(on: corpus, treebank: trees, passes: passes, seed: seed).write(to: output)
            Console.output(
                "Learned from \(corpus.count) articles and \(trees.count) parsed sentences; written to \(output)\n")
        }
    }
}
