import Discourse

/// Reads one sentence from left to right and collects its hits.
///
/// What it has to remember while it reads is small: which negation and which intensity still reach the
/// next word, which clause rule holds, and the rule of a contrast that has gone by. Rules that need the
/// whole sentence, such as an exclamation mark at its end, act on the collected hits afterwards.
struct SentenceReader {
    private let tables: ToneTables
    private let view: SentenceView
    private var found: [Found] = []
    /// Words and numbers read.
    private(set) var words = 0

    private var negation = Reach()
    private var intensity = Reach()
    private var clause: Int?
    private var contrast: Int?
    /// The first hit behind the last contrast.
    private var afterContrast = 0

    /// A rule that acts on some more words.
    private struct Reach {
        var rule = 0
        var left = 0
    }

    /// A hit that rules may still change.
    private struct Found {
        let tokens: Range<Int>
        let entry: Int
        var factor = 1.0
        var rules = RuleTrail()
    }

    init(_ tables: ToneTables, _ view: SentenceView) { (self.tables, self.view) = (tables, view) }

    mutating func read() {
        // Held here, so that looking a word up does not copy the reader.
        let (tokens, vocabulary) = (view.document.tokens, tables.vocabulary)
        let (hasWildcards, limit) = (!vocabulary.wildcards.isEmpty, view.part.upperBound)
        var index = view.part.lowerBound
        while index < limit {
            let isWord = tokens[index].kind == .word || tokens[index].kind == .number
            if isWord { words &+= 1 }
            let match =
                hasWildcards
                ? longestRunWithWildcards(from: index, tokens)
                : vocabulary.longestRun(from: index, of: tokens, limit: limit)
            guard let (facts, end) = match else {
                if isWord { age(by: 1) }
                index &+= 1
                continue
            }
            words &+= end &- index &- 1
            if facts.entry >= 0 { add(index..<end, entry: Int(facts.entry)) }
            if isWord { age(by: end &- index) }
            if facts.rules != 0 { start(facts.rules) }
            index = end
        }
        if !found.isEmpty { actOnSentence() }
    }

    /// What `Vocabulary.longestRun` gives, where words may match wildcards: every way to go on is followed. A word itself goes before a wildcard,
    /// and a long wildcard before a short one.
    private func longestRunWithWildcards(from index: Int, _ tokens: [Token]) -> (facts: Vocabulary.Facts, end: Int)? {
        var (best, end) = (Vocabulary.Facts(), index)
        var ways: [(hash: RunHash, longest: Int)] = []
        func note(_ facts: Vocabulary.Facts, upTo next: Int) {
            guard facts.isMeaningful else { return }
            if next > end { (best, end) = (Vocabulary.Facts(), next) }
            if best.entry < 0 { best.entry = facts.entry }
            best.rules |= facts.rules
        }
        for key in keys(of: index) {
            guard let facts = tables.vocabulary[key.bits] else { continue }
            note(facts, upTo: index + 1)
            if facts.longest > 1 { ways.append((RunHash(key), Int(facts.longest))) }
        }
        var next = index + 1
        while next < view.part.upperBound, !ways.isEmpty {
            let (known, length) = (keys(of: next), next - index + 1)
            ways = ways.filter { $0.longest >= length }.flatMap { way in
                known.map { key in
                    var hash = way.hash
                    hash.append(key)
                    return (hash, way.longest)
                }
            }
            for way in ways { if let facts = tables.vocabulary[way.hash.key] { note(facts, upTo: next + 1) } }
            next += 1
        }
        return end > index ? (best, end) : nil
    }

    /// The keys by which a token may stand in the tables.
    private func keys(of token: Int) -> [WordKey] {
        [view.document.tokens[token].key]
            + tables.vocabulary.wildcards.matches(view.document.utf8[view.document.tokens[token].bytes])
    }

    private mutating func age(by words: Int) {
        negation.left &-= words
        intensity.left &-= words
    }
}

// MARK: - Rules

extension SentenceReader {
    private mutating func add(_ tokens: Range<Int>, entry: Int) {
        guard tables.values[entry] != 0, !view.isMasked(tokens) else { return }
        var hit = Found(tokens: tokens, entry: entry)
        if intensity.left > 0 { apply(intensity.rule, to: &hit) }
        if negation.left > 0 { apply(negation.rule, to: &hit) }
        if let clause { apply(clause, to: &hit) }
        if let capitals = tables.rules.capitals, view.isShouted(tokens.lowerBound) { apply(capitals, to: &hit) }
        if let contrast { apply(contrast, to: &hit) }
        found.append(hit)
    }

    private func apply(_ rule: Int, to hit: inout Found) {
        hit.factor *= tables.rules.rules[rule].factor
        hit.rules.append(rule)
    }

    /// Begins what the rules of a word say: they act on what follows it, `before` on what it follows.
    private mutating func start(_ bits: UInt32) {
        var bits = bits
        while bits != 0 {
            let index = bits.trailingZeroBitCount
            bits &= bits &- 1
            let rule = tables.rules.rules[index]
            switch rule.kind {
            case .negation: negation = Reach(rule: index, left: rule.reach)
            case .intensity: intensity = Reach(rule: index, left: rule.reach)
            case .clause: clause = index
            case .before: weaken(index)
            case .after: (contrast, clause) = (index, nil)
            case .boundary: (negation.left, intensity.left) = (0, 0)
            case .mark: (negation.left, intensity.left, clause) = (0, 0, nil)
            case .exempt, .split, .capitals, .exclamation, .question, .squash: break
            }
        }
    }

    /// Applies a rule to the hits since the last contrast, so that each is weakened once however many follow.
    private mutating func weaken(_ rule: Int) {
        for hit in afterContrast..<found.count { apply(rule, to: &found[hit]) }
        afterContrast = found.count
    }

    private mutating func actOnSentence() {
        let marks = view.marks
        for hit in found.indices {
            if let question = tables.rules.question, marks.questions > 0 { apply(question, to: &found[hit]) }
            guard let exclamation = tables.rules.exclamation else { continue }
            let times = min(marks.exclamations, tables.rules.rules[exclamation].reach)
            for _ in 0..<times { apply(exclamation, to: &found[hit]) }
        }
    }

    private func value(of hit: Found) -> Int {
        Int((Double(tables.values[hit.entry]) * hit.factor).rounded())
    }

    /// Sum of the values of the hits.
    var total: Int { found.reduce(0) { $0 + value(of: $1) } }

    func add(to error: inout ToneError) {
        for hit in found { error.add(tables.lexicon.entries[hit.entry], index: hit.entry, factor: hit.factor) }
    }

    /// The hits, each a whole number of millionths.
    var hits: [Valence.Hit] {
        found.map { hit in
            let entry = tables.lexicon.entries[hit.entry]
            return Valence.Hit(
                tokens: hit.tokens, entry: entry.words, value: value(of: hit),
                rules: hit.rules.rules.map { tables.rules.rules[$0].name })
        }
    }
}
