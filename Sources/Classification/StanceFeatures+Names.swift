import Discourse

extension StanceFeatures {
    /// The readable name of a feature where it occurs, such as `content: reject_talks` or `rule: not-reject-talks`.
    func name(of occurrence: FeatureRow.Occurrence, in document: Document) -> String {
        switch occurrence.family {
        case .content, .cue, .context, .before, .stem, .source, .skip:
            let words = [occurrence.tokens.0, occurrence.tokens.1, occurrence.tokens.2].enumerated()
                .filter { $0.element >= 0 }
                .map { place, token in
                    word(Int(token), kind: occurrence.detail >> (2 * UInt32(place)) & 3, in: document)
                }
            return "\(occurrence.family): " + words.joined(separator: "_")
        case .negated: return "negated: " + word(Int(occurrence.tokens.0), kind: 0, in: document)
        case .piece: return "piece: " + word(Int(occurrence.tokens.0), kind: 0, in: document)
        case .rule:
            let rule = lexicon.rules[Int(occurrence.detail >> 1)].name
            return "rule: " + rule + (occurrence.detail & 1 == 1 ? " turned round" : "")
        case .pattern: return "pattern: " + pattern(occurrence.detail)
        case .governed:
            let governor = className(Int(occurrence.detail & 63))
            let negation = occurrence.detail & 64 != 0 ? "not " : ""
            return "governed: \(negation)\(governor) > " + word(Int(occurrence.tokens.0), kind: 0, in: document)
        case .judged:
            let negation = occurrence.detail >> 12 & 1 == 1 ? "not " : ""
            let judge = negation + className(Int(occurrence.detail >> 6 & 63))
            let target = className(Int(occurrence.detail & 63))
            return "judged: " + (occurrence.detail >> 13 & 1 == 1 ? "\(target) < \(judge)" : "\(judge) > \(target)")
        case .skeleton: return "skeleton: " + skeleton(occurrence.detail)
        case .shape, .shareOfCue: return "\(occurrence.family)"
        }
    }

    private func className(_ index: Int) -> String { index < lexicon.classes.count ? lexicon.classes[index].name : "" }

    private func skeleton(_ detail: UInt32) -> String {
        var parts: [String] = []
        for shift: UInt32 in [16, 8, 0] where shift < 16 || detail >> 24 == 1 {
            let part = detail >> shift
            parts.append((part & 64 != 0 ? "not " : "") + className(Int(part & 63)))
        }
        return parts.joined(separator: "_")
    }

    private func pattern(_ detail: UInt32) -> String {
        var parts: [String] = []
        let (upper, governor) = (Int(detail >> 13 & 63), Int(detail >> 6 & 63))
        if upper != 63 { parts.append((detail >> 19 & 1 == 1 ? "not " : "") + className(upper)) }
        if governor != 63 {
            parts.append((detail >> 12 & 1 == 1 ? "not " : "") + className(governor))
        } else if detail >> 12 & 1 == 1 {
            parts.append("not")
        }
        parts.append(className(Int(detail & 63)))
        return parts.joined(separator: " > ")
    }

    private func word(_ token: Int, kind: UInt32, in document: Document) -> String {
        switch kind {
        case UInt32(ReadWord.Kind.name.rawValue): "⟨name⟩"
        case UInt32(ReadWord.Kind.number.rawValue): "⟨number⟩"
        default: document.text(of: token).lowercased().replacing("’", with: "'")
        }
    }
}
