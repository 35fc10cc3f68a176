/// Trains a `SequenceModel` with the averaged structured perceptron (Collins 2002).
///
/// Each pass decodes every sequence with the weights of the moment and moves the weights from the
/// features of the predicted labelling toward those of the right one. The result is the mean of the
/// weights over all steps, rounded to whole numbers.
public struct SequencePerceptron: Sendable {
    /// One training sequence: features, and the right label of each position.
    public struct Example: Sendable {
        public let features: SequenceModel.Features
        public let labels: [Int8]

        public init(features: SequenceModel.Features, labels: [Int8]) {
            precondition(features.count == labels.count, "one label a position")
            (self.features, self.labels) = (features, labels)
        }
    }

    public var labels: [String]
    /// Pairs of labels that never follow one another.
    public var isForbidden: @Sendable (_ from: Int, _ to: Int) -> Bool
    public var cannotStart: @Sendable (_ label: Int) -> Bool
    /// The table has 2 to this power of rows.
    public var rowBits: Int
    public var passes: Int
    public var seed: UInt64

    public init(
        labels: [String], rowBits: Int, passes: Int, seed: UInt64,
        isForbidden: @escaping @Sendable (_ from: Int, _ to: Int) -> Bool,
        cannotStart: @escaping @Sendable (_ label: Int) -> Bool
    ) {
        (self.labels, self.rowBits, self.passes, self.seed) = (labels, rowBits, passes, seed)
        (self.isForbidden, self.cannotStart) = (isForbidden, cannotStart)
    }

    public func train(on examples: [Example], metadata: [String: String] = [:]) -> SequenceModel {
        var state = State(self)
        var order = Array(examples.indices)
        var random = Shuffler(seed: seed)
        for _ in 0..<passes {
            random.shuffle(&order)
            for index in order { state.step(examples[index]) }
        }
        return state.average(metadata)
    }
}

/// Weights of the moment and what is needed to take their mean.
private struct State {
    let trainer: SequencePerceptron
    let k: Int
    let mask: UInt32
    var emissions: [Float]
    var emissionSums: [Float]
    var transitions: [Float]
    var transitionSums: [Float]
    var starts: [Float]
    var startSums: [Float]
    let allowed: [Bool]
    var clock: Float = 1

    init(_ trainer: SequencePerceptron) {
        self.trainer = trainer
        let labelCount = trainer.labels.count
        k = labelCount
        mask = UInt32(1 << trainer.rowBits - 1)
        emissions = [Float](repeating: 0, count: SequenceModel.width << trainer.rowBits)
        emissionSums = emissions
        transitions = [Float](repeating: 0, count: labelCount * labelCount)
        transitionSums = transitions
        starts = [Float](repeating: 0, count: labelCount)
        startSums = starts
        allowed = (0..<labelCount * labelCount).map { !trainer.isForbidden($0 / labelCount, $0 % labelCount) }
    }

    mutating func step(_ example: SequencePerceptron.Example) {
        defer { clock += 1 }
        let predicted = decode(example.features)
        guard !predicted.isEmpty else { return }
        if predicted[0] != example.labels[0] {
            move(start: Int(example.labels[0]), by: 1)
            move(start: Int(predicted[0]), by: -1)
        }
        for position in predicted.indices {
            let (right, wrong) = (Int(example.labels[position]), Int(predicted[position]))
            if right != wrong { moveEmissions(example.features, position, right: right, wrong: wrong) }
            guard position > 0 else { continue }
            let (rightBefore, wrongBefore) = (Int(example.labels[position - 1]), Int(predicted[position - 1]))
            if right != wrong || rightBefore != wrongBefore {
                move(transition: rightBefore * k + right, by: 1)
                move(transition: wrongBefore * k + wrong, by: -1)
            }
        }
    }

    private mutating func move(start label: Int, by delta: Float) {
        starts[label] += delta
        startSums[label] += delta * clock
    }

    private mutating func move(transition: Int, by delta: Float) {
        transitions[transition] += delta
        transitionSums[transition] += delta * clock
    }

    private mutating func moveEmissions(_ features: SequenceModel.Features, _ position: Int, right: Int, wrong: Int) {
        for index in features.starts[position]..<features.starts[position &+ 1] {
            let row = Int(features.hashes[index] & mask) &* SequenceModel.width
            emissions[row &+ right] += 1
            emissionSums[row &+ right] += clock
            emissions[row &+ wrong] -= 1
            emissionSums[row &+ wrong] -= clock
        }
    }

    private func decode(_ features: SequenceModel.Features) -> [Int8] {
        let count = features.count
        guard count > 0 else { return [] }
        var back = [Int8](repeating: 0, count: count * k)
        var best = scores(features, 0)
        for label in 0..<k { best[label] = trainer.cannotStart(label) ? -.infinity : best[label] + starts[label] }
        for position in 1..<max(1, count) {
            let local = scores(features, position)
            var next = SIMD8<Float>(repeating: -.infinity)
            for to in 0..<k {
                var (top, from) = (-Float.infinity, 0)
                for candidate in 0..<k where allowed[candidate &* k &+ to] {
                    let value = best[candidate] + transitions[candidate &* k &+ to]
                    if value > top { (top, from) = (value, candidate) }
                }
                next[to] = top + local[to]
                back[position &* k &+ to] = Int8(truncatingIfNeeded: from)
            }
            best = next
        }
        var label = 0
        for candidate in 1..<k where best[candidate] > best[label] { label = candidate }
        var path = [Int8](repeating: 0, count: count)
        for position in stride(from: count - 1, through: 0, by: -1) {
            path[position] = Int8(truncatingIfNeeded: label)
            label = Int(back[position &* k &+ label])
        }
        return path
    }

    private func scores(_ features: SequenceModel.Features, _ position: Int) -> SIMD8<Float> {
        var sum = SIMD8<Float>()
        emissions.withUnsafeBytes { table in
            for index in features.starts[position]..<features.starts[position &+ 1] {
                let row = Int(features.hashes[index] & mask) &* SequenceModel.width
                sum += table.loadUnaligned(fromByteOffset: row &* 4, as: SIMD8<Float>.self)
            }
        }
        return sum
    }

    /// The mean weights, scaled so that the largest would still fit 16 bits; those of features in steps of which all
    /// but the largest few of ten thousand fit a byte.
    func average(_ metadata: [String: String]) -> SequenceModel {
        func mean(_ weights: [Float], _ sums: [Float]) -> [Float] { zip(weights, sums).map { $0 - $1 / clock } }
        let means = mean(emissions, emissionSums)
        let largest = means.reduce(1) { max($0, abs($1)) }
        let scale = min(256, 32_000 / largest)
        let unit = max(1, (State.quantile(0.9999, of: means) * scale / 127).rounded())
        let meanTransitions = mean(transitions, transitionSums)
        let meanStarts = mean(starts, startSums)
        var metadata = metadata
        metadata["scale"] = String(Double(scale))
        return SequenceModel(
            labels: trainer.labels, emissions: means.map { Int8(min(max(($0 * scale / unit).rounded(), -127), 127)) },
            unit: Int32(unit),
            transitions: meanTransitions.enumerated().map {
                allowed[$0] ? Int32(($1 * scale).rounded()) : SequenceModel.forbidden
            },
            starts: meanStarts.enumerated().map {
                trainer.cannotStart($0) ? SequenceModel.forbidden : Int32(($1 * scale).rounded())
            },
            metadata: metadata)
    }

    /// The absolute value that so large a share of those above 0 do not exceed; 0 where there are none.
    private static func quantile(_ share: Float, of weights: [Float]) -> Float {
        let sizes = weights.lazy.map(abs).filter { $0 > 0 }.sorted()
        return sizes.isEmpty ? 0 : sizes[min(sizes.count - 1, Int(Float(sizes.count) * share))]
    }
}
