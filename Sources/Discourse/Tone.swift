/// Tone in three classes.
public enum Tone: String, Sendable, CaseIterable {
    case positive, neutral, negative

    /// Positive at `cut` and above, negative at `-cut` and below; 0 is neutral whatever the cut.
    public init(_ value: Double, cut: Double) {
        self = value >= cut && value > 0 ? .positive : value <= -cut && value < 0 ? .negative : .neutral
    }

    /// Reads the words that data sets use, in any case, or a number of which the sign counts.
    public init?(label: String) {
        let label = label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        switch label {
        case "positive", "pos": self = .positive
        case "neutral", "neu", "none": self = .neutral
        case "negative", "neg": self = .negative
        default:
            guard let number = Double(label) else { return nil }
            self.init(number, cut: 0)
        }
    }

    /// +1, 0 and -1.
    public var value: Double {
        switch self {
        case .positive: 1
        case .neutral: 0
        case .negative: -1
        }
    }
}
