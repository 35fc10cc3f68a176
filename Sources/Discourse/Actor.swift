/// Who holds a position: a person, organisation, government or group.
public struct Actor: Sendable, Hashable {
    /// A short stable name in lower case such as `karoline-leavitt`; what tables join by.
    public let id: String
    public let name: String
    public let kind: Kind
    /// ISO 3166-1 alpha-3, when there is one.
    public let country: String?
    /// A Wikidata item such as `Q42`, where it is known for sure.
    public let wikidata: String?

    public init(id: String, name: String, kind: Kind, country: String? = nil, wikidata: String? = nil) {
        (self.id, self.name, self.kind, self.country, self.wikidata) = (id, name, kind, country, wikidata)
    }

    public enum Kind: String, Sendable, CaseIterable {
        case person, government, organization, group
    }
}

/// Who a statement is laid to, and why.
public struct Speaker: Sendable, Hashable {
    public let status: Status
    /// Nil exactly when the status is `unknown`.
    public let actor: Actor?
    /// The actor for whom a spokesperson or envoy speaks.
    public let onBehalfOf: Actor?
    /// One readable clause: `surname of 'Karoline Leavitt', paragraph 5`, or why nobody was found.
    public let linkReason: String

    public init(status: Status, actor: Actor?, onBehalfOf: Actor? = nil, linkReason: String) {
        precondition((actor == nil) == (status == .unknown), "a speaker is unknown exactly when it has no actor")
        (self.status, self.actor, self.onBehalfOf, self.linkReason) = (status, actor, onBehalfOf, linkReason)
    }

    public enum Status: String, Sendable, CaseIterable {
        /// A single actor: of the roster, or named in the article.
        case resolved
        /// Nobody by name: many (`Ukrainian officials`), or one who is only described (`a Western diplomat`,
        /// `president of Norland` where nothing says who that was).
        case collective
        case unknown
    }
}
