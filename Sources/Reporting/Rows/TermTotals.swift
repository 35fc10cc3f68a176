import Discourse

/// Whole-number weights summed by word, in the order in which the words first came.
struct TermTotals: Sendable {
    private(set) var terms: [String] = []
    private(set) var sums: [Int] = []
    private var places: [String: Int] = [:]

    mutating func add(_ weight: Int, to term: String) {
        let place = TermTotals.found(&places[term, default: terms.count])
        if place == terms.count {
            terms.append(term)
            sums.append(weight)
        } else {
            sums[place] += weight
        }
    }

    /// Takes the place through a reference, so that a new word is looked up once to find and to add it.
    private static func found(_ place: inout Int) -> Int { place }

    /// All words but those whose weights sum to zero, in the order in which they came.
    var nonZero: [TermWeight] {
        terms.indices.lazy.filter { sums[$0] != 0 }.map { TermWeight(term: terms[$0], weight: sums[$0]) }
    }
}

extension TermTotals {
    /// The words with the largest absolute weights, largest first, equal ones in byte order.
    ///
    /// - Complexity: One pass; few words get among the best and are moved to their place there.
    static func strongest(
        _ count: Int, of terms: [TermWeight], where isWanted: (Int) -> Bool = { _ in true }
    ) -> [TermWeight] {
        var best: [TermWeight] = []
        for term in terms where isWanted(term.weight) {
            if best.count == count {
                guard precedes(term, best[count - 1]) else { continue }
                best.removeLast()
            }
            best.insert(term, at: best.firstIndex { precedes(term, $0) } ?? best.count)
        }
        return best
    }

    private static func precedes(_ a: TermWeight, _ b: TermWeight) -> Bool {
        a.weight.magnitude == b.weight.magnitude
            ? a.term.utf8.lexicographicallyPrecedes(b.term.utf8) : a.weight.magnitude > b.weight.magnitude
    }

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
