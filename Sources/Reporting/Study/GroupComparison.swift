import Discourse

/// Sets the statements of each subject side by side, group by group.
///
///     GroupComparison(of: .actor, by: Grouper(.month), bootstrap: Bootstrap(seed: 1)).callAsFunction(study)
struct GroupComparison: Sendable {
    let subject: Subject
    let grouper: Grouper
    let bootstrap: Bootstrap
    let correction: Multiplicity

    init(of subject: Subject, by grouper: Grouper, bootstrap: Bootstrap, correction: Multiplicity = .holm) {
        (self.subject, self.grouper, self.bootstrap, self.correction) = (subject, grouper, bootstrap, correction)
    }

    func callAsFunction(_ study: Study) -> Comparison {
        var rows: [Comparison.Row] = []
        // Two groups make one test, seen from both sides.
        var tests: [[Int]] = []
        for (_, statements) in study.statements(by: subject) {
            let added = self.rows(statements)
            let tested = added.indices.filter { added[$0].p != nil }.map { rows.count + $0 }
            tests += added.count == 2 && !tested.isEmpty ? [tested] : tested.map { [$0] }
            rows += added
        }
        let adjusted = correction.adjusted(tests.map { rows[$0[0]].p! })
        for (test, value) in zip(tests, adjusted) {
            for row in test { rows[row].adjustedP = value }
        }
        return Comparison(grouping: grouper.grouping, subject: subject, rows: rows)
    }

    /// - Parameter statements: All of one subject, in the order that `ActorTally` wants.
    private func rows(_ statements: [StudyStatement]) -> [Comparison.Row] {
        var (tallies, names): ([String: ActorTally], [String: String]) = ([:], [:])
        for statement in statements {
            let group = grouper.group(of: statement.entry, conflict: statement.conflict)
            let entry = statement.entry.laid(to: subject.actor(of: statement.entry))
            tallies[group, default: ActorTally(entry, keepsTerms: false)].add(entry, cluster: statement.cluster)
            names[group] = names[group] ?? grouper.name(of: statement.entry)
        }
        let id = subject.actor(of: statements[0].entry).id
        let groups = tallies.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let reports = groups.map { group in
            tallies[group]!.report(
                bootstrap, stream: id + "\u{0}" + grouper.grouping.rawValue + "\u{0}" + group)
        }
        let differences = differences(groups.map { tallies[$0]!.observations }, id)
        return groups.indices.map {
            Comparison.Row(
                group: groups[$0], groupName: names[groups[$0]], report: reports[$0],
                difference: differences[$0].estimate, p: differences[$0].p)
        }
    }

    private func differences(_ observations: [[Observation]], _ id: String) -> [(estimate: Estimate?, p: Double?)] {
        // An article is one cluster, so there is nothing to resample between articles.
        if grouper.grouping == .article || observations.count < 2 {
            return observations.map { _ in (nil, nil) }
        }
        let table = ClusterTable(observations)
        let stream = id + "\u{0}difference by " + grouper.grouping.rawValue
        let values = table.permutationValues(bootstrap, stream: stream + "\u{0}shuffled")
        return zip(table.differences(bootstrap, stream: stream), values).map { ($0, $1) }
    }
}

extension Study {
    /// Statements of each subject, in byte order of ids; those of one in the order that `ActorTally` wants.
    func statements(by subject: Subject) -> [(id: String, statements: [StudyStatement])] {
        Dictionary(grouping: statements) { subject.actor(of: $0.entry).id }
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { subject in
                let sorted = subject.value.sorted {
                    $0.cluster == $1.cluster ? TallyEntry.precedes($0.entry, $1.entry) : $0.cluster < $1.cluster
                }
                return (subject.key, sorted)
            }
    }
}
