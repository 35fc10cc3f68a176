import Discourse

/// Mends the source of an attribution.
///
/// 1. A relative pronoun gives way to what it stands for (`AntecedentRule`).
/// 2. An apposition that the tagger cut off its name gets it back: *Lund, [the leader of the group,] told* is Lund.
/// 3. Words that name nobody (*despite*) are no source. Where there is none, the subject of the cue is it, when the cue
///    is an active verb right behind a noun phrase.
struct SourceRule {
    let document: Document
    let speech: [PartOfSpeech]
    private let antecedent: AntecedentRule

    init(_ document: Document, _ speech: [PartOfSpeech]) {
        (self.document, self.speech) = (document, speech)
        antecedent = AntecedentRule(document: document)
    }

    /// - Parameter isTaken: Tokens that are cue or content of an attribution.
    func callAsFunction(_ attribution: Attribution, isTaken: [Bool]) -> Range<Int>? {
        if let source = attribution.source, source.contains(where: { isNominal($0) }) {
            return withName(antecedent(source))
        }
        return attribution.cue.flatMap { subject(of: $0, isTaken: isTaken) }
    }

    private func isNominal(_ token: Int) -> Bool {
        if SourceRule.prepositions.contains(document.tokens[token].key) { return false }
        return switch speech[token] {
        case .noun, .nouns, .name, .pronoun, .possessivePronoun, .determiner, .number, .wh, .adjective, .other, .gerund:
            true
        default: document.tokens[token].shape != .lower
        }
    }

    private func withName(_ source: Range<Int>) -> Range<Int> {
        let sentence = document.sentences[document.sentence(of: source.lowerBound)]
        let endsAtComma =
            isComma(source.upperBound - 1) || source.upperBound < sentence.upperBound && isComma(source.upperBound)
        guard endsAtComma, source.lowerBound - 1 > sentence.lowerBound, isComma(source.lowerBound - 1),
            document.tokens[source.lowerBound].shape == .lower
        else { return source }
        var start = source.lowerBound - 1
        while start > sentence.lowerBound, isName(start - 1) { start -= 1 }
        return start < source.lowerBound - 1 ? start..<source.upperBound : source
    }

    /// A surname that no treebank has is often taken for something else, so capitals decide.
    private func isName(_ token: Int) -> Bool {
        let (shape, kind) = (document.tokens[token].shape, document.tokens[token].kind)
        return kind == .word && (shape == .capitalized || shape == .upper) && speech[token] != .preposition
            && speech[token] != .determiner
    }

    private func subject(of cue: Range<Int>, isTaken: [Bool]) -> Range<Int>? {
        let sentence = document.sentences[document.sentence(of: cue.lowerBound)]
        let clause = Clause(document: document, speech: speech, isTaken: isTaken, sentence: sentence)
        for token in cue {
            guard var start = clause.startOfActiveVerb(token) else { continue }
            if start > sentence.lowerBound + 2, isComma(start - 1), speech[start - 2] == .adverb, isComma(start - 3) {
                start -= 3
            }
            return clause.subject(before: start, needsName: false).flatMap { $0.contains(where: isNominal) ? $0 : nil }
        }
        return nil
    }

    /// Those that the tagger of parts of speech often takes for something else.
    private static let prepositions: Set = [WordKey("despite"), WordKey("amid"), WordKey("amidst")]

    private func isComma(_ token: Int) -> Bool { document.utf8[Int(document.tokens[token].start)] == UInt8(ascii: ",") }
}
