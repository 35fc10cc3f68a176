import Discourse
import LinearModels
import TestSupport
import Testing

@testable import Scoring

struct TargetTrainerTests {
    /// Sentences by a few patterns in which the words beside the target decide.
    static func generated(_ count: Int, seed: UInt64) -> [LabelledTarget] {
        var random = SplitMix64(seed: seed)
        let names = ["Oduya", "Varga", "Holt", "Norland"]
        let words: [(Tone, [String])] = [
            (.positive, ["praised", "hailed", "thanked"]), (.negative, ["blamed", "denounced", "accused"]),
            (.neutral, ["met", "phoned", "visited"]),
        ]
        return (0..<count).map { index in
            let (tone, verbs) = words[index % 3]
            let other = words[Int.random(in: 0..<3, using: &random)].1.randomElement(using: &random)!
            let (name, verb) = (names.randomElement(using: &random)!, verbs.randomElement(using: &random)!)
            let text = "On Monday the guests \(verb) [T|\(name)] warmly, and the clerk \(other) Zed \(index)."
            let marked = MarkedText(text)
            let document = marked.document
            return LabelledTarget(
                mention: document.passage(document.tokens(covering: marked["T"][0])), tone: tone, group: text)
        }
    }

    private static func vectors() -> TemporaryFile {
        TemporaryFile(
            "v.txt",
            "11 2\npraised 1 0\nhailed 1 0.1\nthanked 1 0\nlauded 1 0\nblamed -1 0\ndenounced -1 0.1\naccused -1 0\nslated -1 0\nmet 0 1\nphoned 0 1\nvisited 0 1\n"
        )
    }

    @Test func `what it was taught it says of sentences it has not seen, the same each time`() throws {
        let train = try TargetTrainer(lexiconFolder: Folder.sentiment)
        let (first, second) = (try train(Self.generated(150, seed: 1)), try train(Self.generated(150, seed: 1)))
        #expect(first.model == second.model)
        let held = first.crossValidated
        #expect(held.count == 150 && held.count { $0.gold == $0.label } > 135)
        let test = Self.generated(60, seed: 2)
        let score = try TargetScorer(
            model: first.model, extract: TargetExtractor(folder: Folder.sentiment))
        let found = score(test.map { Target(mention: $0.mention) })
        #expect(zip(found, test).count { $0.label == $1.tone } > 54)
    }

    @Test func `by its vector a word is known that training has not seen`() throws {
        let file = Self.vectors()
        let train = try TargetTrainer(lexiconFolder: Folder.sentiment, vectors: file.path)
        let model = try train(Self.generated(150, seed: 1)).model
        let score = try TargetScorer(model: model, extract: TargetExtractor(folder: Folder.sentiment))
        let scores = score(
            ["lauded", "slated"].map { verb in
                let document = Document.of("On Monday the guests \(verb) Oduya warmly.")
                return Target(mention: document.passage(5..<6))
            })
        #expect(scores[0].score > scores[1].score)
    }

    @Test func `the weights it folds vectors into score as the vectors do`() throws {
        let examples = Self.generated(60, seed: 3)
        let extract = try TargetExtractor(folder: Folder.sentiment)
        let file = Self.vectors()
        let set = TargetTrainingSet(examples, extract: extract, minimalGroups: 2)
        let design = TargetDesign(
            set, vectors: try WordVectorFile(path: file.path), settings: TargetTrainer.Settings())
        var random = SplitMix64(seed: 5)
        let count = 3 * (design.features.sparseColumns + design.features.denseColumns + 1)
        let parameters = (0..<count).map { _ in Double.random(in: -0.5...0.5, using: &random) }
        let objective = SoftmaxObjective(
            features: design.features, targets: Array(repeating: 0, count: 60), labels: 3, sparsePenalty: 0,
            densePenalty: 0)
        let (folded, columns) = design.unscaled(parameters)
        let linear = LinearModel(
            parameters: folded, labels: TargetModel.labels, features: columns,
            denseNames: TargetFeatures.denseNames, smallestWeight: 0, metadata: [:])
        let model = TargetModel(
            linear: LinearModel(
                labels: linear.labels, vocabulary: linear.vocabulary, sparseWeights: linear.sparseWeights,
                denseNames: linear.denseNames, denseWeights: linear.denseWeights, intercepts: linear.intercepts,
                metadata: TargetModel.metadata(fingerprint: extract.fingerprint)))
        let scores = try TargetScorer(model: model, extract: extract)(examples.map { Target(mention: $0.mention) })
        let expected = objective.scores(at: parameters)
        for (row, score) in scores.enumerated() {
            let margin = expected[row * 3] - expected[row * 3 + 2]
            #expect(abs(Double(score.margin) / 1_000_000 - margin) < 0.05)
        }
    }

    @Test func `targets that cannot teach are refused`() throws {
        let train = try TargetTrainer(lexiconFolder: Folder.sentiment)
        let examples = Self.generated(30, seed: 1)
        #expect(throws: TargetTrainingError.missing(.neutral)) { try train(examples.filter { $0.tone != .neutral }) }
        let one = examples.map { LabelledTarget(mention: $0.mention, tone: $0.tone, group: "one") }
        #expect(throws: TargetTrainingError.oneGroup) { try train(one) }
    }
}
