import Discourse

/// Sums up the statements of one actor group by group.
///
/// Entries come in the order that `ActorTally` asks for.
struct ComparisonTally {
    let grouping: Grouping
    private var tallies: [String: ActorTally] = [:]
    private var cluster: Int?

    init(grouping: Grouping) { self.grouping = grouping }

    mutating func add(_ entry: TallyEntry, cluster: Int) {
        self.cluster = cluster
        tallies[grouping.group(of: entry), default: ActorTally(entry, keepsTerms: false)].add(entry, cluster: cluster)
    }

    /// The rows that nothing can be added to when a cluster begins, which are kept no longer: an article is in one
    /// cluster only.
    mutating func closedRows(before cluster: Int, _ bootstrap: Bootstrap) -> [Comparison.Row] {
        guard grouping == .article, let last = self.cluster, last != cluster else { return [] }
        defer { tallies.removeAll(keepingCapacity: true) }
        return rows(bootstrap)
    }

    /// The finished rows, in byte order of groups.
    mutating func rows(_ bootstrap: Bootstrap) -> [Comparison.Row] {
        let groups = tallies.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let reports = groups.map { group in
            let actor = tallies[group]!.actor.id
            return tallies[group]!.report(bootstrap, stream: actor + "\u{0}" + grouping.rawValue + "\u{0}" + group)
        }
        // An article is one cluster, so there is nothing to resample between articles.
        return zip(groups, reports).map { Comparison.Row(group: $0, report: $1, difference: nil) }
    }
}
