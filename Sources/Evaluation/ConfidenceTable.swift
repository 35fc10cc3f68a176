import Discourse

/// Whether confidence says what it promises: of the attributions with a confidence of 0.7, seven in ten should be right.
public struct ConfidenceTable: Sendable, Equatable {
    /// Ten equal bins from 0 to 1; the empty ones too.
    public let bins: [Bin]

    public struct Bin: Sendable, Equatable {
        public var count = 0
        public var right = 0
        /// Sum of the confidences in the bin.
        public var sum = 0.0
    }

    /// - Parameters:
    ///   - confidences: For each article, one a predicted attribution, 0...1.
    /// - Throws: `EvaluationError.badSpan` for a span that is empty or beyond its text.
    public init(_ articles: [AttributionScores.Article], confidences: [[Double]]) throws {
        var bins = [Bin](repeating: Bin(), count: 10)
        for (article, confidences) in zip(articles, confidences) {
            let isRight = try AttributionCounts.rightSpeakers(in: article)
            for (confidence, isRight) in zip(confidences, isRight) {
                let bin = min(9, max(0, Int(confidence * 10)))
                bins[bin].count += 1
                bins[bin].sum += confidence
                if isRight { bins[bin].right += 1 }
            }
        }
        self.bins = bins
    }

    /// The mean gap between confidence and the share that is right, weighted by the sizes of the bins.
    public var expectedError: Double {
        ratio(bins.reduce(0) { $0 + abs($1.sum - Double($1.right)) }, Double(bins.reduce(0) { $0 + $1.count }))
    }

    /// The bins as an aligned table.
    public var table: String {
        let rows = bins.enumerated().filter { $1.count > 0 }.map { index, bin in
            "\(fixed(Double(index) / 10, 1)) to \(fixed(Double(index + 1) / 10, 1))".padded(to: 14)
                + String(bin.count).aligned(to: 8)
                + fixed(bin.sum / Double(bin.count), 3).aligned(to: 12)
                + fixed(Double(bin.right) / Double(bin.count), 3).aligned(to: 12)
        }
        let header =
            "confidence".padded(to: 14) + "count".aligned(to: 8) + "mean".aligned(to: 12) + "right".aligned(to: 12)
        return ([header] + rows + ["expected calibration error \(fixed(expectedError, 3))"]).joined(separator: "\n")
    }
}
