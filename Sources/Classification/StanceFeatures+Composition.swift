/// What is done to a target: *rejected the truce*, *did not rule out talks*, *refused to halt the offensive*.
///
/// For each target the nearest operator before it in the clause is its governor, and the nearest before
/// that the governor's own. Rules give the pair a polarity; the upper governor turns it when it rejects
/// or ends things, and so does a negator over it.
extension StanceFeatures {
    /// How far back an operator is looked for, in words.
    private static let span = 9
    /// The value of each composed feature, in thousandths.
    private static let value: Int32 = 350

    func addCompositions(_ words: [ReadWord], to row: inout FeatureRow) {
        for index in words.indices where words[index].classes.intersects(lexicon.targets) {
            let landing = Landing(on: index, in: words, lexicon: lexicon)
            words[index].classes.intersection(lexicon.targets).forEach { target in
                addRules(landing, target: target, to: &row)
            }
            addGoverned(landing, to: &row)
            addJudged(index, words, to: &row)
        }
    }

    /// An operator with its complement, found in the words before a target.
    private struct Landing {
        let target: ReadWord
        let governor, upper: ReadWord?
        /// Classes of the governor and of what governs it; empty for none.
        let operators, uppers: ClassSet
        let isNegated, isUpperNegated: Bool
        let tokens: SIMD4<Int32>

        init(on index: Int, in words: [ReadWord], lexicon: StanceLexicon) {
            let first = Landing.governor(of: index, in: words, lexicon)
            let second = first.flatMap { Landing.governor(of: $0, in: words, lexicon) }
            target = words[index]
            (governor, upper) = (first.map { words[$0] }, second.map { words[$0] })
            // A negator between the two counts as the governor's: agreed to no truce.
            var negator = target.negator
            if let first, let governor {
                negator = governor.isNegated ? governor.negator : target.negator > Int32(first) ? target.negator : -1
            }
            // "Did not refuse to reject": one negator belongs to one operator, the upper one.
            let upperNegator = upper?.negator ?? -1
            isUpperNegated = upperNegator >= 0
            isNegated = negator >= 0 && negator != upperNegator
            operators = governor?.classes.intersection(lexicon.operators) ?? ClassSet()
            uppers = upper?.classes.intersection(lexicon.operators) ?? ClassSet()
            tokens = SIMD4(
                tokens: target.token, governor?.token ?? -1, negator >= 0 ? words[Int(negator)].token : -1)
        }

        private static func governor(of index: Int, in words: [ReadWord], _ lexicon: StanceLexicon) -> Int? {
            for position in stride(from: index - 1, through: max(index - StanceFeatures.span, 0), by: -1) {
                let word = words[position]
                if word.kind == .boundary || word.classes.intersects(lexicon.boundaries) { return nil }
                if word.classes.intersects(lexicon.operators) { return position }
            }
            return nil
        }
    }

    private func addRules(_ landing: Landing, target: Int, to row: inout FeatureRow) {
        let turned = landing.uppers.intersects(lexicon.reversers) != landing.isUpperNegated
        if landing.operators.isEmpty {
            addRule(nil, landing, target: target, turned: false, to: &row)
            addPattern(nil, landing, target: target, to: &row)
        }
        landing.operators.forEach { governor in
            addRule(governor, landing, target: target, turned: turned, to: &row)
            addPattern(governor, landing, target: target, to: &row)
        }
    }

    private func addRule(
        _ governor: Int?, _ landing: Landing, target: Int, turned: Bool, to row: inout FeatureRow
    ) {
        guard let rule = lexicon.rule(operator: governor, negated: landing.isNegated, target: target) else { return }
        add(.rule, UInt32(rule) << 1 | (turned ? 1 : 0), landing.tokens, to: &row)
        let polarity = turned ? -lexicon.rules[rule].polarity : lexicon.rules[rule].polarity
        row.addDense(
            columns.polarity + (polarity < 0 ? 1 : 0), thousandths: abs(polarity),
            token: landing.governor?.token ?? landing.target.token)
    }

    private func addPattern(_ governor: Int?, _ landing: Landing, target: Int, to row: inout FeatureRow) {
        let upper = landing.uppers.isEmpty ? 63 : UInt32(landing.uppers.first)
        let detail =
            UInt32(target) | UInt32(governor ?? 63) << 6 | (landing.isNegated ? 1 << 12 : 0) | upper << 13
            | (landing.isUpperNegated ? 1 << 19 : 0)
        add(.pattern, detail, landing.tokens, to: &row)
    }

    private func addGoverned(_ landing: Landing, to row: inout FeatureRow) {
        guard let governor = landing.governor else { return }
        landing.operators.forEach { index in
            let detail = UInt32(index) | (landing.isNegated ? 64 : 0)
            row.occurrences.append(
                FeatureRow.Occurrence(
                    key: StanceFeatures.key(.governed, UInt64(detail), landing.target.key),
                    value: StanceFeatures.value, family: .governed, detail: detail,
                    tokens: SIMD4(tokens: landing.target.token, governor.token)))
        }
    }

    /// Adds what is said of a target: *useless talks*, *the truce is a trap*, *the war must end*.
    private func addJudged(_ target: Int, _ words: [ReadWord], to row: inout FeatureRow) {
        for step in [-1, 1] {
            guard let position = judge(of: target, step: step, in: words) else { continue }
            let word = words[position]
            words[target].classes.intersection(lexicon.targets).forEach { target in
                let detail =
                    UInt32(target) | UInt32(word.classes.first) << 6 | (word.isNegated ? 1 << 12 : 0)
                    | (step > 0 ? 1 << 13 : 0)
                add(
                    .judged, detail,
                    SIMD4(tokens: word.token, word.isNegated ? words[Int(word.negator)].token : -1), to: &row)
            }
        }
    }

    private func judge(of target: Int, step: Int, in words: [ReadWord]) -> Int? {
        var position = target + step
        while words.indices.contains(position), abs(position - target) <= StanceFeatures.span {
            let word = words[position]
            if word.kind == .boundary || word.classes.intersects(lexicon.boundaries) { return nil }
            if word.classes.intersects(lexicon.judgements) { return position }
            if step > 0, word.classes.intersects(lexicon.operators) { return position }
            position += step
        }
        return nil
    }

    private func add(
        _ family: FeatureRow.Family, _ detail: UInt32, _ tokens: SIMD4<Int32>, to row: inout FeatureRow
    ) {
        row.occurrences.append(
            FeatureRow.Occurrence(
                key: StanceFeatures.key(family, UInt64(detail)), value: StanceFeatures.value, family: family,
                detail: detail, tokens: tokens))
    }
}
