import Discourse
import LinearModels
import TextFiles

/// How often a word is a source, a cue or content in the training corpus: the best single feature of the tagger.
///
/// A rare word borrows from the words with the same three last letters, and an unseen one has only those.
/// Values are buckets of the estimated share, 0...9, so that a model file of bytes holds them.
struct RoleLikelihood: Sendable, Equatable {
    /// Sorted by key.
    private(set) var keys: [UInt64]
    /// Buckets of source and cue for each key, in pairs.
    private(set) var buckets: [UInt8]
    private let slots: [UInt64: Int]

    init(keys: [UInt64], buckets: [UInt8]) {
        (self.keys, self.buckets) = (keys, buckets)
        slots = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    }

    /// The buckets of a word, or of its ending when the word was never seen.
    func callAsFunction(word: UInt64, ending: UInt64) -> (source: UInt8, cue: UInt8) {
        guard let slot = slots[word] ?? slots[ending] else { return (0, 0) }
        return (buckets[2 &* slot], buckets[2 &* slot &+ 1])
    }

    /// The upper bounds of the buckets; the last bucket has none.
    private static let bounds = [0.002, 0.006, 0.02, 0.05, 0.1, 0.2, 0.35, 0.55, 0.8]

    private static func bucket(_ share: Double) -> UInt8 { UInt8(bounds.firstIndex { share < $0 } ?? bounds.count) }
}

// MARK: - Learning

extension RoleLikelihood {
    /// What was counted for a word or an ending.
    struct Count {
        var total = 0.0
        var source = 0.0
        var cue = 0.0

        static func - (a: Count, b: Count) -> Count {
            Count(total: a.total - b.total, source: a.source - b.source, cue: a.cue - b.cue)
        }

        mutating func add(_ other: Count) {
            total += other.total
            source += other.source
            cue += other.cue
        }
    }

    /// Estimates shares with back-off: word ← ending ← all words, each with the weight of a few sightings of the next.
    init(words: [UInt64: Count], endings: [UInt64: Count], endingOfWord: [UInt64: UInt64]) {
        var all = Count()
        for count in words.values { all.add(count) }
        let base = (source: all.source / max(1, all.total), cue: all.cue / max(1, all.total))
        func share(_ count: Count, _ prior: (source: Double, cue: Double), _ weight: Double) -> (
            source: Double, cue: Double
        ) {
            let total = count.total + weight
            return ((count.source + weight * prior.source) / total, (count.cue + weight * prior.cue) / total)
        }
        var entries: [UInt64: (source: Double, cue: Double)] = [:]
        for (ending, count) in endings { entries[ending] = share(count, base, 5) }
        for (word, count) in words where count.total >= 1 {
            entries[word] = share(count, endingOfWord[word].flatMap { entries[$0] } ?? base, 2)
        }
        let keys = entries.keys.sorted()
        self.init(
            keys: keys,
            buckets: keys.flatMap {
                [RoleLikelihood.bucket(entries[$0]!.source), RoleLikelihood.bucket(entries[$0]!.cue)]
            })
    }
}

// MARK: - File

extension RoleLikelihood {
    func store(in file: inout Safetensors) {
        file.set("likelihood.keys", keys, shape: [keys.count])
        file.set("likelihood.buckets", buckets, shape: [keys.count, 2])
    }

    init(_ file: Safetensors, path: String) throws {
        guard let keys = file.numbers("likelihood.keys", of: UInt64.self),
            let buckets = file.numbers("likelihood.buckets", of: UInt8.self), buckets.count == 2 * keys.count,
            zip(keys, keys.dropFirst()).allSatisfy(<)
        else { throw FileError(path: path, reason: "has no likelihoods of words") }
        self.init(keys: keys, buckets: buckets)
    }
}
