import Discourse

extension Roster {
    /// A row of persons.tsv.
    struct Person: Sendable {
        let actor: Actor
        let aliases: [String]
        let gender: Gender?
        /// The words of the name.
        let nameKeys: [WordKey]
        /// Each word that may stand for the person alone, in all spellings.
        let familyKeys: [WordKey]
        /// Whether the family name alone is enough for a reader, without the full name before it.
        let isKnownByFamilyName: Bool
    }

    /// A row of organizations.tsv.
    struct Organization: Sendable {
        let actor: Actor
        let aliases: [String]
        let metonyms: [String]
        let sector: String
        let country: Int?
    }

    /// A row of countries.tsv.
    struct Country: Sendable {
        let iso3: String
        let name: String
        let aliases: [String]
        let demonyms: [String]
        let capitals: [String]
        let government: Int
    }

    /// A row of memberships.tsv.
    struct Membership: Sendable {
        let person: Int
        let organization: Int
        /// The first row of roles.tsv with this canonical role.
        let role: Int?
        let start: Day?
        let end: Day?
        let onBehalfOf: Int?
    }

    /// A row of roles.tsv.
    struct Role: Sendable {
        let phrase: String
        let role: String
        let kind: Kind
        let gender: Gender?

        /// What roles are compared by.
        struct Kind: Hashable, Sendable {
            let name: String

            static let official = Kind(name: "official")
            static let leader = Kind(name: "leader")
            static let spokesperson = Kind(name: "spokesperson")
            static let foreignMinister = Kind(name: "foreign_minister")
            static let ambassador = Kind(name: "ambassador")
            static let headOfState = Kind(name: "head_of_state")
            static let headOfGovernment = Kind(name: "head_of_government")

            /// Whether the holder speaks for a body or person and not in their own name.
            var speaksForOthers: Bool {
                ["spokesperson", "aide", "envoy", "ambassador", "un_ambassador", "negotiator"].contains(name)
            }

            /// Whether many in a country hold it at once, so that it names nobody by itself.
            var isCommon: Bool {
                [
                    "official", "professional", "legislator", "politician", "military_officer", "commander",
                    "religious", "minister", "deputy_minister", "director", "aide", "adviser",
                ]
                .contains(name)
            }
        }
    }

    /// A row of titles.tsv.
    struct Title: Sendable {
        let phrase: String
        let gender: Gender?
    }

    /// A row of institutions.tsv.
    struct Institution: Sendable {
        let phrase: String
        let sector: String
        let name: String
    }

    enum Gender: String, Sendable {
        case female = "f"
        case male = "m"
    }
}
