import Testing

@testable import Reporting

struct PermutationTests {
    @Test func `p-values are corrected as the textbooks do it`() {
        #expect(PermutationTests.rounded(Multiplicity.holm.adjusted([0.01, 0.04, 0.03])) == [0.03, 0.06, 0.06])
        #expect(PermutationTests.rounded(Multiplicity.bh.adjusted([0.01, 0.04, 0.03])) == [0.03, 0.04, 0.04])
        // The worked example of Benjamini and Hochberg (1995), section 3.2: four rejections at 5 %, Holm three.
        let values = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0,
        ]
        #expect(Multiplicity.bh.adjusted(values).count { $0 <= 0.05 } == 4)
        #expect(Multiplicity.holm.adjusted(values).count { $0 <= 0.05 } == 3)
        #expect(Multiplicity.holm.adjusted([]).isEmpty)
    }

    private static func rounded(_ values: [Double]) -> [Double] { values.map { ($0 * 1e9).rounded() / 1e9 } }

    @Test func `counting stops when p is plainly not small`() {
        var count = PermutationCount()
        while !count.isDone { count.add(reaches: true) }
        #expect(count.shuffles == 50 && count.p == 1)
        var never = PermutationCount()
        while !never.isDone { never.add(reaches: false) }
        #expect(never.p == 0.0001)
    }

    /// Articles of several outlets at once, with a mean of their own, and no outlet that differs.
    @Test func `without any difference one test in twenty says there is one`() {
        var random = SplitMix64(seed: 5)
        var values: [Double] = []
        for round in 0..<200 {
            var groups: [[Observation]] = [[], [], []]
            for cluster in 0..<24 {
                let mean = random.normal() * 3000
                for group in 0..<3 where cluster % 3 == group || cluster % 8 == 0 {
                    for content in 0..<1 + random.index(below: 3) {
                        groups[group].append(
                            Observation(
                                cluster: cluster, content: content, weight: Observation.whole,
                                stance: Int(mean + random.normal() * 1000), sentiment: 0, conditional: false))
                    }
                }
            }
            let p = ClusterTable(groups).permutationValues(Bootstrap(seed: UInt64(round)), stream: "a")
            values.append(p[0]!)
        }
        // 200 draws of a share of 0.05 lie within 0.004...0.097 with three standard errors.
        #expect((0.004...0.097).contains(Double(values.count { $0 <= 0.05 }) / 200))
        #expect((0.39...0.61).contains(Double(values.count { $0 <= 0.5 }) / 200))
    }

    @Test func `the seed decides, and nothing else`() {
        let groups = (0..<2).map { group in
            (0..<8).map { index in
                Observation(
                    cluster: group * 8 + index, content: index, weight: Observation.whole,
                    stance: index * 300 + group * 700, sentiment: 0, conditional: false)
            }
        }
        let table = ClusterTable(groups)
        let first = table.permutationValues(Bootstrap(seed: 1), stream: "a")
        #expect(table.permutationValues(Bootstrap(seed: 1), stream: "a") == first)
        #expect(table.permutationValues(Bootstrap(seed: 2), stream: "a") != first)
        #expect(first[0] == first[1], "two groups are one test seen from both sides")
    }
}
