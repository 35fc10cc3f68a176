import Discourse

/// Everything that is known of a word or a run of words, found by one look into a table.
///
/// An open-addressing hash table with linear probing, at most 40 % full. The keys stand apart from the
/// facts, because most words of a text are in no table and only the keys are touched for them.
struct Vocabulary: Sendable {
    /// Word keys, or the keys of runs of words; 0 for a free slot.
    private var keys: [UInt64]
    private var facts: [Facts]
    /// Words with a wildcard, which some other projects' lexicons have.
    let wildcards: WildcardTable

    struct Facts: Sendable {
        /// Index into the lexicon's entries; -1 for none.
        var entry: Int32 = -1
        /// Number of words of the longest run that begins with this word.
        var longest: Int32 = 1
        /// Bit *i* is set when the word belongs to rule *i*.
        var rules: UInt32 = 0

        var isMeaningful: Bool { entry >= 0 || rules != 0 }
    }

    init(lexicon: Lexicon, rules: RuleTable) {
        let runs = lexicon.entries.map(\.words) + rules.rules.flatMap(\.words)
        let needed = runs.reduce(0) { $0 + ($1.utf8.contains(UInt8(ascii: " ")) ? 2 : 1) }
        wildcards = WildcardTable(runs)
        var capacity = 64
        while capacity * 2 < needed * 5 { capacity *= 2 }
        keys = Array(repeating: 0, count: capacity)
        facts = Array(repeating: Facts(), count: capacity)
        for (index, entry) in lexicon.entries.enumerated() { add(entry.words) { $0.entry = Int32(index) } }
        for (index, rule) in rules.rules.enumerated() {
            for words in rule.words { add(words) { $0.rules |= 1 << UInt32(index) } }
        }
    }

    private mutating func add(_ run: String, _ change: (inout Facts) -> Void) {
        let words = run.wordKeys
        var key = words[0].bits
        if words.count > 1 {
            var hash = RunHash(words[0])
            for word in words.dropFirst() { hash.append(word) }
            key = hash.key
            let first = slot(of: words[0].bits)
            keys[first] = words[0].bits
            facts[first].longest = max(facts[first].longest, Int32(words.count))
        }
        let slot = slot(of: key)
        keys[slot] = key
        change(&facts[slot])
    }

    /// The slot that holds a key, or the free one where it would stand.
    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while keys[slot] != key, keys[slot] != 0 { slot = (slot &+ 1) & mask }
        return slot
    }

    /// Facts about a word or, by its `RunHash`, a run of words; nil when there are none.
    subscript(key: UInt64) -> Facts? {
        let slot = slot(of: key)
        return keys[slot] == 0 ? nil : facts[slot]
    }
}

extension Vocabulary {
    /// What the tables say of the longest run of words that begins at a token, and where it ends; nil for no run.
    ///
    /// - Parameter limit: The first token that may not be part of it.
    @inline(__always)
    func longestRun(from index: Int, of tokens: [Token], limit: Int) -> (facts: Facts, end: Int)? {
        guard let first = self[tokens[index].key.bits] else { return nil }
        guard first.longest > 1 else { return (first, index &+ 1) }
        var (best, end) = (first, index + 1)
        var hash = RunHash(tokens[index].key)
        for next in index + 1..<max(index + 1, min(index + Int(first.longest), limit)) {
            hash.append(tokens[next].key)
            if let facts = self[hash.key], facts.isMeaningful { (best, end) = (facts, next + 1) }
        }
        return (best, end)
    }
}

/// The key of a run of words, made from theirs one by one.
struct RunHash {
    private var hash = Hasher64(seed: 0x7275_6e73)

    init(_ first: WordKey) { hash.combine(first.bits) }

    mutating func append(_ word: WordKey) { hash.combine(word.bits) }

    var key: UInt64 { hash.finish() }
}
