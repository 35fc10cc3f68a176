import Discourse

/// Sums of each subject in each outlet and article cluster, and the two-way fit over them.
struct AdjustmentCells: Sendable {
    /// In byte order of ids.
    let subjects: [Actor]
    let outlets: [String]
    /// Statements of each subject, copies included.
    let statements: [Int]
    let clusters: [[Cell]]
    /// Of each subject.
    let totals: [Total]

    struct Total: Sendable {
        var outlets: Set<Int> = []
        var clusters: Set<Int> = []
        var sums = Sums()
    }

    struct Cell: Sendable {
        let subject: Int
        let outlet: Int
        let sums: Sums
    }

    /// Which actors and outlets hang together, numbered from 1 in order of subjects.
    struct Parts: Sendable {
        let ofSubject: [Int]
        let ofOutlet: [Int]

        func outlets(of part: Int) -> Int { ofOutlet.count { $0 == part } }
    }

    init(_ study: Study, subject: Subject) {
        let subjects = study.statements(by: subject).map { ($0.id, $0.statements.filter { $0.entry.outlet != nil }) }
            .filter { !$0.1.isEmpty }
        let outlets = Set(study.statements.compactMap(\.entry.outlet)).sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        let outletNumber = Dictionary(uniqueKeysWithValues: zip(outlets, outlets.indices))
        var cells: [Int: [[Int]: Sums]] = [:]
        for (number, (_, statements)) in subjects.enumerated() {
            for (statement, weight) in AdjustmentCells.weighted(statements) {
                let observation = Observation(
                    cluster: statement.cluster, content: 0, weight: weight, stance: statement.entry.score,
                    sentiment: 0, conditional: false)
                let cell = [number, outletNumber[statement.entry.outlet!]!]
                cells[statement.cluster, default: [:]][cell, default: Sums()].add(observation)
            }
        }
        self.subjects = subjects.map { subject.actor(of: $0.1[0].entry) }
        self.outlets = outlets
        statements = subjects.map(\.1.count)
        clusters = cells.sorted { $0.key < $1.key }.map { cluster in
            cluster.value.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
                Cell(subject: $0.key[0], outlet: $0.key[1], sums: $0.value)
            }
        }
        totals = AdjustmentCells.totals(of: clusters, count: subjects.count)
    }

    private static func totals(of clusters: [[Cell]], count: Int) -> [Total] {
        var totals = [Total](repeating: Total(), count: count)
        for (number, cell) in clusters.enumerated().flatMap({ cluster in cluster.element.map { (cluster.offset, $0) } })
        {
            totals[cell.subject].outlets.insert(cell.outlet)
            totals[cell.subject].clusters.insert(number)
            totals[cell.subject].sums.add(cell.sums)
        }
        return totals
    }

    /// Each of *k* copies in a cluster weighs a *k*-th.
    private static func weighted(_ statements: [StudyStatement]) -> [(StudyStatement, Int)] {
        var copies: [[UInt64]: Int] = [:]
        for statement in statements { copies[[UInt64(statement.cluster), statement.entry.content], default: 0] += 1 }
        return statements.map {
            ($0, Observation.whole / copies[[UInt64($0.cluster), $0.entry.content]]!)
        }
    }

    var parts: Parts {
        var sets = DisjointSets(count: subjects.count + outlets.count)
        for cell in clusters.joined() { sets.join(cell.subject, subjects.count + cell.outlet) }
        var numbers: [Int: Int] = [:]
        let ofSubject = subjects.indices.map { subject in
            let root = sets.root(of: subject)
            numbers[root] = numbers[root] ?? numbers.count + 1
            return numbers[root]!
        }
        let ofOutlet = outlets.indices.map { numbers[sets.root(of: subjects.count + $0)] ?? 0 }
        return Parts(ofSubject: ofSubject, ofOutlet: ofOutlet)
    }

    func refusal(_ subject: Int, _ parts: Parts) -> String? {
        let part = parts.ofSubject[subject]
        guard parts.outlets(of: part) < 2 else { return nil }
        let alone = parts.ofSubject.count { $0 == part } == 1
        return alone
            ? "speaks in one outlet, which prints nobody else: no overlap"
            : "all actors of this outlet speak in it alone: no overlap"
    }
}

extension AdjustmentCells {
    /// Adjusted scores; nil for subjects that are in none of the clusters.
    ///
    /// - Parameter times: How often each cluster counts.
    func fit(times: [Int], _ parts: Parts) -> [Double?] {
        var table = TwoWayTable(rows: subjects.count, columns: outlets.count)
        for (cluster, times) in zip(clusters, times) where times > 0 {
            for cell in cluster {
                table.add(
                    row: cell.subject, column: cell.outlet, weight: Double(cell.sums.weight * times),
                    sum: Double(cell.sums.stance * times) / 10_000)
            }
        }
        let effects = table.columnEffects()
        let means = TwoWayTable.means(effects, weights: table.columnWeights, groups: parts.ofOutlet)
        return table.rowMeans(without: effects).enumerated().map { subject, own in
            own.map { $0 + means[parts.ofSubject[subject], default: 0] }
        }
    }
}
