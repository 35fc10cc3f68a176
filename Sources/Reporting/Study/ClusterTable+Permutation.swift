import Discourse

extension ClusterTable {
    /// For each group, the probability of a difference to all others at least as large if it made no difference
    /// to which group a cluster belongs; nil with fewer than five clusters on either side.
    ///
    /// Clusters of one group trade places with one another, and in a cluster that has statements in several
    /// groups (the speakers of one article, or a wire story in several outlets) these trade places among
    /// themselves: both leave the null hypothesis as it is. The statistic is the absolute difference of means.
    func permutationValues(_ bootstrap: Bootstrap, stream: String) -> [Double?] {
        var cells = Cells(clusters)
        let isTested = (0..<groupCount).map { smallerSide(of: $0) >= Bootstrap.fewestUnits }
        let observed = cells.differences(groupCount)
        var counts = [PermutationCount](repeating: PermutationCount(), count: groupCount)
        var open = (0..<groupCount).filter { isTested[$0] && observed[$0] != nil }
        let tested = Set(open)
        var random = bootstrap.generator(stream)
        while !open.isEmpty {
            cells.shuffle(&random)
            let shuffled = cells.differences(groupCount)
            // A billionth, so that equal sums in another order count as equal.
            for group in open { counts[group].add(reaches: (shuffled[group] ?? 0) >= observed[group]! - 1e-9) }
            open.removeAll { counts[$0].isDone }
        }
        return (0..<groupCount).map { tested.contains($0) ? counts[$0].p : nil }
    }
}

/// Sums of each cluster in each group, with the labels that are shuffled.
private struct Cells {
    private let sums: [Sums]
    private var labels: [Int]
    /// Ranges of cells whose labels may trade places.
    private let blocks: [Range<Int>]
    private let total: Sums

    init(_ clusters: [[(group: Int, sums: Sums)]]) {
        let single = clusters.filter { $0.count == 1 }
        let several = clusters.filter { $0.count > 1 }
        let all = single.flatMap(\.self) + several.flatMap(\.self)
        (sums, labels) = (all.map(\.sums), all.map(\.group))
        var blocks = [0..<single.count]
        for cluster in several { blocks.append(blocks.last!.upperBound..<blocks.last!.upperBound + cluster.count) }
        self.blocks = blocks
        total = all.reduce(into: Sums()) { $0.add($1.sums) }
    }

    mutating func shuffle(_ random: inout SplitMix64) {
        for block in blocks { random.shuffle(&labels, block) }
    }

    /// Absolute differences of each group's mean to that of all others; nil where a side is empty.
    func differences(_ groupCount: Int) -> [Double?] {
        var groups = [(weight: Int, stance: Int)](repeating: (0, 0), count: groupCount)
        for index in sums.indices {
            groups[labels[index]].weight += sums[index].weight
            groups[labels[index]].stance += sums[index].stance
        }
        return groups.map { group in
            let others = (weight: total.weight - group.weight, stance: total.stance - group.stance)
            guard group.weight > 0, others.weight > 0 else { return nil }
            return abs(
                Double(group.stance) / Double(group.weight) - Double(others.stance) / Double(others.weight)) / 10_000
        }
    }
}
