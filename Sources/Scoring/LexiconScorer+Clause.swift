import Discourse

extension LexiconScorer {
    /// The tone of the clause around a target: what the lexicon alone can say of tone toward it.
    ///
    ///     score(toward: target, of: document)   // "The plan was good, but *the minister* failed."
    ///
    /// - Parameters:
    ///   - target: The tokens that name it, inside one sentence; they carry no tone themselves.
    ///   - bounds: What may be looked at, such as the content of a statement; nil for the whole sentence.
    public func callAsFunction(
        toward target: Range<Int>, within bounds: Range<Int>? = nil, of document: Document
    ) -> Valence {
        let sentence = document.sentences[document.sentence(of: target.lowerBound)]
        let clause = clause(around: target, within: sentence.clamped(to: bounds ?? sentence), of: document)
        return self([document.passage(clause)], masking: [target])
    }

    /// From the last mark or joining word before a target to the first one after it.
    func clause(around target: Range<Int>, within part: Range<Int>, of document: Document) -> Range<Int> {
        guard let rule = rules.split else { return part }
        func splits(_ token: Int) -> Bool {
            vocabulary[document.tokens[token].key.bits].map { $0.rules & 1 << UInt32(rule) != 0 } ?? false
        }
        let before = part.lowerBound..<max(part.lowerBound, target.lowerBound)
        let after = min(part.upperBound, target.upperBound)..<part.upperBound
        return
            (before.last(where: splits).map { $0 + 1 } ?? part.lowerBound)..<(after.first(where: splits)
            ?? part.upperBound)
    }

    /// The hits of one part of a sentence.
    func hits(in view: SentenceView) -> [Valence.Hit] {
        var reader = SentenceReader(tables, view)
        reader.read()
        return reader.hits
    }
}
