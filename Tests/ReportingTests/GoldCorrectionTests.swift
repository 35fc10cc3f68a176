import Discourse
import Foundation
import TextFiles
import Testing

@testable import Reporting

struct GoldCorrectionTests {
    /// Statements in articles; the classifier sees too much favor, and less in articles that are against.
    private static func units(clusters: Int, coded: Double, random: inout SplitMix64) -> [GoldUnit] {
        (0..<clusters).flatMap { cluster -> [GoldUnit] in
            let lean = random.normal() * 0.35
            return (0..<2 + random.index(below: 4)).map { _ in
                let draw = lean + random.normal() * 0.8
                let position = draw > 0.8 ? 1.0 : draw < -0.8 ? -1.0 : 0
                let score = min(max(0.6 * position + 0.15 + random.normal() * 0.2, -1), 1)
                return GoldUnit(cluster: cluster, score: score, position: random.unit() < coded ? position : nil)
            }
        }
    }

    /// The mean position is zero by symmetry.
    private static func coverage(clusters: Int, coded: Double, simulations: Int) -> (naive: Double, corrected: Double) {
        var random = SplitMix64(seed: 77)
        var (naive, corrected, counted) = (0, 0, 0)
        let actor = Actor(id: "a", name: "a", kind: .group)
        while counted < simulations {
            let score = CorrectedScore(
                subject: actor, units: units(clusters: clusters, coded: coded, random: &random))
            guard let interval = score.interval else { continue }
            counted += 1
            if score.naiveInterval!.contains(0) { naive += 1 }
            if interval.contains(0) { corrected += 1 }
        }
        return (Double(naive) / Double(simulations), Double(corrected) / Double(simulations))
    }

    @Test(arguments: [(60, 0.3), (200, 0.2)])
    func `the corrected interval holds the true mean, the naive one does not`(clusters: Int, coded: Double) {
        let coverage = GoldCorrectionTests.coverage(clusters: clusters, coded: coded, simulations: 400)
        #expect((0.92...0.98).contains(coverage.corrected), "\(coverage)")
        #expect(coverage.naive < 0.6, "\(coverage)")
    }

    @Test(
        .enabled(if: ProcessInfo.processInfo.environment["SLOW_TESTS"] != nil),
        arguments: [(20, 0.4), (60, 0.3), (200, 0.2)])
    func `coverage in two thousand simulations`(clusters: Int, coded: Double) {
        let coverage = GoldCorrectionTests.coverage(clusters: clusters, coded: coded, simulations: 2000)
        print("\(clusters) article clusters, \(coded) coded: naive \(coverage.naive), corrected \(coverage.corrected)")
        #expect((0.93...0.97).contains(coverage.corrected), "\(coverage)")
    }

    @Test func `a classifier that is always right is trusted, and one that guesses is not`() {
        var random = SplitMix64(seed: 3)
        let actor = Actor(id: "a", name: "a", kind: .group)
        func score(_ predict: (Double, inout SplitMix64) -> Double) -> CorrectedScore {
            let units = (0..<400).map { index in
                let position = [-1.0, 0, 1][random.index(below: 3)]
                return GoldUnit(
                    cluster: index / 4, score: predict(position, &random), position: index % 5 == 0 ? position : nil)
            }
            return CorrectedScore(subject: actor, units: units)
        }
        let right = score { position, _ in position }
        let guess = score { _, random in random.unit() * 2 - 1 }
        #expect(right.tuning! > 0.8 && guess.tuning! < 0.4)
        let width = { (score: CorrectedScore) in score.interval!.upperBound - score.interval!.lowerBound }
        #expect(width(right) < width(guess))
    }

    @Test func `a sample is read with its mistakes named, and too small a one is refused in words`() throws {
        func sample(_ text: String) throws -> GoldSample { try GoldSample(TextTable(text: text, path: "g.tsv")) }
        #expect(throws: FileError(path: "g.tsv", line: 2, reason: "'maybe' is no position")) {
            try sample("statement_id\tlabel\na#1\tmaybe\n")
        }
        var newsroom = Newsroom()
        for index in 0..<12 { newsroom.publish("a\(index)", [.init("ana", 4000), .init("bo", 0)]) }
        let study = try newsroom.study()
        let rows = (0..<12).map { "a\($0)#1\t\($0 % 2 == 0 ? "favor" : "none")\n" }.joined()
        let scores = try GoldCorrection(sample: try sample("statement_id\tlabel\n" + rows))(study, of: .actor)
        #expect(scores.map(\.subject.id) == ["everyone", "ana", "bo"])
        #expect(scores[1].corrected == 0.5 && abs(scores[1].naive - 0.4) < 1e-9)
        #expect(scores[2].corrected == nil && scores[2].refusal == "0 coded statements: no correction")
        #expect(throws: FileError.self) {
            try GoldCorrection(sample: try sample("statement_id\tlabel\nz#9\tfavor\n"))(study, of: .actor)
        }
    }
}
