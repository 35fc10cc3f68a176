import Discourse

/// Somebody an article speaks of: a person or body, of the roster or named in the article alone.
struct CastMember: Sendable {
    var actor: Actor
    /// Index into the roster's persons.
    var person: Int?
    /// Index into the roster's organizations.
    var organization: Int?
    /// The words of the full name.
    var nameKeys: [WordKey]
    var gender: Roster.Gender?
    /// What the article says the person is.
    var affiliations: [Affiliation] = []
    /// For whom the person speaks.
    var onBehalfOf: Actor?
    /// Whether a title, role, given name or the roster says that this is a person or body at all.
    var isFirm: Bool
    /// How often the article gives the full name.
    var fullMentions = 0
    /// The token of the first mention with the full name.
    let firstToken: Int

    /// A role as an article gives it: *Palestinian Justice Minister*, *spokesman for the group*.
    struct Affiliation: Sendable {
        var role: Int?
        var country: Int?
        /// Index into the roster's organizations.
        var organization: Int?
        /// Whether it is a role of the past: *former President X*.
        var isFormer = false
    }

    var isPerson: Bool { actor.kind == .person }
}
