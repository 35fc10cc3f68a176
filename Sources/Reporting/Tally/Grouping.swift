/// What an actor's statements are set side by side over.
public enum Grouping: String, Sendable, CaseIterable {
    case article
    case outlet
    /// Calendar months of publication: `2026-11`.
    case month

    /// The group of a statement; empty when the outlet or day is not known.
    func group(of entry: TallyEntry) -> String {
        switch self {
        case .article: entry.articleID
        case .outlet: entry.outlet ?? ""
        case .month: entry.published.map { String($0.description.prefix(7)) } ?? ""
        }
    }

    /// The name of the column that holds the group.
    var column: String { self == .article ? "article_id" : rawValue }
}
