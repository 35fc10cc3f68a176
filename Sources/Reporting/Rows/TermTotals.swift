import Discourse

/// Whole-number weights summed by word, in the order in which the words first came.
///
/// A table of its own rather than a `Dictionary`: words are short, and are looked up by the million.
struct TermTotals: Sendable {
    private(set) var terms: [String] = []
    private(set) var sums: [Int] = []
    /// Places in `terms` from 1, found by hash and linear probing; at most half are taken, the rest is 0.
    private var slots: [Int32] = []

    mutating func add(_ weight: Int, to term: String) {
        if terms.count * 2 >= slots.count { grow() }
        let slot = slot(of: term)
        if slots[slot] == 0 {
            terms.append(term)
            sums.append(weight)
            slots[slot] = Int32(terms.count)
        } else {
            sums[Int(slots[slot]) - 1] += weight
        }
    }

    /// Where the term stands, or would stand.
    private func slot(of term: String) -> Int {
        let mask = slots.count - 1
        var slot = TermTotals.hash(term) & mask
        while slots[slot] != 0, terms[Int(slots[slot]) - 1] != term { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: max(16, slots.count * 4))
        for (index, term) in terms.enumerated() { slots[slot(of: term)] = Int32(index + 1) }
    }

    /// Two strings that are equal but of different code points must have one hash, which the standard
    /// library knows how to find; in ASCII there are none.
    private static func hash(_ term: String) -> Int {
        var (hash, all): (UInt64, UInt8) = (0, 0)
        for byte in term.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
            all |= byte
        }
        return all < 0x80 ? Int(truncatingIfNeeded: hash >> 32) : term.hashValue & Int.max
    }

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
        _ count: Int, of terms: [TermWeight], where isWanted: (TermWeight) -> Bool = { _ in true }
    ) -> [TermWeight] {
        var best: [TermWeight] = []
        for term in terms {
            // The order comes first: it is cheap, and most terms do not get past it.
            if best.count == count, !precedes(term, best[count - 1]) { continue }
            guard isWanted(term) else { continue }
            if best.count == count { best.removeLast() }
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
