import Discourse
import Testing

@testable import Reporting

struct TermTotalsTests {
    @Test func `totals are those of a dictionary, and the strongest those of sorting all`() {
        var random = SplitMix64(seed: 21)
        for _ in 0..<200 {
            var (totals, expected) = (TermTotals(), [String: Int]())
            for _ in 0..<random.index(below: 120) {
                let term =
                    TermTotalsTests.words[random.index(below: TermTotalsTests.words.count)]
                    + String(random.index(below: 20))
                let weight = random.index(below: 9) - 4
                totals.add(weight, to: term)
                expected[term, default: 0] += weight
            }
            #expect(Dictionary(uniqueKeysWithValues: zip(totals.terms, totals.sums)) == expected)
            let sorted = totals.nonZero.sorted {
                abs($0.weight) == abs($1.weight)
                    ? $0.term.utf8.lexicographicallyPrecedes($1.term.utf8) : abs($0.weight) > abs($1.weight)
            }
            #expect(TermTotals.strongest(5, of: totals.nonZero) == Array(sorted.prefix(5)))
            #expect(
                TermTotals.strongest(3, of: totals.nonZero) { $0.weight < 0 }
                    == Array(sorted.filter { $0.weight < 0 }.prefix(3)))
        }
    }

    private static let words = ["truce", "e\u{301}", "é", "talks", "a word of more than fifteen bytes", ""]

    @Test func `a word in other code points is the same word`() {
        var totals = TermTotals()
        totals.add(1, to: "caf\u{E9}")
        totals.add(2, to: "cafe\u{301}")
        #expect(totals.nonZero == [TermWeight(term: "café", weight: 3)])
    }

    @Test(arguments: ["talks", "Talks", "É", "İ", "ΟΔΟΣ", "U.S.", ""])
    func `the lower case is that of the standard library`(word: String) {
        #expect(TermTotals.lowercased(word) == word.lowercased())
    }
}
