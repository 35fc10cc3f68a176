import Discourse

/// Whole-number weights summed by word.
struct TermTotals: Sendable {
    private(set) var totals: [String: Int] = [:]

    mutating func add(_ weight: Int, to term: String) { totals[term, default: 0] += weight }

    /// All words, the largest absolute weight first, equal ones in byte order; zero weights are left out.
    var strongest: [TermWeight] {
        var terms: [TermWeight] = []
        terms.reserveCapacity(totals.count)
        for (term, weight) in totals where weight != 0 { terms.append(TermWeight(term: term, weight: weight)) }
        terms.sort(by: TermTotals.precedes)
        return terms
    }

    private static func precedes(_ a: TermWeight, _ b: TermWeight) -> Bool {
        a.weight.magnitude == b.weight.magnitude
            ? a.term.utf8.lexicographicallyPrecedes(b.term.utf8) : a.weight.magnitude > b.weight.magnitude
    }
}

extension TermTotals {
    /// `word.lowercased()`; most words are in lower case already and are only looked at.
    static func lowercased(_ word: String) -> String {
        for byte in word.utf8 where byte >= 0x80 || byte &- 0x41 < 26 { return word.lowercased() }
        return word
    }

    /// Returns sum / count, half rounded away from zero.
    static func rounded(_ sum: Int, over count: Int) -> Int {
        Int((sum.magnitude * 2 + UInt(count)) / (UInt(count) * 2)) * sum.signum()
    }
}
