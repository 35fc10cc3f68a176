import Discourse
import LinearModels
import TextFiles

/// A trained model with what cross-validation says of it.
public struct TargetTraining: Sendable {
    public let model: TargetModel
    /// One for each target in order, by a model that has not seen its sentence, calibrated as the final model is.
    public let crossValidated: [(gold: Tone, label: Tone, score: Double)]

    init(model: TargetModel, heldOut: [Double], gold: [Tone]) {
        self.model = model
        crossValidated = gold.enumerated().map { row, tone in
            let probabilities = Softmax.probabilities(heldOut[row * 3..<row * 3 + 3])
            let label = (0..<3).reduce(0) { probabilities[$1] > probabilities[$0] ? $1 : $0 }
            return (tone, TargetModel.tones[label], probabilities[0] - probabilities[2])
        }
    }
}

/// Why targets cannot teach.
public enum TargetTrainingError: Error, Equatable, CustomStringConvertible {
    case missing(Tone)
    case oneGroup

    static func check(_ targets: [LabelledTarget]) throws {
        for tone in Tone.allCases where !targets.contains(where: { $0.tone == tone }) { throw Self.missing(tone) }
        guard Set(targets.map(\.group)).count > 1 else { throw Self.oneGroup }
    }

    public var description: String {
        switch self {
        case .missing(let tone): "no target is labelled '\(tone.rawValue)'"
        case .oneGroup: "all targets are in one sentence; none can be held out"
        }
    }
}
