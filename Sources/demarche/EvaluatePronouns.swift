import ArgumentParser
import Attribution
import Corpora
import Discourse
import Evaluation
import Segmentation
import TextFiles

extension Evaluate {
    struct Pronouns: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Whom pronouns mean, beside the nearest name that fits.",
            discussion: """
                GOLD are files in CoNLL-U with entities (such as the texts of the corpus GUM). Counted are he, him, \
                she, her, it, they and them that mean a person or body which the text has named before. An answer is \
                right when its last word stands in one of those names. The pronouns of a text are resolved in their \
                order, as the sources of statements are; nothing else of the annotation is seen.
                """)

        @Argument(help: "Annotated texts.")
        var gold: [String]

        @OptionGroup var data: DataOptions

        func run() throws {
            let resolve = SpeakerResolver(roster: try data.loadRoster())
            var scores: [String: PronounScores] = [:]
            for path in gold {
                for text in try CoreferenceText.read(path: path) {
                    for answer in GoldPronouns(text).answers(resolve) {
                        scores[answer.word, default: PronounScores()].add(answer)
                        scores["all", default: PronounScores()].add(answer)
                    }
                }
            }
            guard !scores.isEmpty else { throw EvaluationError.noGold }
            Console.output(PronounScores.table(scores))
        }
    }
}

/// The pronouns of one text that mean somebody named before.
struct GoldPronouns {
    private let document: Document
    private let pronouns: [(source: Source, names: [String])]

    struct Answer {
        let word: String
        let found: String?
        let nearest: String?
        let names: [String]
    }

    init(_ gold: CoreferenceText) {
        let document = Segmenter()(Article(id: gold.id, text: gold.text))
        var names: [String: [String]] = [:]
        var pronouns: [(source: Source, names: [String])] = []
        for mention in gold.mentions where ["person", "organization"].contains(mention.type) {
            let tokens = document.tokens(covering: mention.bytes)
            guard !tokens.isEmpty else { continue }
            let words = document.text(mention.bytes)
            if mention.isNamed {
                names[mention.entity, default: []].append(words)
            } else if mention.isPronoun, GoldPronouns.words.contains(words.lowercased()),
                let known = names[mention.entity]
            {
                let sentence = document.sentences[document.sentence(of: tokens.lowerBound)]
                pronouns.append((Source(passage: document.passage(tokens), statementTokens: sentence), known))
            }
        }
        (self.document, self.pronouns) = (document, pronouns)
    }

    private static let words: Set<String> = ["he", "him", "she", "her", "it", "they", "them"]

    func answers(_ resolve: SpeakerResolver) -> [Answer] {
        let sources = pronouns.map(\.source)
        return zip(pronouns, resolve(sources, in: document)).map { pronoun, speaker in
            Answer(
                word: pronoun.source.passage!.text.lowercased(), found: speaker.actor?.name,
                nearest: resolve.nearestName(before: pronoun.source, in: document)?.name, names: pronoun.names)
        }
    }
}

/// Right, wrong and unanswered pronouns of the tool and of the nearest name.
struct PronounScores {
    private var gold = 0
    private var right = 0
    private var answered = 0
    private var nearestRight = 0

    mutating func add(_ answer: GoldPronouns.Answer) {
        gold += 1
        if answer.found != nil { answered += 1 }
        if PronounScores.isRight(answer.found, answer.names) { right += 1 }
        if PronounScores.isRight(answer.nearest, answer.names) { nearestRight += 1 }
    }

    private static func isRight(_ found: String?, _ names: [String]) -> Bool {
        guard let last = found.map(words)?.last else { return false }
        return names.contains { words($0).contains(last) }
    }

    private static func words(_ name: String) -> [Substring] { Slug.of(name).split(separator: "-") }

    static func table(_ scores: [String: PronounScores]) -> String {
        let header = ["pronoun", "gold", "right", "accuracy", "of answered", "nearest name"]
        let order = scores.keys.filter { $0 != "all" }.sorted() + ["all"]
        let rows = order.map { word -> [String] in
            let counts = scores[word]!
            return [
                word, String(counts.gold), String(counts.right), percent(counts.right, counts.gold),
                percent(counts.right, counts.answered), percent(counts.nearestRight, counts.gold),
            ]
        }
        return ([header] + rows).map { cells in
            cells.map { $0 + String(repeating: " ", count: 14 - $0.count) }.joined() + "\n"
        }.joined()
    }

    private static func percent(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "" }
        let tenths = (part * 2000 + whole) / (2 * whole)
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
