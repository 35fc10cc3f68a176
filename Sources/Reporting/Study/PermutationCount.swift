/// Counts how often a shuffled statistic reaches the observed one, and says when that is enough.
///
/// Sampling goes on to 9,999 shuffles, or until 50 of them reach the observed value: then *p* is plainly not
/// small, and 50 / shuffles is a valid *p*-value (Besag and Clifford, "Sequential Monte Carlo p-values", 1991).
struct PermutationCount: Sendable {
    static let most = 9_999
    static let enough = 50

    private(set) var shuffles = 0
    private(set) var reached = 0

    var isDone: Bool { shuffles == PermutationCount.most || reached == PermutationCount.enough }

    mutating func add(reaches: Bool) {
        if isDone { return }
        shuffles += 1
        if reaches { reached += 1 }
    }

    var p: Double {
        reached == PermutationCount.enough
            ? Double(reached) / Double(shuffles) : Double(reached + 1) / Double(shuffles + 1)
    }
}

extension SplitMix64 {
    /// Shuffles part of an array (Fisher and Yates).
    mutating func shuffle<Element>(_ elements: inout [Element], _ part: Range<Int>) {
        var end = part.upperBound - 1
        while end > part.lowerBound {
            elements.swapAt(end, part.lowerBound + index(below: end - part.lowerBound + 1))
            end -= 1
        }
    }
}
