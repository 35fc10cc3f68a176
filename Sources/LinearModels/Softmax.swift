#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

/// Probabilities from scores.
public enum Softmax {
    /// e^score over the sum of e^score; they sum to 1 up to rounding.
    ///
    ///     Softmax.probabilities([0, 0])   // [0.5, 0.5]
    ///
    /// - Parameter scores: Logits, at least one.
    public static func probabilities(_ scores: ArraySlice<Double>) -> [Double] {
        let top = scores.max() ?? 0
        let powers = scores.map { exp($0 - top) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    /// The logarithm of one label's probability, also where the probability itself is too small to write.
    public static func logProbability(of label: Int, _ scores: ArraySlice<Double>) -> Double {
        let top = scores.max() ?? 0
        return scores[scores.startIndex + label] - top - log(scores.reduce(0) { $0 + exp($1 - top) })
    }
}
