/// Work on many items over several threads with a bounded number of them under way.
///
/// Results are handed out in the order of the items, so whatever is made of them does not depend on the
/// number of threads; memory does not grow with the number of items.
public struct BoundedWork: Sendable {
    /// How many items are worked on at a time.
    public let threads: Int

    /// - Parameter threads: At least 1.
    public init(threads: Int) { self.threads = max(1, threads) }

    /// - Parameters:
    ///   - next: The next item, nil at the end; called from one place only.
    ///   - work: What is done with an item, on any thread.
    ///   - emit: Takes the results in order, from one place only.
    public func callAsFunction<Item: Sendable, Result: Sendable>(
        next: () throws -> Item?, work: @escaping @Sendable (Item) throws -> Result, emit: (Result) throws -> Void
    ) async throws {
        let window = threads * 3
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var (submitted, emitted, running, isDone) = (0, 0, 0, false)
            var ready: [Int: Result] = [:]
            while true {
                while !isDone, running < threads, submitted - emitted < window {
                    guard let item = try next() else {
                        isDone = true
                        break
                    }
                    let number = submitted
                    submitted += 1
                    running += 1
                    group.addTask { (number, try work(item)) }
                }
                guard let (number, result) = try await group.next() else { break }
                running -= 1
                ready[number] = result
                while let next = ready.removeValue(forKey: emitted) {
                    try emit(next)
                    emitted += 1
                }
            }
        }
    }
}
