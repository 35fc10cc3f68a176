import Discourse

/// Which words are names, by how the training texts write them.
///
/// The mask of `WordReader` cannot tell a name at the start of a sentence from any other word there. Words
/// that the texts mostly write with a capital elsewhere get no feature, so that no model knows them.
struct NameCensus {
    private let names: Set<UInt64>

    init(_ examples: [LabelledStatement], lexicon: StanceLexicon) {
        var counts: [UInt64: (capital: Int, lower: Int)] = [:]
        var last: Document?
        for example in examples where example.statement.document !== last {
            let document = example.statement.document
            last = document
            for sentence in document.sentences {
                // The first word says nothing, and neither does one after a mark that may open a quotation.
                for index in sentence.dropFirst() where document.tokens[index - 1].kind == .word {
                    let token = document.tokens[index]
                    guard token.kind == .word else { continue }
                    counts[token.key.bits, default: (0, 0)].lower += token.shape == .lower ? 1 : 0
                    counts[token.key.bits, default: (0, 0)].capital += token.shape == .lower ? 0 : 1
                }
            }
        }
        let known = counts.filter { key, count in
            count.capital > 2 * count.lower && lexicon.match { $0 == 0 ? key : nil } == nil
        }
        names = Set(known.keys)
    }

    /// Whether a feature is made of a name that was taken for another word.
    func isNamed(_ occurrence: FeatureRow.Occurrence, in document: Document) -> Bool {
        switch occurrence.family {
        case .content, .cue, .source, .context, .before:
            return isName(occurrence.tokens[0], kind: occurrence.detail & 3, in: document)
                || isName(occurrence.tokens[1], kind: occurrence.detail >> 2 & 3, in: document)
        case .negated: return isName(occurrence.tokens[0], kind: 0, in: document)
        case .rule, .pattern, .governed, .judged, .skeleton: return false
        }
    }

    private func isName(_ token: Int32, kind: UInt32, in document: Document) -> Bool {
        token >= 0 && kind == UInt32(ReadWord.Kind.word.rawValue)
            && names.contains(document.tokens[Int(token)].key.bits)
    }
}
