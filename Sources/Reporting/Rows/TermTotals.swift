import Discourse

/// Whole-number weights summed by word.
struct TermTotals: Sendable {
    private(set) var totals: [String: Int] = [:]

    mutating func add(_ weight: Int, to term: String) { totals[term, default: 0] += weight }

    /// All words, the largest absolute weight first, equal ones in byte order; zero weights are left out.
    var strongest: [TermWeight] {
        totals.lazy.filter { $0.value != 0 }.map { TermWeight(term: $0.key, weight: $0.value) }.sorted(
            by: TermTotals.precedes)
    }

    private static func precedes(_ a: TermWeight, _ b: TermWeight) -> Bool {
        a.weight.magnitude == b.weight.magnitude
            ? a.term.utf8.lexicographicallyPrecedes(b.term.utf8) : a.weight.magnitude > b.weight.magnitude
    }
}

extension TermTotals {
    /// Returns sum / count, half rounded away from zero.
    static func rounded(_ sum: Int, over count: Int) -> Int {
        Int((sum.magnitude * 2 + UInt(count)) / (UInt(count) * 2)) * sum.signum()
    }
}
