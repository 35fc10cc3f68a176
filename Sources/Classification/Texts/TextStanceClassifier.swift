import Discourse
import LinearModels
import TextFiles

/// Says of texts where they stand toward a target.
///
///     let classify = try TextStanceClassifier(model: TextStanceModel(path: path), vectors: vectors)
///     try classify([(text, "Climate Change is a Real Concern")])[0].label   // .favor
public struct TextStanceClassifier: Sendable {
    public let model: TextStanceModel
    private let measures: TextMeasures
    private let targetNumbers: [String: Int]
    /// The weights of up to four labels for targets that have none of their own, one row a column.
    private let shared: [SIMD4<Int16>]

    /// - Parameter vectors: What the model was trained with; nil when it was trained without.
    /// - Throws: `FileError` when the vectors are not those of the model.
    public init(model: TextStanceModel, vectors: WordVectors?) throws {
        guard (vectors?.fingerprint ?? "") == model.vectors else {
            throw FileError(
                path: "word-vectors.safetensors",
                reason: model.vectors.isEmpty
                    ? "is not wanted: the model was trained without word vectors"
                    : "is not the file that the model was trained with; train the model again")
        }
        self.model = model
        measures = TextMeasures(vectors: vectors, targets: model.targets)
        targetNumbers = Dictionary(uniqueKeysWithValues: model.targets.enumerated().map { ($1, $0) })
        shared = (0..<model.vocabulary.count).map { TextStanceClassifier.row(model.shared, $0, model.labels.count) }
    }

    private static func row(_ weights: [Int16], _ index: Int, _ labels: Int) -> SIMD4<Int16> {
        var row = SIMD4<Int16>.zero
        for label in 0..<labels { row[label] = weights[index &* labels &+ label] }
        return row
    }

    /// What the classifier says of a text.
    public struct Judgement: Sendable, Equatable {
        public let label: Stance
        /// Calibrated, one a stance; 0 for stances the model was not taught.
        public let favor, against, none: Double
        /// One for each of the model's labels, units: `model.unitsPerLogit` make a logit.
        public let scores: [Int]

        /// P(favor) − P(against), -1...1.
        public var score: Double { favor - against }
        /// The probability of the label.
        public var certainty: Double { max(favor, against, none) }
    }

    /// - Returns: One judgement a text, in order.
    /// - Throws: `UnknownTarget` for a target that the model was not taught.
    /// - Complexity: O(*n*) in the bytes of the texts, and once a target in the size of the model.
    public func callAsFunction(_ texts: [(text: String, target: String)]) throws -> [Judgement] {
        let targets = try texts.map { text in
            guard let number = targetNumbers[text.target] else {
                throw UnknownTarget(text.target, known: model.targets)
            }
            return number
        }
        var scratch = Scratch(columns: model.vocabulary.count)
        var judgements = [Judgement?](repeating: nil, count: texts.count)
        // Text by text of a target, so that its weights are laid out once.
        for index in texts.indices.sorted(by: { (targets[$0], $0) < (targets[$1], $1) }) {
            prepare(targets[index], &scratch)
            var text = texts[index].text
            judgements[index] = text.withUTF8 { judgement(scores($0.span, target: targets[index], &scratch)) }
        }
        return judgements.map { $0! }
    }

    public struct UnknownTarget: Error, Sendable, CustomStringConvertible {
        public let target: String
        public let known: [String]

        init(_ target: String, known: [String]) { (self.target, self.known) = (target, known) }

        public var description: String {
            "the model knows nothing of the target '\(target)'; it was taught: " + known.joined(separator: ", ")
        }
    }
}

extension TextStanceClassifier {
    /// What one text after another is read into.
    private struct Scratch {
        var grams = TextGrams()
        var target = -1
        /// The weights of the target, one row a column.
        var weights: [SIMD4<Int16>] = []
        /// Where a column stands among those of the text, plus 1; 0 when it does not.
        var places: [Int32]
        var columns: [Int32] = []
        var entries: [GramWeights.Entry] = []
        var values: [Int32] = []

        init(columns: Int) { places = Array(repeating: 0, count: columns) }
    }

    /// Lays out the weights of a target.
    private func prepare(_ target: Int, _ scratch: inout Scratch) {
        guard scratch.target != target else { return }
        if scratch.target < 0 {
            scratch.weights = shared
        } else {
            for column in model.own[scratch.target].columns { scratch.weights[Int(column)] = shared[Int(column)] }
        }
        scratch.target = target
        let own = model.own[target]
        for (index, column) in own.columns.enumerated() {
            scratch.weights[Int(column)] = TextStanceClassifier.row(own.weights, index, model.labels.count)
        }
    }

    private func scores(_ text: Span<UInt8>, target: Int, _ scratch: inout Scratch) -> [Int] {
        count(text, &scratch)
        GramWeights.weigh(scratch.entries, into: &scratch.values)
        var sum = SIMD4<Int64>.zero
        for index in scratch.columns.indices {
            let weight = scratch.weights[Int(scratch.columns[index])]
            sum &+= SIMD4<Int64>(truncatingIfNeeded: weight) &* Int64(scratch.values[index])
        }
        let dense = measures(text, lowered: scratch.grams.lowered, target: target)
        let denseWeights = model.dense[target]
        return model.labels.indices.map { label in
            var score = model.intercepts[target][label] &+ Int(sum[label])
            let row = label &* dense.count
            for column in dense.indices { score &+= Int(dense[column]) &* Int(denseWeights[row &+ column]) }
            return score
        }
    }

    /// Finds the columns of a text's n-grams, in the order of their first places, and how often each stands there.
    private func count(_ text: Span<UInt8>, _ scratch: inout Scratch) {
        for column in scratch.columns { scratch.places[Int(column)] = 0 }
        scratch.columns.removeAll(keepingCapacity: true)
        scratch.entries.removeAll(keepingCapacity: true)
        scratch.grams.read(text)
        for gram in scratch.grams.grams {
            guard let column = model.vocabulary.column(of: gram.key) else { continue }
            let place = Int(scratch.places[column])
            if place > 0 {
                scratch.entries[place &- 1].count &+= 1
            } else {
                scratch.columns.append(Int32(truncatingIfNeeded: column))
                scratch.entries.append(.init(count: 1, idf: model.idf[column], block: gram.kind.block))
                scratch.places[column] = Int32(truncatingIfNeeded: scratch.columns.count)
            }
        }
    }

    private func judgement(_ scores: [Int]) -> Judgement {
        let chances = Softmax.probabilities(scores.map { Double($0) / model.unitsPerLogit }[...])
        let best = scores.indices.max { (scores[$0], $1) < (scores[$1], $0) }!
        func chance(_ stance: Stance) -> Double { model.labels.firstIndex(of: stance).map { chances[$0] } ?? 0 }
        return Judgement(
            label: model.labels[best], favor: chance(.favor), against: chance(.against), none: chance(.none),
            scores: scores)
    }
}
