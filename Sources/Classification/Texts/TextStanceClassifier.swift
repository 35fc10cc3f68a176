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
    /// Targets × columns: the weights of up to four labels.
    private let weights: [SIMD4<Int16>]

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
        weights = TextStanceClassifier.spread(model)
    }

    /// One row of weights a target and column, ready to be gathered.
    private static func spread(_ model: TextStanceModel) -> [SIMD4<Int16>] {
        let (k, columns) = (model.labels.count, model.vocabulary.count)
        func row(_ weights: [Int16], _ index: Int) -> SIMD4<Int16> {
            var row = SIMD4<Int16>.zero
            for label in 0..<k { row[label] = weights[index * k + label] }
            return row
        }
        let shared = (0..<columns).map { row(model.shared, $0) }
        var all: [SIMD4<Int16>] = []
        all.reserveCapacity(columns * model.targets.count)
        for own in model.own {
            let start = all.count
            all.append(contentsOf: shared)
            for (index, column) in own.columns.enumerated() { all[start + Int(column)] = row(own.weights, index) }
        }
        return all
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

    /// - Throws: `UnknownTarget` for a target that the model was not taught.
    public func callAsFunction(_ texts: [(text: String, target: String)]) throws -> [Judgement] {
        var scratch = Scratch(columns: model.vocabulary.count)
        return try texts.map { text, target in
            guard let number = targetNumbers[target] else { throw UnknownTarget(target, known: model.targets) }
            var text = text
            return text.withUTF8 { judgement(scores($0.span, target: number, &scratch)) }
        }
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
        /// Where a column stands among those of the text, plus 1; 0 when it does not.
        var places: [Int32]
        var columns: [Int32] = []
        var entries: [GramWeights.Entry] = []
        var values: [Int32] = []

        init(columns: Int) { places = Array(repeating: 0, count: columns) }
    }

    private func scores(_ text: Span<UInt8>, target: Int, _ scratch: inout Scratch) -> [Int] {
        count(text, &scratch)
        GramWeights.weigh(scratch.entries, into: &scratch.values)
        let first = target &* model.vocabulary.count
        var sum = SIMD4<Int64>.zero
        for index in scratch.columns.indices {
            let weight = weights[first &+ Int(scratch.columns[index])]
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
