import Analysis
import Synchronization
import TestSupport
import Testing

struct BoundedWorkTests {
    private struct Stop: Error, Equatable {}

    /// Some work takes a thousand times as long as other work.
    @Sendable private static func work(_ number: Int) -> Int {
        var dice = SplitMix64(seed: UInt64(number))
        var sum = 0
        for _ in 0..<(dice.next() % 8 == 0 ? 20_000 : 20) { sum ^= Int(truncatingIfNeeded: dice.next()) }
        return sum == 0 ? -1 : number * number
    }

    @Test(arguments: [1, 2, 3, 8]) func `results come in the order of the items`(_ threads: Int) async throws {
        var numbers = (0..<300).makeIterator()
        var results: [Int] = []
        try await BoundedWork(threads: threads)(
            next: { numbers.next() }, work: BoundedWorkTests.work, emit: { results.append($0) })
        #expect(results == (0..<300).map { $0 * $0 })
    }

    @Test func `no items are no trouble`() async throws {
        var emitted = 0
        try await BoundedWork(threads: 4)(
            next: { nil as Int? }, work: BoundedWorkTests.work, emit: { _ in emitted += 1 })
        #expect(emitted == 0)
    }

    @Test func `at least one thread works`() { #expect(BoundedWork(threads: 0).threads == 1) }

    @Test(arguments: [1, 4]) func `items taken but not handed out stay within a window`(_ threads: Int) async throws {
        var (taken, emitted, widest) = (0, 0, 0)
        try await BoundedWork(threads: threads)(
            next: {
                guard taken < 500 else { return nil }
                taken += 1
                widest = max(widest, taken - emitted)
                return taken
            },
            work: BoundedWorkTests.work, emit: { _ in emitted += 1 })
        #expect(emitted == 500)
        #expect(widest <= threads * 3, "\(widest) items were held at once")
    }

    @Test func `an error of the work, of the source and of the taker each ends it`() async {
        await #expect(throws: Stop()) { try await run(work: { if $0 == 20 { throw Stop() } }) }
        await #expect(throws: Stop()) { try await run(next: { if $0 == 20 { throw Stop() } }) }
        await #expect(throws: Stop()) { try await run(emit: { if $0 == 20 { throw Stop() } }) }
    }

    @Test func `after an error no more items are taken`() async {
        let taken = Mutex(0)
        await #expect(throws: Stop()) {
            try await run(next: { _ in taken.withLock { $0 += 1 } }, emit: { if $0 == 3 { throw Stop() } })
        }
        #expect(taken.withLock { $0 } <= 3 + 1 + 2 * 3)
    }

    private func run(
        next: (Int) throws -> Void = { _ in }, work: @escaping @Sendable (Int) throws -> Void = { _ in },
        emit: (Int) throws -> Void = { _ in }
    ) async throws {
        var number = -1
        try await BoundedWork(threads: 2)(
            next: {
                number += 1
                try next(number)
                return number < 1_000 ? number : nil
            },
            work: { number in
                try work(number)
                return number
            }, emit: emit)
    }
}
