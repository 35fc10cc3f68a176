import Discourse

/// Sums up the statements of one actor.
///
/// Entries come in the order of `TallyEntry.key`: those of one cluster together, and in it those with the
/// same words together. Statements with the same words in one cluster are copies: each of *k* copies
/// counts for a *k*-th.
struct ActorTally {
    private(set) var actor: Actor
    private var nameSource: String
    /// Complete once `report` has been called.
    private(set) var observations: [Observation] = []
    private var statements = 0
    private var counts = StanceCounts()
    private var articles = 0
    /// Those of the current cluster; an article is in one cluster only.
    private var articlesOfCluster: Set<String> = []
    private var outlets: Set<String> = []
    private var days: ClosedRange<Day>?
    private var clusters = 0
    private var terms = TermTotals()
    private var margin = 0
    private let keepsTerms: Bool
    /// Entries with the same words in the same cluster, not summed yet.
    private var copies: [TallyEntry] = []
    private var cluster: Int?

    /// - Parameter keepsTerms: Whether the row is to have its strongest words.
    init(_ entry: TallyEntry, keepsTerms: Bool = true) {
        self.keepsTerms = keepsTerms
        actor = entry.actor
        nameSource = entry.statementID
    }

    mutating func add(_ entry: TallyEntry, cluster: Int) {
        if let first = copies.first, first.content != entry.content || self.cluster != cluster { flush() }
        if self.cluster != cluster {
            clusters += 1
            articlesOfCluster.removeAll(keepingCapacity: true)
        }
        self.cluster = cluster
        copies.append(entry)
        count(entry)
    }

    /// The finished row.
    ///
    /// - Parameter stream: Names the row for the random numbers of its interval.
    mutating func report(_ bootstrap: Bootstrap, stream: String) -> ActorReport {
        flush()
        let sums = observations.reduce(into: Sums()) { $0.add($1) }
        let resampling = Resampling(observations)
        let intervals = resampling.map { $0.intervals(bootstrap, stream: stream) }
        let words = ActorWords(terms.nonZero, margin: keepsTerms ? margin : 0)
        return ActorReport(
            actor: actor, statements: statements, distinct: Resampling.distinct(observations), articles: articles,
            clusters: clusters, outlets: outlets.count, firstDay: days?.lowerBound, lastDay: days?.upperBound,
            sentiment: Estimate(mean: sums.sentimentMean, interval: intervals?.sentiment),
            stance: Estimate(mean: sums.stanceMean, interval: intervals?.stance), counts: counts,
            conditionalShare: sums.conditionalShare, words: words,
            intervalBasis: resampling?.basis ?? Resampling.refusal(observations))
    }
}

extension ActorTally {
    private mutating func count(_ entry: TallyEntry) {
        statements += 1
        switch entry.stance {
        case .favor: counts.favor += 1
        case .against: counts.against += 1
        case .none: counts.none += 1
        }
        if articlesOfCluster.insert(entry.articleID).inserted { articles += 1 }
        if let outlet = entry.outlet { outlets.insert(outlet) }
        if let day = entry.published {
            days = days.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
        }
        // The actor is described as in the first of its statements, in byte order of their ids.
        if entry.statementID.utf8.lexicographicallyPrecedes(nameSource.utf8) {
            (actor, nameSource) = (entry.actor, entry.statementID)
        }
    }

    private mutating func flush() {
        guard let cluster, !copies.isEmpty else { return }
        let content = (observations.last?.content ?? -1) + 1
        let weight = Observation.whole / copies.count
        for copy in copies {
            observations.append(
                Observation(
                    cluster: cluster, content: content, weight: weight, stance: copy.score, sentiment: copy.sentiment,
                    conditional: copy.conditional, day: copy.published.map { Int32($0.number) }))
        }
        if keepsTerms { addTerms(of: copies) }
        margin += TermTotals.rounded(copies.reduce(0) { $0 + $1.margin }, over: copies.count)
        copies.removeAll(keepingCapacity: true)
    }

    /// Copies say the same words, so their weights are averaged: the sum of all, divided once.
    private mutating func addTerms(of copies: [TallyEntry]) {
        if copies.count == 1 {
            for term in copies[0].terms { terms.add(term.weight, to: term.term) }
            return
        }
        var sums = TermTotals()
        for copy in copies {
            for term in copy.terms { sums.add(term.weight, to: term.term) }
        }
        for (term, sum) in zip(sums.terms, sums.sums) {
            terms.add(TermTotals.rounded(sum, over: copies.count), to: term)
        }
    }
}
