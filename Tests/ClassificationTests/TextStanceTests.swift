import Discourse
import LinearModels
import TextFiles
import Testing

@testable import Classification

struct TextStanceTests {
    /// Invented texts on two targets, whose stance a word gives away; the two targets disagree on `green`.
    private static func examples(_ count: Int = 60) -> [TextExample] {
        let (good, bad) = (["support", "welcome", "love"], ["reject", "oppose", "hate"])
        let fillers = ["the plan", "this idea today", "it all", "what they say", "the green plan"]
        return (0..<count).map { number in
            let stance: Stance = [.favor, .against, .none][number % 3]
            let word = stance == .favor ? good[number / 3 % 3] : stance == .against ? bad[number / 3 % 3] : "describe"
            return TextExample(
                id: "t\(number)", target: number % 2 == 0 ? "Dams" : "Wind Power",
                text: "we \(word) \(fillers[number / 3 % 5])", stance: stance, group: "g\(number / 2)")
        }
    }

    private func train(_ examples: [TextExample] = examples()) throws -> TextStanceTraining {
        try TextStanceTrainer(vectors: nil)(examples)
    }

    @Test func `it learns what the words say of texts it has not seen`() throws {
        let classify = try TextStanceClassifier(model: train().model, vectors: nil)
        let labels = try classify([
            ("they support the dam", "Dams"), ("we oppose it all", "Wind Power"), ("we describe it", "Dams"),
        ]).map(\.label)
        #expect(labels == [.favor, .against, .none])
    }

    @Test func `cross-validation finds the words too, and probabilities sum to one`() throws {
        let judged = try train().crossValidated
        #expect(judged.count { $0.gold == $0.label } > 50)
        for one in judged { #expect(abs(one.favor + one.against + one.none - 1) < 1e-9) }
    }

    @Test func `the same texts give the same bytes, and a model comes back as it was written`() throws {
        let (one, two) = (try train().model, try train().model)
        #expect(one.file.encoded == two.file.encoded)
        let back = try TextStanceModel(Safetensors(bytes: one.file.encoded, path: "m"), path: "m")
        #expect(back == one)
        let texts = TextStanceTests.examples().map { ($0.text, $0.target) }
        let (before, after) = (
            try TextStanceClassifier(model: one, vectors: nil)(texts),
            try TextStanceClassifier(model: back, vectors: nil)(texts)
        )
        #expect(before == after)
    }

    @Test func `a text scores the same alone and in a batch`() throws {
        let classify = try TextStanceClassifier(model: train().model, vectors: nil)
        let texts = TextStanceTests.examples(30).map { ($0.text, $0.target) }
        let batch = try classify(texts)
        for (text, together) in zip(texts, batch) { #expect(try classify([text]) == [together]) }
    }

    @Test func `scores are those of the design and the solver but for rounding`() throws {
        let examples = TextStanceTests.examples()
        let set = TextTrainingSet(examples, vectors: nil)
        let (settings, all) = (TextStanceTrainer.Settings(), Array(examples.indices))
        let design = TextDesign(set, rows: all, settings: settings)
        let rows = design.rows(set, all)
        let weights = DualCoordinateDescent(tolerance: 0.01)(
            rows, columns: design.columnCount, targets: set.label, labels: 3,
            costs: Array(repeating: 1, count: all.count)
        ).weights
        let model = TextStanceModel(set, design, weights: weights, scale: 2, risk: RiskTable([]), metadata: [:])
        let found = try TextStanceClassifier(model: model, vectors: nil)(examples.map { ($0.text, $0.target) })
        for row in all {
            for label in 0..<3 {
                var margin = 0.0
                for entry in rows.starts[row]..<rows.starts[row + 1] {
                    margin += Double(rows.values[entry]) * weights[Int(rows.columns[entry]) * 3 + label]
                }
                #expect(abs(2 * margin - Double(found[row].scores[label]) / model.unitsPerLogit) < 1e-3)
            }
        }
    }

    @Test func `what cannot teach is refused with the reason`() {
        func error(_ examples: [TextExample]) -> TextTrainingError? {
            do {
                _ = try train(examples)
                return nil
            } catch { return error as? TextTrainingError }
        }
        let examples = TextStanceTests.examples(12)
        #expect(error([]) == .empty)
        #expect(error(examples.filter { $0.stance == .favor }) == .oneStance(.favor))
        #expect(
            error(examples.filter { $0.stance == .favor || $0.target == "Dams" })
                == .oneStanceOfTarget("Wind Power", .favor))
        #expect(error(examples + [examples[3]]) == .repeatedID("t3"))
        #expect(
            error(
                examples.map { TextExample(id: $0.id, target: $0.target, text: $0.text, stance: $0.stance, group: "g") }
            )
                == .oneGroup("g"))
    }

    @Test func `a target that was not taught is refused by name`() throws {
        let classify = try TextStanceClassifier(model: train().model, vectors: nil)
        do {
            _ = try classify([("we support it", "Tides")])
            Issue.record("a target nobody taught was judged")
        } catch let error as TextStanceClassifier.UnknownTarget {
            #expect(
                error.description == "the model knows nothing of the target 'Tides'; it was taught: Dams, Wind Power")
        }
    }

    @Test func `a cut or altered file and another version are refused`() throws {
        let model = try train().model
        func reason(_ bytes: [UInt8]) -> String? {
            do {
                _ = try TextStanceModel(Safetensors(bytes: bytes, path: "m"), path: "m")
                return nil
            } catch { return (error as? FileError)?.reason }
        }
        #expect(reason(model.file.encoded.dropLast()) == "model file ends early")
        var bytes = model.file.encoded
        bytes[bytes.count - 5] ^= 1
        #expect(reason(bytes)?.hasPrefix("was altered") == true)
        var file = model.file
        file.metadata["format_version"] = "7"
        #expect(reason(file.encoded) == "has model format 7, this program reads 1")
        file = model.file
        file.set("own.starts", [0, 5] as [Int64], shape: [2])
        #expect(reason(file.encoded)?.hasPrefix("has arrays of the wrong size") == true)
    }
}

struct RiskTableTests {
    private func judged(_ certainty: Double, right: Bool) -> JudgedStance {
        JudgedStance(
            gold: right ? .favor : .against, label: .favor, favor: certainty, against: 1 - certainty, none: 0,
            isGoldConditional: false, isConditional: false, isNatural: true)
    }

    @Test func `the threshold is the lowest from which labels are wrong rarely enough`() {
        // Above 0.8 one of 99 is wrong, below it half.
        let sure = (0..<99).map { judged(0.85, right: $0 != 7) }
        let unsure = (0..<40).map { judged(0.6, right: $0 % 2 == 0) }
        let table = RiskTable(sure + unsure)
        #expect(table.threshold(risk: 0.05) == 0.61)
        #expect(table.threshold(risk: 0.3) == 0)
        #expect(table.threshold(risk: 0.001) == nil)
        #expect(table.kept(at: 0.7) == 99)
    }

    @Test func `a few lucky texts promise nothing`() {
        #expect(RiskTable((0..<3).map { _ in judged(0.95, right: true) }).threshold(risk: 0.1) == nil)
    }

    @Test func `it comes back from its text`() {
        let table = RiskTable([judged(0.7, right: true), judged(0.9, right: false)])
        #expect(RiskTable(text: table.text) == table)
        #expect(RiskTable(text: "1 2,3") == nil)
    }
}
