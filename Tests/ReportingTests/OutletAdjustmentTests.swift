import Testing

@testable import Reporting

struct OutletAdjustmentTests {
    private let adjust = OutletAdjustment(of: .actor, bootstrap: Bootstrap(seed: 1))

    /// `hostile` prints everybody 0.3 lower, and prints Ana more often than the others.
    private var newsroom: Newsroom {
        var (newsroom, random) = (Newsroom(), SplitMix64(seed: 4))
        for index in 0..<60 {
            let isHostile = index % 2 == 0
            let actors = ["ana", "bo", "cy"].filter { ($0 == "ana") == isHostile || index % 5 == 0 }
            let lines = actors.map {
                Newsroom.Line(
                    $0,
                    Int(["ana": 2000, "bo": 2000, "cy": -1000][$0]! - (isHostile ? 3000 : 0) + random.normal() * 300))
            }
            newsroom.publish("a\(index)", outlet: isHostile ? "hostile" : "plain", lines)
        }
        return newsroom
    }

    @Test func `two actors of one mind look alike once the outlets are taken off`() throws {
        let scores = adjust(try newsroom.study())
        #expect(scores.map(\.subject.id) == ["ana", "bo", "cy"])
        let (ana, bo, cy) = (scores[0], scores[1], scores[2])
        #expect(bo.raw - ana.raw > 0.12, "raw scores differ by the outlets")
        #expect(abs(ana.adjusted! - bo.adjusted!) < 0.03)
        #expect(abs(bo.adjusted! - cy.adjusted! - 0.3) < 0.03)
        for score in scores { #expect(score.interval!.contains(score.adjusted!) && score.refusal == nil) }
    }

    @Test func `weighted by statements, raw and adjusted scores have one mean`() throws {
        let scores = adjust(try newsroom.study())
        let mean = { (score: (AdjustedScore) -> Double) in
            scores.reduce(0) { $0 + score($1) * Double($1.statements) }
        }
        #expect(abs(mean { $0.raw } - mean { $0.adjusted! }) < 1e-6)
    }

    @Test func `where actors and outlets do not overlap the score is refused`() throws {
        var newsroom = newsroom
        for index in 0..<6 {
            newsroom.publish("x\(index)", outlet: "party organ", [.init("lone", 5000)])
            newsroom.publish("y\(index)", outlet: "village", [.init("two", 5000), .init("three", 5000)])
            newsroom.publish("z\(index)", [.init("nowhere", 5000)])
        }
        let scores = adjust(try newsroom.study())
        let refused = scores.filter { $0.refusal != nil }
        #expect(refused.map(\.subject.id) == ["lone", "three", "two"])
        #expect(refused.allSatisfy { $0.adjusted == nil && $0.interval == nil && $0.raw == 0.5 })
        #expect(refused[0].refusal == "speaks in one outlet, which prints nobody else: no overlap")
        #expect(Set(scores.map(\.part)).count == 3)
        #expect(!scores.contains { $0.subject.id == "nowhere" }, "no outlet, nothing to adjust")
    }

    @Test func `the fit is the one that elimination gives`() {
        var random = SplitMix64(seed: 6)
        for _ in 0..<50 {
            var table = TwoWayTable(rows: 6, columns: 4)
            var cells: [(Int, Int, Double, Double)] = []
            for row in 0..<6 {
                for column in 0..<4 where random.unit() < 0.6 || column == 0 {
                    let (weight, value) = (Double(1 + random.index(below: 5)), random.normal())
                    cells.append((row, column, weight, value))
                    table.add(row: row, column: column, weight: weight, sum: weight * value)
                }
            }
            let effects = table.columnEffects()
            let rows = table.rowMeans(without: effects)
            // In the least-squares fit the residuals of every row and column sum to zero.
            for column in 0..<4 {
                let left = cells.filter { $0.1 == column }.reduce(0) {
                    $0 + $1.2 * ($1.3 - rows[$1.0]! - effects[column])
                }
                #expect(abs(left) < 1e-8)
            }
            for row in 0..<6 {
                let left = cells.filter { $0.0 == row }.reduce(0) { $0 + $1.2 * ($1.3 - rows[row]! - effects[$1.1]) }
                #expect(abs(left) < 1e-8)
            }
        }
    }
}
