import Discourse
import Testing

@testable import Reporting

struct ChangePointTests {
    private let find = ChangePoints(bootstrap: Bootstrap(seed: 1), correction: .holm, level: 0.05)

    /// An article a day; `mean` gives what the actor says on the day.
    private func newsroom(_ actors: [String], days: Int, seed: UInt64, mean: (String, Int) -> Double) -> Newsroom {
        var (newsroom, random) = (Newsroom(), SplitMix64(seed: seed))
        let first = Day("2026-03-01")!.number
        for day in 0..<days {
            let lines = actors.map { Newsroom.Line($0, Int(mean($0, day) * 10_000 + random.normal() * 1500)) }
            newsroom.publish("a\(day)", on: Day(number: first + day)!.description, lines)
        }
        return newsroom
    }

    @Test func `a turn is found on its day, with a statement from either side`() throws {
        let study = try newsroom(["ana", "bo"], days: 30, seed: 1) { actor, day in
            actor == "ana" && day >= 12 ? 0.5 : -0.2
        }.study()
        let found = find(study, of: .actor)
        let change = try #require(found.first { $0.isSignificant })
        #expect(found.count(where: \.isSignificant) == 1 && change.subject.id == "ana")
        #expect(change.before.last == Day("2026-03-12") && change.after.first == Day("2026-03-13"))
        #expect(change.before.mean < 0 && change.after.mean > 0.3 && change.adjustedP >= change.p)
        #expect(change.typicalBefore.entry.score < 0 && change.typicalAfter.entry.score > 0)
        #expect(found.first { $0.subject.id == "bo" }?.isSignificant == false, "others are listed with their p")
    }

    @Test func `two turns are found one after the other`() throws {
        let study = try newsroom(["ana"], days: 45, seed: 2) { _, day in day < 15 ? 0.6 : day < 30 ? -0.6 : 0.6 }
            .study()
        let days = find(study, of: .actor).filter(\.isSignificant).map(\.after.first.description)
        #expect(days == ["2026-03-16", "2026-03-31"])
    }

    @Test func `without a turn one series in twenty seems to have one, before correction`() throws {
        let actors = (0..<150).map { "actor\($0)" }
        let study = try newsroom(actors, days: 12, seed: 3) { _, _ in 0 }.study()
        let found = find(study, of: .actor)
        #expect(found.count == 150)
        #expect((0...0.104).contains(Double(found.count { $0.p <= 0.05 }) / 150))
        #expect(found.count(where: \.isSignificant) <= 1)
    }

    @Test func `a few articles, or all on one day, are no series`() throws {
        #expect(
            find(try newsroom(["ana"], days: 7, seed: 4) { _, day in day < 4 ? 1 : -1 }.study(), of: .actor).isEmpty)
        var sameDay = Newsroom()
        for index in 0..<20 { sameDay.publish("a\(index)", on: "2026-03-01", [.init("ana", index * 100)]) }
        #expect(find(try sameDay.study(), of: .actor).isEmpty)
    }

    @Test func `the best cut is the one that the definition gives`() {
        var random = SplitMix64(seed: 9)
        for _ in 0..<200 {
            let values = (0..<12).map { _ in random.normal() }
            let cuts = Array(3...9)
            let slow = cuts.map { cut -> Double in
                let (left, right) = (values[..<cut], values[cut...])
                let difference =
                    left.reduce(0, +) / Double(left.count) - right.reduce(0, +) / Double(right.count)
                return (Double(left.count * right.count) / 12).squareRoot() * abs(difference)
            }
            let best = ChangePoints.strongest(cuts, values)
            #expect(abs(best.statistic - slow.max()!) < 1e-12 && slow[best.cut - 3] == slow.max()!)
        }
    }
}
