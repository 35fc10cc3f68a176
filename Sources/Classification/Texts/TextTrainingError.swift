import Discourse

/// Why texts cannot teach a stance model.
public enum TextTrainingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// No text at all.
    case empty
    /// All texts have the same label, so that there is nothing to tell apart.
    case oneStance(Stance)
    /// A target's texts all have the same label.
    case oneStanceOfTarget(String, Stance)
    /// Two texts have the same id.
    case repeatedID(String)
    /// All texts are of one group, so that nothing can be held out.
    case oneGroup(String)

    static func check(_ examples: [TextExample]) throws {
        guard let first = examples.first else { throw TextTrainingError.empty }
        var ids: Set<String> = []
        for example in examples where !ids.insert(example.id).inserted {
            throw TextTrainingError.repeatedID(example.id)
        }
        guard examples.contains(where: { $0.stance != first.stance }) else {
            throw TextTrainingError.oneStance(first.stance)
        }
        var stances: [String: Set<Stance>] = [:]
        for example in examples { stances[example.target, default: []].insert(example.stance) }
        for (target, found) in stances.sorted(by: { $0.key < $1.key }) where found.count == 1 {
            throw TextTrainingError.oneStanceOfTarget(target, found.first!)
        }
        guard examples.contains(where: { $0.group != first.group }) else {
            throw TextTrainingError.oneGroup(first.group)
        }
    }

    public var description: String {
        switch self {
        case .empty: "there is no text to train on"
        case .oneStance(let stance): "every text is labelled '\(stance.rawValue)'; two labels at least are needed"
        case .oneStanceOfTarget(let target, let stance):
            "every text on '\(target)' is labelled '\(stance.rawValue)'; two labels at least are needed"
        case .repeatedID(let id): "the id '\(id)' stands twice"
        case .oneGroup(let group): "all texts are of one group, '\(group)'; none can be held out"
        }
    }
}
