import Discourse

extension StanceFeatures {
    /// The readable name of a feature where it occurs.
    ///
    ///     content: reject_talks      a pair of words        rule: not-reject-talks    a row of rules.tsv
    ///     pattern: reject > end > war                       judged: truce < bad       said after the target
    func name(of occurrence: FeatureRow.Occurrence, in document: Document) -> String {
        let detail = occurrence.detail
        switch occurrence.family {
        case .content, .cue, .source, .context, .before:
            let first = word(occurrence.tokens[0], kind: detail & 3, in: document)
            guard occurrence.tokens[1] >= 0 else { return "\(occurrence.family): \(first)" }
            return "\(occurrence.family): \(first)_" + word(occurrence.tokens[1], kind: detail >> 2 & 3, in: document)
        case .negated: return "negated: " + word(occurrence.tokens[0], kind: 0, in: document)
        case .rule:
            return "rule: " + lexicon.rules[Int(detail >> 1)].name + (detail & 1 == 1 ? " turned round" : "")
        case .pattern: return "pattern: " + pattern(detail)
        case .governed:
            return "governed: " + className(detail & 63, negated: detail & 64 != 0) + " > "
                + word(occurrence.tokens[0], kind: 0, in: document)
        case .judged:
            let (target, judge) = (className(detail & 63), className(detail >> 6 & 63, negated: detail >> 12 & 1 == 1))
            return detail >> 13 & 1 == 1 ? "judged: \(target) < \(judge)" : "judged: \(judge) > \(target)"
        case .skeleton:
            let shifts: [UInt32] = detail >> 24 == 1 ? [16, 8, 0] : [8, 0]
            let bones = shifts.map { className(detail >> $0 & 63, negated: detail >> $0 & 64 != 0) }
            return "skeleton: " + bones.joined(separator: "_")
        }
    }

    private func pattern(_ detail: UInt32) -> String {
        var parts: [String] = []
        let (upper, governor) = (detail >> 13 & 63, detail >> 6 & 63)
        let (isNegated, isUpperNegated) = (detail >> 12 & 1 == 1, detail >> 19 & 1 == 1)
        if upper != 63 { parts.append(className(upper, negated: isUpperNegated)) }
        if governor != 63 { parts.append(className(governor, negated: isNegated)) }
        if governor == 63, isNegated { parts.append("not") }
        return (parts + [className(detail & 63)]).joined(separator: " > ")
    }

    private func className(_ index: UInt32, negated: Bool = false) -> String {
        (negated ? "not " : "") + lexicon.classes[Int(index)].name
    }

    private func word(_ token: Int32, kind: UInt32, in document: Document) -> String {
        switch kind {
        case UInt32(ReadWord.Kind.name.rawValue): return "⟨name⟩"
        case UInt32(ReadWord.Kind.number.rawValue): return "⟨number⟩"
        default:
            let text = document.text(of: Int(token)).lowercased()
            return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "’" ? "'" : $0 }))
        }
    }
}
