import Discourse
import TextFiles

/// Document → statements: who said what, and the word that says so.
///
///     let attribute = try Attributor(finder: finder, cues: "Lexicons/cues", roster: roster)
///     attribute(document)   // [Statement]
///
/// Attributions are found as spans, by the tagger and by rules for what it passes over; then they are given their
/// form and laid to a speaker. Those of less than `Attributor.leastConfidence` are not reported.
public struct Attributor: Sendable {
    private let find: AttributionFinder
    private let classes: CueClasses
    private let closing: ClosingCueRule
    private let positions: PositionRule
    private let resolve: SpeakerResolver

    /// Below it four in five are wrong, by cross-fitting on the training corpus.
    public static let leastConfidence = 0.25

    /// - Parameter cues: Folder with the tables of cues.
    /// - Throws: `FileError` when a table cannot be read.
    public init(finder: AttributionFinder, cues: String, roster: Roster) throws {
        find = finder
        classes = try CueClasses(path: cues + "/cues.tsv")
        closing = ClosingCueRule(classes: classes)
        positions = try PositionRule(folder: cues, classes: classes)
        resolve = SpeakerResolver(roster: roster)
    }

    /// The statements in the order of their content. Ids are the article's, `#` and a number from 01.
    public func callAsFunction(_ document: Document) -> [Statement] {
        let rule = FormRule(document, classes)
        let antecedents = AntecedentRule(document: document)
        let found = attributions(of: document, rule).map { attribution in
            let (form, content) = rule(attribution)
            return Found(
                form: form, source: attribution.source.map(antecedents.callAsFunction), cue: attribution.cue,
                content: content, confidence: attribution.confidence)
        }
        let sources = found.map { Source(passage: $0.source.map(document.passage), statementTokens: $0.extent) }
        return zip(found, resolve(sources, in: document)).enumerated().map { number, pair in
            let (found, speaker) = pair
            return Statement(
                id: document.article.id + "#" + (number < 9 ? "0" : "") + String(number + 1), form: found.form,
                source: found.source.map(document.passage), cue: found.cue.map(document.passage),
                content: found.content.map(document.passage), speaker: speaker, confidence: found.confidence)
        }
    }

    private func attributions(of document: Document, _ rule: FormRule) -> [Attribution] {
        let (found, speech) = find.reading(document)
        let tagged = closing(document, found).filter { $0.confidence >= Attributor.leastConfidence }
        let more = positions(document, speech: speech, isQuoted: rule.isQuoted, beside: tagged)
        return (tagged + more).sorted { $0.content[0].lowerBound < $1.content[0].lowerBound }
    }

    private struct Found {
        let form: Statement.Form
        let source: Range<Int>?
        let cue: Range<Int>?
        let content: [Range<Int>]
        let confidence: Double

        /// From the first to the last token of cue and content.
        var extent: Range<Int> {
            let parts = content + (cue.map { [$0] } ?? [])
            return parts.map(\.lowerBound).min()!..<parts.map(\.upperBound).max()!
        }
    }
}
