#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension SequenceModel {
    /// The probability of each label at each position, when labellings are as likely as the exponential of
    /// their score over `temperature` (forward-backward; Rabiner 1989, section III.A).
    ///
    /// - Parameters:
    ///   - scores: One vector a position, as for `decode`.
    ///   - temperature: In units of the weights, above 0.
    /// - Returns: One vector a position; its labels sum to 1.
    public func marginals(_ scores: [SIMD8<Int32>], temperature: Double) -> [SIMD8<Double>] {
        guard !scores.isEmpty else { return [] }
        let k = labels.count
        func factor(_ weight: Int32) -> Double {
            weight <= SequenceModel.forbidden ? 0 : exp(Double(weight) / temperature)
        }
        // The factors of a step, from each label to all at once, and to each label from all at once.
        var (after, before) = ([SIMD8<Double>](repeating: .zero, count: k), [SIMD8<Double>](repeating: .zero, count: k))
        for from in 0..<k {
            for to in 0..<k {
                let step = factor(transitions[from * k + to])
                (after[from][to], before[to][from]) = (step, step)
            }
        }
        let emissions = scores.map { emission($0, temperature) }
        var forward = [SIMD8<Double>](repeating: .zero, count: scores.count)
        for label in 0..<k { forward[0][label] = factor(starts[label]) }
        forward[0] = SequenceModel.normalized(forward[0] * emissions[0])
        for position in 1..<max(1, scores.count) {
            var sum = SIMD8<Double>()
            for from in 0..<k { sum += after[from] * forward[position - 1][from] }
            forward[position] = SequenceModel.normalized(sum * emissions[position])
        }
        var backward = SIMD8<Double>(repeating: 1)
        for position in stride(from: scores.count - 1, to: 0, by: -1) {
            let weighted = backward * emissions[position]
            var sum = SIMD8<Double>()
            for to in 0..<k { sum += before[to] * weighted[to] }
            backward = SequenceModel.normalized(sum)
            forward[position - 1] = SequenceModel.normalized(forward[position - 1] * backward)
        }
        return forward
    }

    /// Factors of the labels at a position, the largest of them 1.
    private func emission(_ scores: SIMD8<Int32>, _ temperature: Double) -> SIMD8<Double> {
        var largest = Int32.min
        for label in labels.indices { largest = max(largest, scores[label]) }
        var factors = SIMD8<Double>()
        for label in labels.indices { factors[label] = exp(Double(scores[label] &- largest) / temperature) }
        return factors
    }

    private static func normalized(_ vector: SIMD8<Double>) -> SIMD8<Double> {
        let sum = vector.sum()
        return sum > 0 ? vector / sum : vector
    }
}
