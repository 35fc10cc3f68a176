/// Pairs gold and predicted attributions one to one, the best pair first.
enum AttributionMatch {
    private struct Candidate {
        /// Minus the agreement, so that the best sorts first.
        let key: Double
        let gold: Int
        let predicted: Int
    }

    /// Of pairs that agree equally well, the one with the earlier gold, then the earlier predicted
    /// attribution goes first.
    static func pairs(gold: [TokenAttribution], predicted: [TokenAttribution]) -> [(gold: Int, predicted: Int)] {
        let candidates = candidates(gold, predicted).sorted {
            ($0.key, $0.gold, $0.predicted) < ($1.key, $1.gold, $1.predicted)
        }
        var goldIsFree = [Bool](repeating: true, count: gold.count)
        var predictedIsFree = [Bool](repeating: true, count: predicted.count)
        var pairs: [(gold: Int, predicted: Int)] = []
        for pair in candidates where goldIsFree[pair.gold] && predictedIsFree[pair.predicted] {
            (goldIsFree[pair.gold], predictedIsFree[pair.predicted]) = (false, false)
            pairs.append((pair.gold, pair.predicted))
        }
        return pairs
    }

    private static func candidates(_ gold: [TokenAttribution], _ predicted: [TokenAttribution]) -> [Candidate] {
        var candidates: [Candidate] = []
        for (i, a) in gold.enumerated() {
            for (j, b) in predicted.enumerated() {
                let (content, cue) = (dice(a.content, b.content), dice(a.cue, b.cue))
                guard content > 0 || cue > 0 else { continue }
                candidates.append(
                    Candidate(key: -content - 0.1 * cue - 0.01 * dice(a.source, b.source), gold: i, predicted: j))
            }
        }
        return candidates
    }
}
