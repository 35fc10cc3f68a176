import Discourse
import LinearModels

/// The one feature function of the stance classifier, for training and for prediction.
///
/// It reads token keys and bytes and makes no strings. A statement is read as the words of its cue and
/// content together, since whether *rejected* stands in the one or the other is the tagger's affair.
struct StanceFeatures: Sendable {
    let lexicon: StanceLexicon
    let settings: Settings
    let denseNames: [String]
    private let reader: WordReader
    private let columns: Columns

    /// Weights of the views, and which of them there are.
    struct Settings: Sendable, Equatable {
        var masksNames = true
        var content = 1.0
        var trigrams = 0.0
        var stems = 0.0
        var pieces = 0.0
        var negated = 0.7
        var cue = 0.7
        var context = 0.4
        var before = 0.3
        var patterns = 0.7
        var source = 0.7
        var skeleton = 0.0
        var skip = 0.0
        var dense = 1.0
        /// Values are divided by the number of words to this power.
        var lengthPower = 0.5
    }

    /// Where each block of dense columns starts.
    private struct Columns: Sendable {
        let inStatement, inCue, inContext, inBefore, inSource, polarity, whole: Int
    }

    init(lexicon: StanceLexicon, settings: Settings = Settings()) {
        (self.lexicon, self.settings) = (lexicon, settings)
        reader = WordReader(lexicon: lexicon, masksNames: settings.masksNames)
        let classes = lexicon.classes.map(\.name)
        let n = classes.count
        columns = Columns(
            inStatement: 0, inCue: n, inContext: 2 * n, inBefore: 3 * n, inSource: 4 * n, polarity: 5 * n, whole: 5 * n + 2)
        denseNames =
            ["statement", "cue", "context", "before", "source"].flatMap { place in classes.map { "\(place) has \($0)" } }
            + ["composed polarity for talks", "composed polarity against talks"]
            + ["all quoted", "part quoted", "long", "asks", "no cue", "no source"]
    }

    /// Scratch that one thread uses again and again.
    struct Scratch {
        var words: [ReadWord] = []
        var cue: [ReadWord] = []
        var context: [ReadWord] = []
        var before: [ReadWord] = []
        var source: [ReadWord] = []
    }

    /// Writes the features of a statement into `row`.
    func callAsFunction(_ statement: Statement, scratch: inout Scratch, row: inout FeatureRow) {
        row.removeAll()
        read(statement, into: &scratch)
        addGrams(scratch.words, .content, weight: settings.content, to: &row)
        addNegated(scratch.words, to: &row)
        addGrams(scratch.cue, .cue, weight: settings.cue, to: &row)
        addGrams(scratch.context, .context, weight: settings.context, to: &row)
        addGrams(scratch.before, .before, weight: settings.before, to: &row)
        addGrams(scratch.source, .source, weight: settings.source, to: &row)
        if settings.skeleton > 0 { addSkeleton(scratch.words, to: &row) }
        if settings.skip > 0 { addSkips(scratch.words, to: &row) }
        if settings.stems > 0 { addStems(scratch.words, to: &row) }
        if settings.pieces > 0 { addPieces(scratch.words, statement.document, to: &row) }
        addCompositions(scratch.words, to: &row)
        addClassCounts(scratch.words, at: columns.inStatement, 1, to: &row)
        addClassCounts(scratch.cue, at: columns.inCue, 1, to: &row)
        addClassCounts(scratch.context, at: columns.inContext, 0.5, to: &row)
        addClassCounts(scratch.before, at: columns.inBefore, 0.5, to: &row)
        addClassCounts(scratch.source, at: columns.inSource, 1, to: &row)
        addWhole(statement, words: scratch.words, to: &row)
    }
}

// MARK: - Reading

extension StanceFeatures {
    private func read(_ statement: Statement, into scratch: inout Scratch) {
        let document = statement.document
        let content = statement.content.map(\.tokens).filter { !$0.isEmpty }
        let cue = statement.cue.map { [$0.tokens] } ?? []
        let source = statement.source.map { [$0.tokens] } ?? []
        let spoken = StanceFeatures.union(content + cue)
        scratch.words.removeAll(keepingCapacity: true)
        scratch.cue.removeAll(keepingCapacity: true)
        scratch.source.removeAll(keepingCapacity: true)
        scratch.context.removeAll(keepingCapacity: true)
        scratch.before.removeAll(keepingCapacity: true)
        reader.read(spoken, of: document, into: &scratch.words)
        reader.read(cue, of: document, into: &scratch.cue)
        reader.read(source, of: document, into: &scratch.source)
        guard let first = spoken.first, let last = spoken.last else { return }
        let sentences =
            document.sentences[document.sentence(of: first.lowerBound)].lowerBound..<document
            .sentences[document.sentence(of: last.upperBound - 1)].upperBound
        let around = StanceFeatures.gaps(in: sentences, between: StanceFeatures.union(spoken + source))
        reader.read(around, of: document, into: &scratch.context)
        let sentence = document.sentence(of: first.lowerBound)
        if sentence > 0 { reader.read([document.sentences[sentence - 1]], of: document, into: &scratch.before) }
    }

    /// Runs in order; those that touch or overlap are joined.
    static func union(_ runs: [Range<Int>]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for run in runs.sorted(by: { $0.lowerBound < $1.lowerBound }) where !run.isEmpty {
            if let last = joined.last, run.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, run.upperBound)
            } else {
                joined.append(run)
            }
        }
        return joined
    }

    /// What of `whole` the sorted runs leave over.
    static func gaps(in whole: Range<Int>, between runs: [Range<Int>]) -> [Range<Int>] {
        var (gaps, start) = ([Range<Int>](), whole.lowerBound)
        for run in runs {
            if run.lowerBound > start { gaps.append(start..<min(run.lowerBound, whole.upperBound)) }
            start = max(start, run.upperBound)
        }
        if start < whole.upperBound { gaps.append(start..<whole.upperBound) }
        return gaps
    }
}

// MARK: - Words

extension StanceFeatures {
    private func value(_ weight: Double, count: Int) -> Int32 {
        Int32((weight * 1_000 / LengthTable.power(count, settings.lengthPower)).rounded())
    }

    private func key(_ family: FeatureRow.Family, _ parts: UInt64...) -> UInt64 {
        var hash = Hasher64(seed: UInt64(family.rawValue) &* 0x9e37_79b9_7f4a_7c15)
        for part in parts { hash.combine(part) }
        return hash.finish()
    }

    private func addGrams(
        _ words: [ReadWord], _ family: FeatureRow.Family, weight: Double, to row: inout FeatureRow
    ) {
        guard weight > 0, !words.isEmpty else { return }
        let value = value(weight, count: words.count)
        for index in words.indices where words[index].isWord {
            let a = words[index]
            row.occurrences.append(
                .init(key: key(family, a.key), value: value, family: family, detail: UInt32(a.kind.rawValue), tokens: (a.token, -1, -1)))
            guard index + 1 < words.count, words[index + 1].isWord else { continue }
            let b = words[index + 1]
            row.occurrences.append(
                .init(
                    key: key(family, a.key, b.key), value: value, family: family,
                    detail: UInt32(a.kind.rawValue) | UInt32(b.kind.rawValue) << 2, tokens: (a.token, b.token, -1)))
            guard settings.trigrams > 0, family == .content, index + 2 < words.count, words[index + 2].isWord else { continue }
            let c = words[index + 2]
            row.occurrences.append(
                .init(
                    key: key(family, a.key, b.key, c.key), value: Int32(Double(value) * settings.trigrams), family: family,
                    detail: UInt32(a.kind.rawValue) | UInt32(b.kind.rawValue) << 2 | UInt32(c.kind.rawValue) << 4,
                    tokens: (a.token, b.token, c.token)))
        }
    }

    private func addNegated(_ words: [ReadWord], to row: inout FeatureRow) {
        guard settings.negated > 0 else { return }
        let value = value(settings.negated, count: words.count)
        for word in words where word.kind == .word && word.negator >= 0 {
            row.occurrences.append(
                .init(
                    key: key(.negated, word.key), value: value, family: .negated, detail: 0,
                    tokens: (word.token, words[Int(word.negator)].token, -1)))
        }
    }

    private func addStems(_ words: [ReadWord], to row: inout FeatureRow) {
        let value = value(settings.stems, count: words.count)
        for index in words.indices where words[index].isWord {
            let a = words[index]
            row.occurrences.append(
                .init(key: key(.stem, a.stem), value: value, family: .stem, detail: UInt32(a.kind.rawValue), tokens: (a.token, -1, -1)))
            guard index + 1 < words.count, words[index + 1].isWord else { continue }
            let b = words[index + 1]
            row.occurrences.append(
                .init(
                    key: key(.stem, a.stem, b.stem), value: value, family: .stem,
                    detail: UInt32(a.kind.rawValue) | UInt32(b.kind.rawValue) << 2, tokens: (a.token, b.token, -1)))
        }
    }

    private func addSkeleton(_ words: [ReadWord], to row: inout FeatureRow) {
        let value = Int32(settings.skeleton * 500)
        var (a, b) = (-1, -1)
        var (ca, cb) = (UInt64(0), UInt64(0))
        for index in words.indices {
            let word = words[index]
            if word.kind == .boundary { (a, b) = (-1, -1); continue }
            guard !word.classes.isEmpty, !word.classes.intersects(lexicon.negators) else { continue }
            let c = UInt64(word.classes.bits.trailingZeroBitCount) | (word.negator >= 0 ? 64 : 0)
            if b >= 0 {
                row.occurrences.append(.init(key: key(.skeleton, cb, c), value: value, family: .skeleton, detail: UInt32(c) | UInt32(cb) << 8, tokens: (words[b].token, word.token, -1)))
                if a >= 0 {
                    row.occurrences.append(.init(key: key(.skeleton, ca, cb, c), value: value, family: .skeleton, detail: UInt32(c) | UInt32(cb) << 8 | UInt32(ca) << 16 | 1 << 24, tokens: (words[a].token, words[b].token, word.token)))
                }
            }
            (a, ca, b, cb) = (b, cb, index, c)
        }
    }

    private func addSkips(_ words: [ReadWord], to row: inout FeatureRow) {
        let value = value(settings.skip, count: words.count)
        for index in words.indices where words[index].isWord {
            for gap in 2...3 where index + gap < words.count && words[index + gap].isWord && words[index + 1].isWord {
                let (a, b) = (words[index], words[index + gap])
                row.occurrences.append(
                    .init(key: key(.skip, a.key, b.key), value: value, family: .skip,
                        detail: UInt32(a.kind.rawValue) | UInt32(b.kind.rawValue) << 2, tokens: (a.token, b.token, -1)))
            }
        }
    }

    private func addPieces(_ words: [ReadWord], _ document: Document, to row: inout FeatureRow) {
        let value = value(settings.pieces, count: words.count)
        for word in words where word.kind == .word {
            let bytes = document.tokens[Int(word.token)].bytes
            for width in 4...5 where bytes.count > width {
                for start in bytes.lowerBound...(bytes.upperBound - width) {
                    let edge: UInt64 = start == bytes.lowerBound ? 1 : start + width == bytes.upperBound ? 2 : 0
                    var hash = Hasher64()
                    for offset in start..<start + width { hash.combine(document.utf8[offset] | 0x20) }
                    let piece = hash.finish()
                    row.occurrences.append(
                        .init(key: key(.piece, piece, edge), value: value, family: .piece, detail: UInt32(edge) | UInt32(start - bytes.lowerBound) << 2 | UInt32(width) << 16, tokens: (word.token, -1, -1)))
                }
            }
        }
    }

    private func addClassCounts(_ words: [ReadWord], at base: Int, _ weight: Double, to row: inout FeatureRow) {
        guard settings.dense > 0 else { return }
        for word in words where !word.classes.isEmpty {
            word.classes.forEach { row.addDense(base + $0, Int(weight * 1_000), token: word.token) }
        }
    }

    private func addWhole(_ statement: Statement, words: [ReadWord], to row: inout FeatureRow) {
        let document = statement.document
        var (quoted, all) = (0, 0)
        for passage in statement.content {
            var inside = false
            for index in passage.tokens {
                if document.tokens[index].kind == .quote { inside.toggle() } else { all += 1; if inside { quoted += 1 } }
            }
        }
        let base = columns.whole
        if quoted > 0 { row.addDense(quoted * 10 >= all * 8 ? base : base + 1, 1_000, token: -1) }
        row.addDense(base + 2, Int((LengthTable.power(words.count, 0.5) * 200).rounded()), token: -1)
        for word in words where word.kind == .boundary && document.utf8[Int(document.tokens[Int(word.token)].start)] == UInt8(ascii: "?") {
            row.addDense(base + 3, 1_000, token: word.token)
        }
        if statement.cue == nil { row.addDense(base + 4, 1_000, token: -1) }
        if statement.source == nil { row.addDense(base + 5, 1_000, token: -1) }
    }
}

// MARK: - Composition

extension StanceFeatures {
    /// An operator that governs a target, and what governs the operator.
    private struct Governor {
        /// Index among the words.
        let word: Int
        let negator: Int32
    }

    /// How far back an operator is looked for, in words.
    private static let span = 9

    private func addCompositions(_ words: [ReadWord], to row: inout FeatureRow) {
        guard settings.patterns > 0 else { return }
        for index in words.indices where words[index].classes.intersects(lexicon.targets) {
            addGoverned(target: index, words, to: &row)
            addJudged(target: index, words, to: &row)
        }
    }

    private func governor(of index: Int, in words: [ReadWord]) -> Governor? {
        var position = index - 1
        while position >= 0, index - position <= StanceFeatures.span {
            let word = words[position]
            if word.kind == .boundary || word.classes.intersects(lexicon.boundaries) { return nil }
            if word.classes.intersects(lexicon.operators) { return Governor(word: position, negator: word.negator) }
            position -= 1
        }
        return nil
    }

    private func addGoverned(target: Int, _ words: [ReadWord], to row: inout FeatureRow) {
        let first = governor(of: target, in: words)
        let second = first.flatMap { governor(of: $0.word, in: words) }
        // A negator between operator and target counts as the operator's: agreed to no truce.
        let own = words[target].negator
        let negator = first.map { $0.negator >= 0 ? $0.negator : own > Int32($0.word) ? own : -1 } ?? own
        let secondNegator = second?.negator ?? -1
        let flips = second.map { words[$0.word].classes.intersects(lexicon.reversers) } ?? false
        let tokens = (
            words[target].token, first.map { words[$0.word].token } ?? -1, negator >= 0 ? words[Int(negator)].token : -1
        )
        let operators = first.map { words[$0.word].classes.intersection(lexicon.operators) } ?? ClassSet()
        words[target].classes.intersection(lexicon.targets).forEach { target in
            guard first != nil else {
                addRule(nil, negator >= 0, target, flips: false, tokens, to: &row)
                addPattern(nil, false, nil, negator >= 0, target, tokens, to: &row)
                return
            }
            operators.forEach { governor in
                // "did not reject": one negation, whether it belongs to the operator above or to this one.
                let shared = secondNegator >= 0 && secondNegator == negator
                addRule(governor, negator >= 0 && !shared, target, flips: flips != (secondNegator >= 0), tokens, to: &row)
                var upper = ClassSet()
                if let second { upper = words[second.word].classes.intersection(lexicon.operators) }
                addPattern(upper.isEmpty ? nil : upper.bits.trailingZeroBitCount, secondNegator >= 0, governor, negator >= 0 && !shared, target, tokens, to: &row)
            }
        }
        if let first {
            operators.forEach { governor in
                let detail = UInt32(governor) | (negator >= 0 ? 64 : 0)
                row.occurrences.append(
                    .init(
                        key: key(.governed, UInt64(detail), words[target].key), value: Int32(settings.patterns * 500), family: .governed, detail: detail,
                        tokens: (words[target].token, words[first.word].token, -1)))
            }
        }
    }

    private func addRule(
        _ governor: Int?, _ negated: Bool, _ target: Int, flips: Bool, _ tokens: (Int32, Int32, Int32),
        to row: inout FeatureRow
    ) {
        guard let rule = lexicon.rule(operator: governor, negated: negated, target: target) else { return }
        let detail = UInt32(rule) << 1 | (flips ? 1 : 0)
        row.occurrences.append(
            .init(key: key(.rule, UInt64(detail)), value: Int32(settings.patterns * 500), family: .rule, detail: detail, tokens: tokens))
        let polarity = flips ? -lexicon.rules[rule].polarity : lexicon.rules[rule].polarity
        if polarity != 0 {
            row.addDense(columns.polarity + (polarity > 0 ? 0 : 1), abs(polarity), token: tokens.1 >= 0 ? tokens.1 : tokens.0)
        }
    }

    private func addPattern(
        _ upper: Int?, _ upperNegated: Bool, _ governor: Int?, _ negated: Bool, _ target: Int,
        _ tokens: (Int32, Int32, Int32), to row: inout FeatureRow
    ) {
        let detail =
            UInt32(target) | UInt32(governor ?? 63) << 6 | (negated ? 1 << 12 : 0) | UInt32(upper ?? 63) << 13
            | (upperNegated ? 1 << 19 : 0)
        row.occurrences.append(
            .init(
                key: key(.pattern, UInt64(detail)), value: Int32(settings.patterns * 500), family: .pattern, detail: detail, tokens: tokens))
    }

    /// What is said of a target before or after it in the same clause: useless talks, the truce is a trap.
    private func addJudged(target: Int, _ words: [ReadWord], to row: inout FeatureRow) {
        for step in [-1, 1] {
            var position = target + step
            while words.indices.contains(position), abs(position - target) <= StanceFeatures.span {
                let word = words[position]
                if word.kind == .boundary || word.classes.intersects(lexicon.boundaries) { break }
                if word.classes.intersects(lexicon.judgements) || (step > 0 && word.classes.intersects(lexicon.operators)) {
                    let negated = word.negator >= 0
                    let classes = word.classes.bits.trailingZeroBitCount
                    words[target].classes.intersection(lexicon.targets).forEach { target in
                        let detail = UInt32(target) | UInt32(classes) << 6 | (negated ? 1 << 12 : 0) | (step > 0 ? 1 << 13 : 0)
                        row.occurrences.append(
                            .init(
                                key: key(.judged, UInt64(detail)), value: Int32(settings.patterns * 500), family: .judged, detail: detail,
                                tokens: (word.token, words[Int(position) - 0].negator >= 0 ? words[Int(word.negator)].token : -1, -1)))
                    }
                    break
                }
                position += step
            }
        }
    }
}
