import Discourse

/// A stance as annotators gave it.
public struct StanceGold: Sendable, Equatable {
    public let id: String
    public let target: String
    public let label: Stance

    public init(id: String, target: String, label: Stance) { (self.id, self.target, self.label) = (id, target, label) }
}

/// A stance as it was predicted.
public struct StancePrediction: Sendable, Equatable {
    public let id: String
    public let label: Stance
    /// Signed stance, -1 (against) to 1 (favor).
    public let score: Double?
    public let probabilities: Probabilities?

    public init(id: String, label: Stance, score: Double? = nil, probabilities: Probabilities? = nil) {
        (self.id, self.label, self.score, self.probabilities) = (id, label, score, probabilities)
    }

    /// With score and probabilities of the classifier.
    public init(id: String, _ score: StanceScore) {
        self.init(
            id: id, label: score.label, score: score.score,
            probabilities: Probabilities(favor: score.favor, against: score.against, none: score.none))
    }

    public struct Probabilities: Sendable, Equatable {
        public let favor: Double
        public let against: Double
        public let none: Double

        public init(favor: Double, against: Double, none: Double) {
            (self.favor, self.against, self.none) = (favor, against, none)
        }

        public subscript(label: Stance) -> Double {
            switch label {
            case .favor: favor
            case .against: against
            case .none: none
            }
        }
    }

    /// Predictions as a tab-separated file: `id`, `label`, `score` and, where all have them, `p_favor`,
    /// `p_against`, `p_none`; a score that is not there is an empty cell.
    public static func tsv(_ predictions: [StancePrediction]) -> String {
        let hasProbabilities = !predictions.isEmpty && predictions.allSatisfy { $0.probabilities != nil }
        var text = "id\tlabel\tscore" + (hasProbabilities ? "\tp_favor\tp_against\tp_none" : "") + "\n"
        for prediction in predictions {
            text +=
                "\(prediction.id)\t\(prediction.label.rawValue.uppercased())\t\(prediction.score.map { fixed($0, 6) } ?? "")"
            if hasProbabilities, let chances = prediction.probabilities {
                for label in Stance.allCases { text += "\t" + fixed(chances[label], 6) }
            }
            text += "\n"
        }
        return text
    }
}

extension Stance {
    /// Reads the words that data sets use for stances, in any case: favor, pro, for, support; against,
    /// con, oppose; none, neutral, neither, unrelated.
    public init?(label: String) {
        switch label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") {
        case "favor", "pro", "support", "for", "in favor": self = .favor
        case "against", "con", "oppose": self = .against
        case "none", "neutral", "neither", "unrelated": self = .none
        default: return nil
        }
    }

    /// +1, -1 and 0.
    var value: Double {
        switch self {
        case .favor: 1
        case .against: -1
        case .none: 0
        }
    }
}
