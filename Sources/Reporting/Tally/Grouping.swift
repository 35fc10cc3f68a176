/// What statements are set side by side over.
public enum Grouping: String, Sendable, CaseIterable {
    case article
    case outlet
    /// Calendar weeks of publication, named for their Monday: `2026-11-23`.
    case week
    /// Calendar months of publication: `2026-11`.
    case month
    /// `2026-Q4`.
    case quarter
    case year
    /// Periods between days that the user names.
    case window
    case actor
    /// The one on whose behalf a statement is made, or else its speaker.
    case principal
    case country
    /// The conflict that an article is about, by a table of the user.
    case conflict

    /// The group of a statement as far as the statement alone tells; empty when the outlet or day is not known.
    func group(of entry: TallyEntry) -> String {
        switch self {
        case .article: entry.articleID
        case .outlet: entry.outlet ?? ""
        case .week: entry.published.map { $0.monday.description } ?? ""
        case .month: entry.published.map { String($0.description.prefix(7)) } ?? ""
        case .quarter: entry.published.map { "\($0.description.prefix(4))-Q\(($0.month + 2) / 3)" } ?? ""
        case .year: entry.published.map { String($0.description.prefix(4)) } ?? ""
        case .actor: entry.actor.id
        case .principal: (entry.principal ?? entry.actor).id
        case .country: Subject.country(of: entry).id
        case .window, .conflict: ""
        }
    }

    /// Whether its groups are actors, so that all speakers together are the natural subject.
    public var isOfActors: Bool { self == .actor || self == .principal || self == .country }

    /// The name of the column that holds the group.
    var column: String {
        switch self {
        case .article: "article_id"
        case .actor: "actor_id"
        case .principal: "principal_id"
        default: rawValue
        }
    }
}
