import Discourse

/// Lays statements into groups.
struct Grouper: Sendable {
    let grouping: Grouping
    /// Days on which a new window begins, ascending; for `Grouping.window` alone.
    let boundaries: [Day]

    init(_ grouping: Grouping, boundaries: [Day] = []) {
        self.grouping = grouping
        self.boundaries = Array(Set(boundaries)).sorted()
    }

    /// - Parameter conflict: What the article is about, where that is known.
    func group(of entry: TallyEntry, conflict: String?) -> String {
        switch grouping {
        case .window: entry.published.map(window) ?? ""
        case .conflict: conflict ?? ""
        default: grouping.group(of: entry)
        }
    }

    /// The name of the group for people, where it is not the group itself.
    func name(of entry: TallyEntry) -> String? {
        switch grouping {
        case .actor: entry.actor.name
        case .principal: (entry.principal ?? entry.actor).name
        default: nil
        }
    }

    /// An interval as ISO 8601 writes it, with `..` for an open end: `2026-01-01/2026-03-14`, `2026-03-15/..`.
    private func window(of day: Day) -> String {
        let next = boundaries.firstIndex { $0 > day } ?? boundaries.count
        let start = next > 0 ? boundaries[next - 1].description : ".."
        let end = next < boundaries.count ? boundaries[next].previous?.description ?? ".." : ".."
        return start + "/" + end
    }
}
