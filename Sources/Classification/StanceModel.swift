import Discourse
import LinearModels
import TextFiles

/// What the stance classifier has learned: a linear model, calibrated, with what it needs to be read rightly.
///
/// Its labels are favor, against and none, whose scores are calibrated log-odds, and conditional, a model
/// of its own on the same features, which says yes above 0.
public struct StanceModel: Sendable, Equatable {
    public let linear: LinearModel
    /// What the stance is toward, such as `peace-talks`.
    public let target: String
    /// Added to the score of `against` before the largest score names the label, in millionths of a logit.
    ///
    /// Refusals are few. Where every class is to be found about as well as the others, a statement has to be
    /// called against before that is the likeliest of the three; the probabilities are not touched.
    public let againstHandicap: Int

    /// Fingerprint of the word vectors that it was trained with; nil for none.
    var vectors: String? { linear.metadata["vectors"] }

    static let labels = ["favor", "against", "none", "conditional"]
    static let stances: [Stance] = [.favor, .against, .none]
    private static let kind = "stance"

    init(linear: LinearModel, target: String, againstHandicap: Int) {
        (self.linear, self.target, self.againstHandicap) = (linear, target, againstHandicap)
    }

    /// - Throws: `FileError` when the file is no stance model, is cut off or altered, or is of another version.
    public init(path: String) throws {
        let linear = try LinearModel(path: path)
        guard linear.metadata["kind"] == StanceModel.kind, linear.labels == StanceModel.labels else {
            throw FileError(path: path, reason: "is no stance model")
        }
        guard linear.metadata["features"] == StanceFeatures.version else {
            throw FileError(path: path, reason: "was trained on other features than this program makes; train it again")
        }
        guard let target = linear.metadata["target"],
            let handicap = linear.metadata["against_handicap"].flatMap({ Int($0) })
        else { throw FileError(path: path, reason: "does not say its target") }
        self.init(linear: linear, target: target, againstHandicap: handicap)
    }

    /// Writes the model whole or not at all; the same model gives the same bytes.
    public func write(to path: String) throws { try linear.write(to: path) }

    /// What every stance model's file says of itself, beside what training adds.
    static func metadata(target: String, lexicon: StanceLexicon, againstHandicap: Int) -> [String: String] {
        [
            "kind": kind, "target": target, "features": StanceFeatures.version, "lexicon": lexicon.fingerprint,
            "against_handicap": String(againstHandicap),
        ]
    }
}
