import Analysis
import ArgumentParser
import Attribution
import Classification
import Corpora
import Discourse
import Evaluation
import Segmentation
import TextFiles

struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare what the tool says with what people marked.",
        discussion: """
            Example:
              demarche evaluate stance dev.jsonl --predictions predictions.tsv
            """,
        subcommands: [Attribution.self, Actors.self, Pronouns.self, Stance.self, Sentiment.self])
}

extension Evaluate {
    struct Attribution: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Who said what: spans of source, cue and content.",
            discussion: """
                GOLD is JSON Lines with id, text and attributions, each with source, cue and content as lists of \
                [start, end) in code points, or a folder of brat standoff. Spans are measured as the corpus PolNeAR draws \
                them: content without its cue, and only statements that have a cue; nested ones are left out.

                GOLD may also hold statements (source, cue, content, form; their documents in a file beside it, for \
                dev.jsonl in dev_docs.jsonl). Then the whole of the analysis is measured: the share of them that was \
                found, and of those the share with the right source, by form.

                Examples:
                  demarche evaluate attribution dev.jsonl --predictions found.jsonl
                  demarche evaluate attribution dev.jsonl --calibration
                """)

        @Argument(help: "Annotated articles or statements.")
        var gold: String

        @Flag(help: "Also show how often attributions of each confidence are right.")
        var calibration = false

        @Option(
            help: ArgumentHelp(
                "Write what was found here, as articles with attributions without their texts.", valueName: "file"))
        var predictions: String?

        @OptionGroup var data: DataOptions

        func run() async throws {
            if let predictions { try StagedFile.probe(predictions) }
            let root = try data.root
            let find = try AttributionFinder(model: data.model ?? Analyzer.attributionModel(in: root)).withCaution(
                data.caution)
            if try GoldAttributions.areStatements(path: gold) {
                try await measureStatements(with: find, root)
            } else {
                try await measureSpans(with: find)
            }
        }

        private func measureSpans(with find: AttributionFinder) async throws {
            let segment = Segmenter()
            var (articles, confidences) = ([AttributionScores.Article](), [[Double]]())
            var items = try GoldAttributions.read(path: gold).makeIterator()
            try await data.work(
                next: { items.next() },
                work: { item in
                    let document = segment(item.article)
                    let found = find(document).filter { $0.cue != nil }
                    let article = AttributionScores.Article(
                        id: item.article.id, text: item.article.text, gold: item.attributions,
                        predicted: found.map { $0.spans(in: document) })
                    return (article, found.map(\.confidence))
                }
            ) { article, confidence in
                articles.append(article)
                confidences.append(confidence)
            }
            try write(articles.map { ($0.id, $0.text, $0.predicted) })
            Console.output(try AttributionScores(articles).table + "\n")
            if calibration {
                Console.output("\n" + (try ConfidenceTable(articles, confidences: confidences).table) + "\n")
            }
        }

        private func measureStatements(with find: AttributionFinder, _ root: DataRoot) async throws {
            let segment = Segmenter()
            let attribute = try Attributor(
                finder: find, cues: root.lexicons + "/cues", roster: Roster(folder: root.lexicons + "/actors"))
            let statements = try GoldStatement.read(path: gold)
            let byArticle = Dictionary(grouping: statements, by: \.article.id)
            var articles: [StatementRecall.Article] = []
            var items = byArticle.values.sorted { $0[0].article.id < $1[0].article.id }.makeIterator()
            try await data.work(
                next: { items.next() },
                work: { items in
                    let article = items[0].article
                    let found = attribute(segment(article)).filter { $0.nestedIn == nil }
                    return StatementRecall.Article(
                        id: article.id, text: article.text,
                        gold: items.map { ($0.form.flatMap { Statement.Form(rawValue: $0) } ?? .indirect, $0.spans) },
                        predicted: found.map { AttributionSpans($0) })
                }
            ) { articles.append($0) }
            try write(articles.map { ($0.id, $0.text, $0.predicted) })
            Console.output(try StatementRecall(articles).table + "\n")
        }

        private func write(_ found: [(id: String, text: String, spans: [AttributionSpans])]) throws {
            guard let predictions else { return }
            let lines = found.map { AttributionPrediction.jsonLine(id: $0.id, text: $0.text, $0.spans) + "\n" }
            try StagedFile.write(Array(lines.joined().utf8), to: predictions)
        }
    }

    struct Stance: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Favor, against or none of statements that are given.",
            discussion: """
                GOLD is a tab-separated table with id, target, text and label, or JSON Lines of statements with source, \
                cue, content and stance; their text is in the line (text, or before and context) or in the file of \
                documents beside it (dev.jsonl: dev_docs.jsonl). Where lines name a rule, the share right under each rule \
                is given too.

                Examples:
                  demarche evaluate stance dev.jsonl
                  demarche evaluate stance gold.tsv --model my.safetensors --predictions predictions.tsv
                  demarche evaluate stance gold.tsv --model my.safetensors --max-risk 0.1
                """)

        @Argument(help: "Labelled statements.")
        var gold: String

        @Option(help: ArgumentHelp("Write id, label, score and probabilities here.", valueName: "file"))
        var predictions: String?

        @Option(
            help: ArgumentHelp(
                "Models of texts and targets: give only labels of which at most this share is wrong, by cross-validation.",
                valueName: "share"))
        var maxRisk: Double?

        @OptionGroup var data: DataOptions

        func validate() throws {
            if let maxRisk, !(maxRisk > 0 && maxRisk < 1) {
                throw ValidationError("--max-risk takes a share between 0 and 1, such as 0.1.")
            }
        }

        func run() throws {
            if let predictions { try StagedFile.probe(predictions) }
            let root = try data.root
            if let model = data.model, try TextStanceModel.isModel(path: model) {
                let evaluate = try EvaluateTexts(model: model, root: root, maxRisk: maxRisk)
                return try evaluate(GoldStatement.read(path: gold), predictions: predictions)
            }
            guard maxRisk == nil else { throw ValidationError("--max-risk needs a model of texts and targets.") }
            let classify = try StanceClassifier(
                modelPath: data.model ?? Analyzer.stanceModel(in: root), lexiconFolder: root.lexicons + "/stance",
                vectorsPath: root.wordVectors)
            let gold = try GoldStatement.read(path: gold)
            var statements = GoldStatements()
            let scores = classify(gold.map { statements.statement($0) })
            let found = zip(gold, scores).map { StancePrediction(id: $0.id, $1) }
            if let predictions { try StagedFile.write(Array(StancePrediction.tsv(found).utf8), to: predictions) }
            let labelled = gold.compactMap { item in
                item.stance.map { StanceGold(id: item.id, target: item.target, label: $0) }
            }
            guard !labelled.isEmpty else { return Console.output("\(found.count) statements, none of them labelled\n") }
            let known = Set(labelled.map(\.id))
            Console.output(
                try StanceScores(gold: labelled, predictions: found.filter { known.contains($0.id) }).table + "\n")
            Console.output(Stance.byRule(gold, scores.map(\.label)))
        }

        /// How many statements of each rule have the right label, in order of rules; empty where none names one.
        private static func byRule(_ gold: [GoldStatement], _ labels: [Discourse.Stance]) -> String {
            let rows = zip(gold, labels).compactMap { item, label in
                item.rule.map { (rule: $0, isRight: item.stance == label) }
            }
            return Dictionary(grouping: rows, by: \.rule).sorted { $0.key < $1.key }.map { rule, rows in
                let right = rows.count(where: \.isRight)
                let share = (Double(right) / Double(rows.count) * 1_000).rounded() / 10
                return "rule \(rule): \(right) of \(rows.count) right, \(share) %\n"
            }.joined()
        }
    }
}
