import Discourse

/// Sums of one actor's statements by article cluster and group, for differences between groups.
///
/// The same cluster may have copies in several groups, so a draw takes whole clusters, and every group's
/// mean comes from the same draw.
struct ClusterTable: Sendable {
    /// For each cluster, its sums in each group it has statements in.
    let clusters: [[(group: Int, sums: Sums)]]
    let groupCount: Int

    /// - Parameter groups: The observations of each group.
    init(_ groups: [[Observation]]) {
        var cells: [Int: [Int: Sums]] = [:]
        for (group, observations) in groups.enumerated() {
            for observation in observations {
                cells[observation.cluster, default: [:]][group, default: Sums()].add(observation)
            }
        }
        clusters = cells.sorted { $0.key < $1.key }.map { cell in
            cell.value.sorted { $0.key < $1.key }.map { (group: $0.key, sums: $0.value) }
        }
        groupCount = groups.count
    }

    /// For each group, its mean stance minus that of all others; nil with fewer than five clusters on either side.
    ///
    /// Coverage of the 95 % intervals in 1,000 simulations: 97.0 % with 5 clusters on either side, 98.3 % with 5 and 20,
    /// 97.3 % with 8 and 8, 95.9 % with 12 and 12, 96.7 % with 20 and 60. With few it is cautious, as how many clusters
    /// of a group are drawn is left to chance too.
    func differences(_ bootstrap: Bootstrap, stream: String) -> [Estimate?] {
        var random = bootstrap.generator(stream)
        var draws = [[Double]](repeating: [], count: groupCount)
        for _ in 0..<bootstrap.draws {
            let drawn = sums(of: clusters.indices.map { _ in random.index(below: clusters.count) })
            for (group, difference) in differences(drawn).enumerated() {
                if let difference { draws[group].append(difference) }
            }
        }
        let observed = differences(sums(of: Array(clusters.indices)))
        return (0..<groupCount).map { group in
            let units = smallerSide(of: group)
            guard units >= Bootstrap.fewestUnits, let mean = observed[group] else { return nil }
            return Estimate(mean: mean, interval: bootstrap.interval(of: draws[group], units: units))
        }
    }

    /// Clusters in the group or clusters in the others, whichever are fewer.
    func smallerSide(of group: Int) -> Int {
        let inside = clusters.count { $0.contains { $0.group == group } }
        let outside = clusters.count { $0.contains { $0.group != group } }
        return min(inside, outside)
    }

    private func sums(of chosen: [Int]) -> [Sums] {
        var sums = [Sums](repeating: Sums(), count: groupCount)
        for cluster in chosen {
            for cell in clusters[cluster] { sums[cell.group].add(cell.sums) }
        }
        return sums
    }

    /// Nil where a side is empty.
    private func differences(_ sums: [Sums]) -> [Double?] {
        let total = sums.reduce(into: Sums()) { $0.add($1) }
        return sums.map { group in
            let others = total - group
            return group.weight > 0 && others.weight > 0 ? group.stanceMean - others.stanceMean : nil
        }
    }
}
