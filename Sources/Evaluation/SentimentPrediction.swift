import Discourse

/// The tone of a text as people gave it.
public struct SentimentGold: Sendable, Equatable {
    public let id: String
    public let value: Value

    public init(id: String, _ value: Value) { (self.id, self.value) = (id, value) }

    public enum Value: Sendable, Equatable {
        /// A number such as a mean of ratings.
        case rating(Double)
        case label(Tone)

        /// The number; of a label +1, 0 or -1.
        var number: Double {
            switch self {
            case .rating(let rating): rating
            case .label(let tone): tone.value
            }
        }

        func tone(cut: Double) -> Tone {
            switch self {
            case .rating(let rating): Tone(rating, cut: cut)
            case .label(let tone): tone
            }
        }
    }
}

/// The tone of a text as it was predicted.
public struct SentimentPrediction: Sendable, Equatable {
    public let id: String
    /// -1...1.
    public let score: Double
    /// Replaces the class that the score would be cut to.
    public let label: Tone?

    public init(id: String, score: Double, label: Tone? = nil) {
        (self.id, self.score, self.label) = (id, score, label)
    }

    /// Predictions as a tab-separated file: `id`, `score` and, where one has it, `label`.
    public static func tsv(_ predictions: [SentimentPrediction]) -> String {
        let hasLabels = predictions.contains { $0.label != nil }
        var text = "id\tscore" + (hasLabels ? "\tlabel" : "") + "\n"
        for prediction in predictions {
            text += "\(prediction.id)\t\(fixed(prediction.score, 6))"
            text += hasLabels ? "\t\(prediction.label?.rawValue ?? "")\n" : "\n"
        }
        return text
    }
}
