import Discourse

/// Tells the form of an attribution, and draws its content as the form asks for.
///
/// In a *reported* statement the verb is the position, so the content is the whole predicate with its cue:
/// *has rejected the plan*. In all others the content leaves out the cue and a leading *that*.
struct FormRule {
    let document: Document
    let classes: CueClasses
    /// Whether each token stands in a quotation, its marks included.
    let isQuoted: [Bool]

    init(_ document: Document, _ classes: CueClasses) {
        (self.document, self.classes) = (document, classes)
        var isQuoted = [Bool](repeating: false, count: document.tokens.count)
        for quotation in document.quotations { for index in quotation.tokens { isQuoted[index] = true } }
        self.isQuoted = isQuoted
    }

    func callAsFunction(_ attribution: Attribution) -> (form: Statement.Form, content: [Range<Int>]) {
        let content = attribution.content.map(withoutThat).filter { !$0.isEmpty }
        guard !content.isEmpty else { return (.indirect, attribution.content) }
        let (quoted, plain) = quotedAndPlain(content)
        if plain == 0, quoted > 1, content.contains(where: { $0.count > 4 }) || !isPosition(attribution) {
            return (.direct, content)
        }
        guard let cue = attribution.cue, isReported(attribution, cue, hasQuotation: quoted > 0) else {
            return (quoted > 0 ? .mixed : .indirect, content)
        }
        return (.reported, predicate(cue, content))
    }

    private func isPosition(_ attribution: Attribution) -> Bool {
        attribution.cue.map { classes($0, in: document) == .position } ?? false
    }

    private func isReported(_ attribution: Attribution, _ cue: Range<Int>, hasQuotation: Bool) -> Bool {
        switch classes(cue, in: document) {
        case .utterance: false
        case .position, .thought: true
        case .either: !(hasQuotation || startsWithClause(attribution))
        case nil: !(hasQuotation || startsWithClause(attribution) || isAccordingTo(cue))
        }
    }

    /// Content before its cue, or after *that*, is a clause.
    private func startsWithClause(_ attribution: Attribution) -> Bool {
        guard let cue = attribution.cue, let first = attribution.content.first else { return false }
        return first.lowerBound < cue.lowerBound || document.tokens[first.lowerBound].key == FormRule.that
    }

    private func isAccordingTo(_ cue: Range<Int>) -> Bool {
        let token = document.tokens[cue.lowerBound]
        return token.key == FormRule.according || token.kind == .mark
    }

    private func withoutThat(_ range: Range<Int>) -> Range<Int> {
        let skips =
            range.count > 1 && document.tokens[range.lowerBound].key == FormRule.that
            && document.tokens[range.lowerBound + 1].kind != .terminal
        return skips ? range.lowerBound + 1..<range.upperBound : range
    }

    private func quotedAndPlain(_ content: [Range<Int>]) -> (quoted: Int, plain: Int) {
        var (quoted, plain) = (0, 0)
        for index in content.joined() {
            if isQuoted[index] { quoted += 1 } else if document.tokens[index].kind == .word { plain += 1 }
        }
        return (quoted, plain)
    }

    /// The cue with its auxiliaries and adverbs, through the end of the content that follows it closely.
    private func predicate(_ cue: Range<Int>, _ content: [Range<Int>]) -> [Range<Int>] {
        var start = cue.lowerBound
        while start > 0, FormRule.isAuxiliary(start - 1, in: document),
            document.sentence(of: start - 1) == document.sentence(of: start)
        { start -= 1 }
        var (end, rest) = (cue.upperBound, [Range<Int>]())
        for range in content {
            if range.lowerBound >= end, range.lowerBound - end <= 3 {
                end = range.upperBound
            } else {
                rest.append(range)
            }
        }
        return (rest.filter { $0.upperBound <= start || $0.lowerBound >= end } + [start..<end]).sorted {
            $0.lowerBound < $1.lowerBound
        }
    }

    /// Whether a token can stand between a subject and its verb: an auxiliary, a negator or an adverb.
    static func isAuxiliary(_ index: Int, in document: Document) -> Bool {
        let token = document.tokens[index]
        if FormRule.auxiliaries.contains(token.key) { return true }
        let bytes = document.utf8[token.bytes]
        return token.kind == .word && token.shape == .lower && bytes.count > 4
            && bytes.suffix(2).elementsEqual("ly".utf8)
    }

    private static let that = WordKey("that")
    private static let according = WordKey("according")
    private static let auxiliaries: Set<WordKey> = """
        has have had having is are was were be been being will would can could may might must shall should do does did \
        not n't never also again still already yet now once long first later since even just to
        """.split(separator: " ").reduce(into: []) { $0.insert(WordKey($1)) }
}
