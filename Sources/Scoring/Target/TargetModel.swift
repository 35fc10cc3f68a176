import Discourse
import LinearModels
import TextFiles

/// What was learned of tone toward a target: a linear model, calibrated, with what it needs to be read rightly.
public struct TargetModel: Sendable, Equatable {
    public let linear: LinearModel

    static let labels = ["positive", "neutral", "negative"]
    static let tones: [Tone] = [.positive, .neutral, .negative]
    private static let kind = "tone"

    init(linear: LinearModel) { self.linear = linear }

    /// - Throws: `FileError` when the file is no model of tone, is cut off or altered, or is of another version.
    public init(path: String) throws {
        linear = try LinearModel(path: path)
        guard linear.metadata["kind"] == TargetModel.kind, linear.labels == TargetModel.labels else {
            throw FileError(path: path, reason: "is no model of tone toward a target")
        }
        guard linear.metadata["features"] == TargetFeatures.version else {
            throw FileError(path: path, reason: "was trained on other features than this program makes; train it again")
        }
    }

    /// Writes the model whole or not at all; the same model gives the same bytes.
    public func write(to path: String) throws { try linear.write(to: path) }

    /// What every such model's file says of itself, beside what training adds.
    static func metadata(fingerprint: String) -> [String: String] {
        ["kind": kind, "features": TargetFeatures.version, "lexicon": fingerprint]
    }
}
