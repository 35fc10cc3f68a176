import Discourse

/// A sentence, or the part of it that a statement holds, as seen from a target in it.
struct TargetReading {
    let document: Document
    /// Half-open token ranges: the target, its clause, and all that is looked at.
    let target: Range<Int>
    let clause: Range<Int>
    let part: Range<Int>
    /// In order; runs of names are one word.
    private(set) var words: [TargetWord] = []
    /// Where the target stands among the words.
    private(set) var place = 0
    /// The words of the clause, as indices.
    private(set) var clauseWords = 0..<0
    /// What the lexicon finds in the part, in order, without names and the target.
    let hits: [Hit]

    /// A hit with its place among the words.
    struct Hit {
        /// Index of its first word.
        let word: Int
        let token: Int32
        /// Millionths of a lexicon point, after the rules.
        let value: Int
        let entry: UInt64
    }

    /// - Parameters:
    ///   - target: The tokens that name the target; inside one sentence.
    ///   - bounds: What may be looked at; clamped to the sentence.
    init(
        target: Range<Int>, within bounds: Range<Int>, of document: Document, scorer: LexiconScorer, frames: FrameTable
    ) {
        let sentence = document.sentences[document.sentence(of: target.lowerBound)]
        let (part, target) = (sentence.clamped(to: bounds), target.clamped(to: sentence))
        (self.document, self.target, self.part) = (document, target, part)
        clause = scorer.clause(around: target, within: part, of: document)
        let view = SentenceView(document: document, sentence: sentence, part: part, masking: [target])
        var places = [Int32](repeating: 0, count: part.count)
        var index = part.lowerBound
        while index < part.upperBound {
            let end = TargetReading.end(ofWordAt: index, target: target, view: view)
            for token in index..<end { places[token - part.lowerBound] = Int32(words.count) }
            if index == target.lowerBound { place = words.count }
            words.append(TargetReading.word(index..<end, target: target, view: view, frames: frames))
            index = end
        }
        hits = scorer.hits(in: view).map { hit in
            Hit(
                word: Int(places[hit.tokens.lowerBound - part.lowerBound]), token: Int32(hit.tokens.lowerBound),
                value: hit.value, entry: WordKey(hit.entry).bits)
        }
        for hit in hits { words[hit.word].symbol = hit.value > 0 ? .positive : .negative }
        clauseWords =
            clause.isEmpty
            ? 0..<0
            : Int(places[clause.lowerBound - part.lowerBound])..<Int(places[clause.upperBound - 1 - part.lowerBound])
                + 1
    }

    private static func end(ofWordAt index: Int, target: Range<Int>, view: SentenceView) -> Int {
        if target.contains(index) { return target.upperBound }
        guard view.isName(index) else { return index + 1 }
        var end = index + 1
        while end < view.part.upperBound, !target.contains(end), view.isName(end) { end += 1 }
        return end
    }

    private static func word(
        _ tokens: Range<Int>, target: Range<Int>, view: SentenceView, frames: FrameTable
    ) -> TargetWord {
        let run = Int32(tokens.lowerBound)..<Int32(tokens.upperBound)
        if tokens.lowerBound == target.lowerBound {
            return TargetWord(tokens: run, key: TargetWord.targetKey, kind: .target, symbol: .target)
        }
        if view.isName(tokens.lowerBound) {
            return TargetWord(tokens: run, key: TargetWord.nameKey, kind: .name, symbol: .name)
        }
        let token = view.document.tokens[tokens.lowerBound]
        switch token.kind {
        case .word, .clitic:
            let symbol = frames[token.key].map { TargetWord.Symbol(rawValue: $0) } ?? .other
            return TargetWord(tokens: run, key: token.key.bits, kind: .word, symbol: symbol)
        case .number: return TargetWord(tokens: run, key: TargetWord.numberKey, kind: .number, symbol: .other)
        case .quote: return TargetWord(tokens: run, key: 1, kind: .mark, symbol: .quote)
        case .terminal, .mark, .address:
            let isComma = view.document.utf8[Int(token.start)] == UInt8(ascii: ",")
            return TargetWord(tokens: run, key: token.key.bits, kind: .mark, symbol: isComma ? .comma : .mark)
        }
    }
}
