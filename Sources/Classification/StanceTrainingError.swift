import Discourse

/// Why statements cannot teach a stance model.
public enum StanceTrainingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// No statement at all.
    case empty
    /// A stance has no statement with a weight above 0.
    case missingStance(Stance)
    /// All statements are of one document, so that nothing can be held out.
    case oneGroup(String)

    static func check(_ statements: [LabelledStatement]) throws {
        guard let first = statements.first else { throw StanceTrainingError.empty }
        for stance in Stance.allCases where !statements.contains(where: { $0.stance == stance && $0.weight > 0 }) {
            throw StanceTrainingError.missingStance(stance)
        }
        guard statements.contains(where: { $0.group != first.group }) else {
            throw StanceTrainingError.oneGroup(first.group)
        }
    }

    public var description: String {
        switch self {
        case .empty: "there is no statement to train on"
        case .missingStance(let stance): "no statement is labelled '\(stance.rawValue)'"
        case .oneGroup(let group): "all statements come from one document, '\(group)'; none can be held out"
        }
    }
}
