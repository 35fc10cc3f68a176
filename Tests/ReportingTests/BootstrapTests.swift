import Foundation
import Testing

@testable import Reporting

struct BootstrapTests {
    private static func unit(_ stance: Int, weight: Int = Observation.whole) -> Sums {
        Sums(weight: weight, stance: weight * stance, sentiment: -weight * stance)
    }

    @Test func `an interval holds the mean and lies within the units`() {
        let units = [2000, -1000, 500, 3000, 9000].map { BootstrapTests.unit($0) }
        let intervals = Bootstrap(seed: 1).intervals(units, stream: "a")
        #expect(intervals.stance.contains(0.27))
        #expect(intervals.stance.lowerBound >= -0.1 && intervals.stance.upperBound <= 0.9)
        #expect(intervals.sentiment == -intervals.stance.upperBound ... -intervals.stance.lowerBound)
    }

    @Test func `the seed and the stream decide, and nothing else`() {
        let units = (0..<12).map { BootstrapTests.unit($0 * 700 - 3000) }
        let first = Bootstrap(seed: 1).intervals(units, stream: "a")
        #expect(Bootstrap(seed: 1).intervals(units, stream: "a") == first)
        #expect(Bootstrap(seed: 2).intervals(units, stream: "a") != first)
        #expect(Bootstrap(seed: 1).intervals(units, stream: "b") != first)
    }

    @Test func `Student's t interval of three units is the one of the textbook`() {
        // Mean 0.2, standard deviation 0.1, 0.1 / √3 · 4.3027 = 0.2484.
        let interval = StudentT.intervals([1000, 2000, 3000].map { BootstrapTests.unit($0) }).stance
        #expect(abs(interval.lowerBound + 0.0484) < 0.0001 && abs(interval.upperBound - 0.4484) < 0.0001)
        #expect(StudentT.intervals([-9000, 9000].map { BootstrapTests.unit($0) }).stance == -1...1)
    }

    @Test(arguments: [(4, 2.776), (5, 2.571), (9, 2.262), (29, 2.045), (120, 1.980)])
    func `quantiles are those of the tables`(degrees: Int, expected: Double) {
        #expect(abs(StudentT.quantile975(degrees: degrees) - expected) < 0.01)
    }

    @Test func `tails approach two and a half percent from below`() {
        let tails = [2, 3, 5, 10, 30, 1000].map { StudentT.expandedTail(units: $0) }
        #expect(tails == tails.sorted())
        #expect(abs(tails[3] - 0.0086) < 0.0002 && abs(tails[5] - 0.0249) < 0.0002)
    }

    /// Articles differ and each has several statements alike, so statements are no independent draws.
    @Test(arguments: [5, 20])
    func `about nineteen of twenty intervals over clusters hold the true mean`(clusters: Int) {
        let coverage = BootstrapTests.coverage(clusters: clusters, simulations: 200, draws: 200)
        #expect((0.90...0.99).contains(coverage.byCluster), "\(coverage)")
        #expect(
            coverage.byStatement < coverage.byCluster - 0.1,
            "resampling statements must show its fault here: \(coverage)")
    }

    @Test(
        .enabled(if: ProcessInfo.processInfo.environment["SLOW_TESTS"] != nil),
        arguments: [2, 3, 4, 5, 8, 11, 12, 20, 60])
    func `coverage in two thousand simulations`(clusters: Int) {
        let coverage = BootstrapTests.coverage(clusters: clusters, simulations: 2000, draws: 2000)
        print("\(clusters) clusters: by cluster \(coverage.byCluster), by statement \(coverage.byStatement)")
        #expect((0.93...0.97).contains(coverage.byCluster), "\(coverage)")
    }

    static func coverage(clusters: Int, simulations: Int, draws: Int) -> (byCluster: Double, byStatement: Double) {
        var random = SplitMix64(seed: UInt64(clusters))
        var (byCluster, byStatement) = (0, 0)
        let truth = 0.1
        for simulation in 0..<simulations {
            let articles = (0..<clusters).map { _ in article(mean: truth, using: &random) }
            let bootstrap = Bootstrap(seed: UInt64(simulation), draws: draws)
            let sums = articles.map { $0.reduce(into: Sums()) { $0.add($1) } }
            let interval =
                clusters < Bootstrap.fewestResampled ? StudentT.intervals(sums) : bootstrap.intervals(sums, stream: "")
            if interval.stance.contains(truth) { byCluster += 1 }
            if bootstrap.intervals(articles.flatMap { $0 }, stream: "").stance.contains(truth) { byStatement += 1 }
        }
        return (Double(byCluster) / Double(simulations), Double(byStatement) / Double(simulations))
    }

    /// Two to five statements around a mean of the article's own.
    private static func article(mean: Double, using random: inout SplitMix64) -> [Sums] {
        let center = mean + noise(0.3, using: &random)
        return (0..<2 + random.index(below: 4)).map { _ in unit(Int((center + noise(0.15, using: &random)) * 10_000)) }
    }

    /// Nearly normal: the sum of twelve uniform numbers.
    private static func noise(_ deviation: Double, using random: inout SplitMix64) -> Double {
        ((0..<12).reduce(0.0) { sum, _ in sum + random.unit() } - 6) * deviation
    }
}
