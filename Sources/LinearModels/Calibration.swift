/// Scores made into honest log-odds: one scale for all labels, and a shift for each.
///
///     calibrated = scale · score + offset[label]
///
/// It is fitted to scores of rows that the model was not trained on, so that softmax of the calibrated
/// scores gives probabilities that come true as often as they say.
public struct Calibration: Sendable, Equatable {
    /// 1 ÷ temperature.
    public let scale: Double
    /// In logits; the last label's is 0.
    public let offsets: [Double]

    public init(scale: Double, offsets: [Double]) { (self.scale, self.offsets) = (scale, offsets) }

    /// Finds the calibration with the smallest log-loss.
    ///
    /// - Parameters:
    ///   - scores: Rows × labels, logits.
    ///   - targets: The label of each row; with no rows, nothing is changed.
    public init(scores: [Double], targets: [Int], labels: Int) {
        guard !targets.isEmpty else {
            self.init(scale: 1, offsets: Array(repeating: 0, count: labels))
            return
        }
        let loss = Loss(scores: scores, targets: targets, labels: labels)
        let start = [1] + Array(repeating: 0.0, count: labels - 1)
        let point = Minimizer(maximalSteps: 100, tolerance: 1e-6)(loss, from: start).point
        self.init(scale: max(point[0], 0.05), offsets: Array(point[1...]) + [0])
    }

    /// Finds the scale alone, so that the largest score stays the largest.
    ///
    /// - Parameters:
    ///   - scores: Rows × labels, logits.
    ///   - targets: The label of each row; with no rows, nothing is changed.
    public init(scaleOf scores: [Double], targets: [Int], labels: Int) {
        func loss(_ scale: Double) -> Double {
            targets.indices.reduce(0) { sum, row in
                let own = scores[row * labels..<(row + 1) * labels].map { $0 * scale }
                return sum - Softmax.logProbability(of: targets[row], own[...])
            }
        }
        // The loss is convex in the scale: thirds are cut off until the rest is small.
        var (low, high) = (0.05, 20.0)
        while !targets.isEmpty, high - low > 1e-4 {
            let (left, right) = (low + (high - low) / 3, high - (high - low) / 3)
            if loss(left) <= loss(right) { high = right } else { low = left }
        }
        self.init(scale: targets.isEmpty ? 1 : (low + high) / 2, offsets: Array(repeating: 0, count: labels))
    }

    public func callAsFunction(_ scores: [Double]) -> [Double] {
        let k = offsets.count
        return scores.indices.map { scale * scores[$0] + offsets[$0 % k] }
    }

    /// Parameters: the scale, then the offsets of all labels but the last.
    private struct Loss: Objective {
        let scores: [Double]
        let targets: [Int]
        let labels: Int

        var dimension: Int { labels }

        func evaluate(at point: [Double], gradient: inout [Double]) -> Double {
            let calibrate = Calibration(scale: point[0], offsets: Array(point[1...]) + [0])
            let calibrated = calibrate(scores)
            for index in gradient.indices { gradient[index] = 0 }
            var loss = 0.0
            for (row, target) in targets.enumerated() {
                let base = row * labels
                let probabilities = Softmax.probabilities(calibrated[base..<base + labels])
                loss -= Softmax.logProbability(of: target, calibrated[base..<base + labels])
                for label in 0..<labels {
                    let residual = probabilities[label] - (label == target ? 1 : 0)
                    gradient[0] += residual * scores[base + label]
                    if label + 1 < labels { gradient[label + 1] += residual }
                }
            }
            return loss
        }
    }
}
