import Discourse

/// A sentence that closes with its source and cue, as headlines do: *Talks collapse, two aides say*.
///
/// All before the comma is the content, whatever the tagger saw in it: only the outermost attribution counts.
struct ClosingCueRule: Sendable {
    let classes: CueClasses

    /// The attributions of a document, with those of closing cues in place of what lies inside them.
    func callAsFunction(_ document: Document, _ found: [Attribution]) -> [Attribution] {
        var found = found
        for sentence in document.sentences {
            guard let closing = attribution(sentence, document) else { continue }
            found.removeAll { attribution in
                attribution.content.contains { $0.overlaps(sentence) } && attribution.cue.map { sentence.contains($0.lowerBound) } ?? false
            }
            found.append(closing)
        }
        return found.sorted { $0.content[0].lowerBound < $1.content[0].lowerBound }
    }

    private func attribution(_ sentence: Range<Int>, _ document: Document) -> Attribution? {
        var end = sentence.upperBound
        while end > sentence.lowerBound, document.tokens[end - 1].kind == .terminal { end -= 1 }
        // Running text puts a quotation or another clause here too; the tagger knows those better.
        guard end == sentence.upperBound, end - sentence.lowerBound >= 6 else { return nil }
        let cue = end - 1
        guard document.tokens[cue].shape == .lower, classes(cue..<end, in: document) == .utterance else { return nil }
        var comma = cue - 1
        while comma > sentence.lowerBound, cue - comma <= 7, !isComma(comma, document) { comma -= 1 }
        guard isComma(comma, document), cue - comma >= 2, comma - sentence.lowerBound >= 3 else { return nil }
        return Attribution(source: comma + 1..<cue, cue: cue..<end, content: [sentence.lowerBound..<comma], confidence: 0.8)
    }

    private func isComma(_ token: Int, _ document: Document) -> Bool {
        document.utf8[Int(document.tokens[token].start)] == UInt8(ascii: ",")
    }
}
