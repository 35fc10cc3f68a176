import Discourse

/// A sentence that closes with its source and cue: *Talks collapse, two aides say*, *The rebels agreed to a pause, officials
/// said Sunday.*
///
/// All before the comma is the content, whatever the tagger saw in it: only the outermost attribution counts. In running
/// text it applies where there is no quotation and the tagger did not find that cue itself.
struct ClosingCueRule: Sendable {
    let classes: CueClasses

    /// The attributions of a document, with those of closing cues in place of what lies inside them.
    func callAsFunction(_ document: Document, _ found: [Attribution], _ speech: [PartOfSpeech]) -> [Attribution] {
        var found = found
        for sentence in document.sentences {
            guard let closing = attribution(sentence, document, speech) else { continue }
            let endsInMark = document.tokens[sentence.upperBound - 1].kind == .terminal
            if endsInMark, found.contains(where: { $0.cue.map(closing.cue!.overlaps) ?? false }) { continue }
            found.removeAll { attribution in
                attribution.content.contains { $0.overlaps(sentence) }
                    && attribution.cue.map { sentence.contains($0.lowerBound) } ?? false
            }
            found.append(closing)
        }
        return found.sorted { $0.content[0].lowerBound < $1.content[0].lowerBound }
    }

    private func attribution(_ sentence: Range<Int>, _ document: Document, _ speech: [PartOfSpeech]) -> Attribution? {
        var end = sentence.upperBound
        while end > sentence.lowerBound, document.tokens[end - 1].kind == .terminal { end -= 1 }
        if end < sentence.upperBound {
            // Running text puts a quotation here too; the tagger knows those better.
            if sentence.contains(where: { document.tokens[$0].kind == .quote }) { return nil }
            while end > sentence.lowerBound, ClosingCueRule.days.contains(document.tokens[end - 1].key) { end -= 1 }
        }
        guard end - sentence.lowerBound >= 6 else { return nil }
        let cue = end - 1
        guard document.tokens[cue].shape == .lower, classes(cue..<end, in: document) == .utterance else { return nil }
        var comma = cue - 1
        while comma > sentence.lowerBound, cue - comma <= 7, !isComma(comma, document) { comma -= 1 }
        guard isComma(comma, document), cue - comma >= 2, comma - sentence.lowerBound >= 3 else { return nil }
        let source = comma + 1..<cue
        guard speech[comma + 1] != .conjunction, speech[comma + 1] != .wh,
            !source.contains(where: { speech[$0].isFiniteVerb })
        else { return nil }
        return Attribution(source: source, cue: cue..<end, content: [sentence.lowerBound..<comma], confidence: 0.8)
    }

    private static let days: Set<WordKey> = """
        on monday tuesday wednesday thursday friday saturday sunday today yesterday
        """.split(separator: " ").reduce(into: []) { $0.insert(WordKey($1)) }

    private func isComma(_ token: Int, _ document: Document) -> Bool {
        document.utf8[Int(document.tokens[token].start)] == UInt8(ascii: ",")
    }
}
