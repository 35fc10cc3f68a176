import Discourse

extension StanceFeatures {
    /// Adds the words of a view, single and in pairs. Their value falls with the square root of their
    /// number, so that a long text does not outweigh a short one.
    func addWords(_ words: [ReadWord], _ family: FeatureRow.Family, weight: Double, to row: inout FeatureRow) {
        guard !words.isEmpty else { return }
        let value = StanceFeatures.value(weight, among: words.count)
        for index in words.indices where words[index].kind != .boundary {
            let word = words[index]
            row.occurrences.append(
                FeatureRow.Occurrence(
                    key: StanceFeatures.key(family, word.key), value: value, family: family,
                    detail: UInt32(word.kind.rawValue), tokens: SIMD4(tokens: word.token)))
            guard index + 1 < words.count, words[index + 1].kind != .boundary else { continue }
            let next = words[index + 1]
            row.occurrences.append(
                FeatureRow.Occurrence(
                    key: StanceFeatures.key(family, word.key, next.key), value: value, family: family,
                    detail: UInt32(word.kind.rawValue) | UInt32(next.kind.rawValue) << 2,
                    tokens: SIMD4(tokens: word.token, next.token)))
        }
    }

    /// Adds the words that a negator reaches; half of each is the negator's.
    func addNegated(_ words: [ReadWord], to row: inout FeatureRow) {
        let value = StanceFeatures.value(700, among: words.count)
        for word in words where word.kind == .word && word.isNegated {
            row.occurrences.append(
                FeatureRow.Occurrence(
                    key: StanceFeatures.key(.negated, word.key), value: value, family: .negated, detail: 0,
                    tokens: SIMD4(tokens: word.token, words[Int(word.negator)].token)))
        }
    }

    /// Adds classes in the order of their words, two and three at a time, within a clause: *must > end > war*.
    func addSkeleton(_ words: [ReadWord], to row: inout FeatureRow) {
        var (first, second): (Bone?, Bone?)
        for word in words {
            if word.kind == .boundary { (first, second) = (nil, nil) }
            guard !word.classes.isEmpty, !word.classes.intersects(lexicon.negators) else { continue }
            let third = Bone(word)
            if let second {
                row.occurrences.append(skeleton(nil, second, third))
                if let first { row.occurrences.append(skeleton(first, second, third)) }
            }
            (first, second) = (second, third)
        }
    }

    /// A word reduced to its class and whether it is negated.
    private struct Bone {
        let code: UInt32
        let token: Int32

        init(_ word: ReadWord) {
            code = UInt32(word.classes.first) | (word.isNegated ? 64 : 0)
            token = word.token
        }
    }

    private func skeleton(_ first: Bone?, _ second: Bone, _ third: Bone) -> FeatureRow.Occurrence {
        let detail = third.code | second.code << 8 | (first.map { $0.code << 16 | 1 << 24 } ?? 0)
        return FeatureRow.Occurrence(
            key: StanceFeatures.key(.skeleton, UInt64(detail)), value: 250, family: .skeleton, detail: detail,
            tokens: first.map { SIMD4(tokens: $0.token, second.token, third.token) }
                ?? SIMD4(tokens: second.token, third.token))
    }

    static func key(_ family: FeatureRow.Family, _ part: UInt64) -> UInt64 {
        var hash = Hasher64(seed: UInt64(family.rawValue) &* 0x9e37_79b9_7f4a_7c15)
        hash.combine(part)
        return hash.finish()
    }

    static func key(_ family: FeatureRow.Family, _ first: UInt64, _ second: UInt64) -> UInt64 {
        var hash = Hasher64(seed: UInt64(family.rawValue) &* 0x9e37_79b9_7f4a_7c15)
        hash.combine(first)
        hash.combine(second)
        return hash.finish()
    }

    private static func value(_ weight: Double, among count: Int) -> Int32 {
        Int32((weight / Double(max(count, 1)).squareRoot()).rounded())
    }
}
