import Testing

@testable import Reporting

struct NearDuplicatesTests {
    private static let wire = """
        LORVIK — The two delegations met for a third day on Thursday and left without a word to the press, but \
        officials on both sides said the list of prisoners was nearly complete. A truce along the river has held \
        since Sunday, according to monitors, although three shells fell near the mill at night. The next round is \
        planned for Monday in the old customs house, where the envoy hopes to see a first draft of the agreement.
        """
    private static let follow = """
        LORVIK — Rain delayed the third convoy to the northern villages, where bread has been scarce for a week. \
        Drivers waited at the bridge until noon while engineers looked at the pillars. The mayor asked both armies \
        to open the lower road, and promised that volunteers would clear the snow before dark. Schools stay closed.
        """

    private func signature(_ text: String) -> ArticleSignature { ArticleSignature(utf8: Array(text.utf8)) }

    private func groups(_ texts: String...) -> [Int] { NearDuplicates().groups(of: texts.map(signature)) }

    @Test func `a wire copy with another head and a sentence more is in the group`() {
        let copy =
            "Talks go on, no word to press\n\n" + NearDuplicatesTests.wire.replacing("—", with: "-")
            + "\nReporting by our own staff."
        #expect(groups(NearDuplicatesTests.wire, NearDuplicatesTests.follow, copy) == [0, 1, 0])
    }

    @Test func `typographic quotation marks and capitals make no difference`() {
        let upper = NearDuplicatesTests.wire.uppercased()
        #expect(signature(NearDuplicatesTests.wire) == signature(upper.replacing(",", with: " …")))
    }

    @Test func `articles on the same day at the same place are not copies`() {
        #expect(groups(NearDuplicatesTests.wire, NearDuplicatesTests.follow) == [0, 1])
    }

    @Test func `texts of few words are copies only when they are the same`() {
        #expect(groups("No comment.", "No comment!", "Not a comment", "", " \n") == [0, 0, 2, 3, 3])
    }

    @Test func `signatures estimate the share of common runs of words`() {
        var random = SplitMix64(seed: 6)
        for share in [0.0, 0.2, 0.5, 0.8, 1.0] {
            let (a, b) = NearDuplicatesTests.pair(sharing: share, of: 400, using: &random)
            let estimate = signature(a).similarity(to: signature(b))
            #expect(abs(estimate - NearDuplicatesTests.jaccard(a, b)) < 0.2, "share \(share)")
        }
    }

    @Test func `groups are those of comparing every pair`() {
        var random = SplitMix64(seed: 8)
        var texts: [String] = []
        for _ in 0..<60 {
            let (a, b) = NearDuplicatesTests.pair(
                sharing: [0.1, 0.97][random.index(below: 2)], of: 200, using: &random)
            texts += [a, b]
        }
        let signatures = texts.map(signature)
        var slow = DisjointSets(count: texts.count)
        for a in texts.indices {
            for b in texts.indices where signatures[a].similarity(to: signatures[b]) >= 0.5 { slow.join(a, b) }
        }
        #expect(NearDuplicates().groups(of: signatures) == texts.indices.map { slow.root(of: $0) })
    }

    /// Two texts of drawn words that begin alike.
    private static func pair(sharing share: Double, of count: Int, using random: inout SplitMix64) -> (String, String) {
        func words(_ count: Int) -> String {
            (0..<count).map { _ in "w\(random.index(below: 5000))" }.joined(separator: " ")
        }
        let common = words(Int(Double(count) * share))
        let rest = count - Int(Double(count) * share)
        return (common + " " + words(rest), common + " " + words(rest))
    }

    private static func jaccard(_ a: String, _ b: String) -> Double {
        func runs(_ text: String) -> Set<[Substring]> {
            let words = text.split(separator: " ")
            return Set((0...words.count - 4).map { Array(words[$0..<$0 + 4]) })
        }
        return Double(runs(a).intersection(runs(b)).count) / Double(runs(a).union(runs(b)).count)
    }
}
