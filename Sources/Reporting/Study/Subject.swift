import Discourse

/// Whose statements are summed up in a row of a comparison.
public enum Subject: String, Sendable, CaseIterable {
    case actor
    /// The one on whose behalf a statement is made, or else its speaker.
    case principal
    /// The country of the actor.
    case country
    /// All speakers together, as when actors are compared with one another.
    case everyone

    /// The subject of a statement, described as an actor.
    func actor(of entry: TallyEntry) -> Actor {
        switch self {
        case .actor: entry.actor
        case .principal: entry.principal ?? entry.actor
        case .country: Subject.country(of: entry)
        case .everyone: Actor(id: "everyone", name: "everyone", kind: .group)
        }
    }

    /// The country of the actor, or else of the one it speaks for; `unknown` without either.
    static func country(of entry: TallyEntry) -> Actor {
        let code = entry.actor.country ?? entry.principal?.country
        return Actor(id: code ?? "unknown", name: code ?? "unknown", kind: .group, country: code)
    }
}
