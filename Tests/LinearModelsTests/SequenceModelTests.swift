import LinearModels
import Testing

struct SequenceModelTests {
    private static let labels = ["O", "B", "I"]

    /// A model of three labels with small random weights; `O` to `I` and a start with `I` are forbidden.
    private static func model(_ seed: UInt64) -> SequenceModel {
        var random = Numbers(state: seed)
        var emissions = [Int8](repeating: 0, count: SequenceModel.width * 16)
        for row in 0..<16 {
            for label in 0..<3 { emissions[row * SequenceModel.width + label] = Int8(Int(random.next(201)) - 100) }
        }
        var transitions = (0..<9).map { _ in Int32(random.next(201)) - 100 }
        transitions[2] = SequenceModel.forbidden
        var starts = (0..<3).map { _ in Int32(random.next(201)) - 100 }
        starts[2] = SequenceModel.forbidden
        return SequenceModel(
            labels: labels, emissions: emissions, unit: 3, transitions: transitions, starts: starts, metadata: [:])
    }

    private static func features(_ seed: UInt64, length: Int) -> SequenceModel.Features {
        var random = Numbers(state: seed)
        var features = SequenceModel.Features()
        for _ in 0..<length {
            let hashes = (0..<3).map { _ in UInt32(random.next(1_000)) }
            features.appendPosition(hashes.span)
        }
        return features
    }

    /// Every labelling with its score, those with forbidden steps left out.
    private static func all(_ model: SequenceModel, _ scores: [SIMD8<Int32>]) -> [(path: [Int], score: Int)] {
        var paths: [(path: [Int], score: Int)] = [([], 0)]
        for position in scores.indices {
            paths = paths.flatMap { item in
                (0..<3).compactMap { label in
                    let step = item.path.last.map { model.transitions[$0 * 3 + label] } ?? model.starts[label]
                    guard step > SequenceModel.forbidden else { return nil }
                    return (item.path + [label], item.score + Int(step) + Int(scores[position][label]))
                }
            }
        }
        return paths
    }

    @Test(arguments: 1...20)
    func `the decoded labelling is the best of all labellings`(seed: UInt64) {
        let model = Self.model(seed)
        let scores = model.scores(Self.features(seed &+ 99, length: 6))
        let best = Self.all(model, scores).max { $0.score < $1.score }!
        let decoded = model.decode(scores)
        #expect(Self.all(model, scores).first { $0.path == decoded }?.score == best.score)
    }

    @Test(arguments: 1...10)
    func `marginals are the shares of all labellings`(seed: UInt64) {
        let model = Self.model(seed)
        let scores = model.scores(Self.features(seed &+ 7, length: 5))
        let weights = Self.all(model, scores).map { ($0.path, SequenceModelTests.power(Double($0.score) / 80)) }
        let total = weights.reduce(0) { $0 + $1.1 }
        let marginals = model.marginals(scores, temperature: 80)
        for position in 0..<5 {
            for label in 0..<3 {
                let share = weights.reduce(0) { $0 + ($1.0[position] == label ? $1.1 : 0) } / total
                #expect(abs(marginals[position][label] - share) < 1e-9)
            }
        }
    }

    @Test func `a rule of the caller keeps labels apart`() {
        let model = Self.model(3)
        let scores = model.scores(Self.features(5, length: 8))
        let decoded = model.decode(scores, steps: model.steps { _, from, to in from == to || to == 0 })
        #expect(zip(decoded, decoded.dropFirst()).allSatisfy { $0 == $1 || $1 == 0 })
    }

    @Test func `two models beside each other score as each does alone`() {
        let (first, second) = (Self.model(6), Self.model(7))
        let features = Self.features(8, length: 9)
        let scores = PairedEmissions(first, second).scores { sink in
            var random = Numbers(state: 8)
            for _ in 0..<9 {
                let hashes = (0..<3).map { _ in UInt32(random.next(1_000)) }
                sink.appendPosition(hashes.span)
            }
        }
        #expect(scores.first == first.scores(features) && scores.second == second.scores(features))
    }

    @Test func `no positions have no labels`() {
        let model = Self.model(1)
        #expect(model.decode([]).isEmpty && model.marginals([], temperature: 1).isEmpty)
    }

    @Test func `a stored model is the same when read back`() throws {
        let model = Self.model(4)
        var file = Safetensors()
        model.store(as: "first", in: &file)
        let read = try SequenceModel("first", in: Safetensors(bytes: file.encoded, path: "m"), path: "m")
        #expect(read == model)
    }

    /// eˣ by its series: slow, and independent of the C library.
    private static func power(_ x: Double) -> Double {
        var (sum, term) = (1.0, 1.0)
        for n in 1..<200 {
            term *= abs(x) / Double(n)
            sum += term
        }
        return x < 0 ? 1 / sum : sum
    }
}

struct SequencePerceptronTests {
    /// Words 1 open a span, words 2 go on with it, all others are outside.
    @Test func `a pattern is learned, and the same one for the same seed`() {
        var random = Numbers(state: 12)
        let examples = (0..<200).map { _ in
            var features = SequenceModel.Features()
            var labels: [Int8] = []
            for _ in 0..<8 {
                let word = UInt32(random.next(4))
                features.appendPosition([word].span)
                let goesOn = word == 2 && labels.last.map { $0 != 0 } ?? false
                labels.append(word == 1 ? 1 : goesOn ? 2 : 0)
            }
            return SequencePerceptron.Example(features: features, labels: labels)
        }
        let trainer = SequencePerceptron(
            labels: ["O", "B", "I"], rowBits: 6, passes: 10, seed: 1, isForbidden: { $0 == 0 && $1 == 2 },
            cannotStart: { $0 == 2 })
        let model = trainer.train(on: examples)
        let wrong = examples.count { model.decode(model.scores($0.features)) != $0.labels.map(Int.init) }
        #expect(wrong == 0)
        #expect(trainer.train(on: examples) == model)
    }
}

struct HashedPerceptronTests {
    @Test func `a linear rule is learned and survives its file`() throws {
        var perceptron = HashedPerceptron(labels: ["even", "odd"], rowBits: 8)
        for _ in 0..<5 {
            for number in 0..<40 {
                _ = perceptron.learn([UInt32(number), 100 + UInt32(number % 2)], label: number % 2)
            }
        }
        let classifier = perceptron.classifier
        #expect((0..<60).allSatisfy { classifier.predict([UInt32($0), 100 + UInt32($0 % 2)]) == $0 % 2 })
        var file = Safetensors()
        classifier.store(as: "speech", in: &file)
        #expect(
            try HashedClassifier("speech", in: Safetensors(bytes: file.encoded, path: "m"), path: "m") == classifier)
    }
}

/// Small random numbers that are the same on every run.
private struct Numbers {
    var state: UInt64

    mutating func next(_ bound: UInt64) -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) % bound
    }
}
