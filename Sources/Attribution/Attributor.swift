import Discourse
import TextFiles

/// Document → statements: who said what, and the word that says so.
///
///     let attribute = try Attributor(finder: finder, cues: "Lexicons/cues", roster: roster)
///     attribute(document)   // [Statement]
///
/// Attributions are found as spans, by the tagger and by rules for what it passes over; then they are given their
/// form and laid to a speaker. Those of less than `Attributor.leastConfidence` are not reported. What the content of
/// a statement reports in its turn is found the same way, as a nested statement.
public struct Attributor: Sendable {
    private let find: AttributionFinder
    private let classes: CueClasses
    private let closing: ClosingCueRule
    private let positions: PositionRule
    private let utterance: UtteranceRule
    private let impersonal: ImpersonalRule
    let resolve: SpeakerResolver

    /// Below it four in five are wrong, by cross-fitting on the training corpus.
    public static let leastConfidence = 0.25
    /// The same for nested statements, for which there is no training corpus (see Models/attribution.md).
    public static let leastNestedConfidence = 0.5

    /// - Parameter cues: Folder with the tables of cues.
    /// - Throws: `FileError` when a table cannot be read.
    public init(finder: AttributionFinder, cues: String, roster: Roster) throws {
        find = finder
        classes = try CueClasses(path: cues + "/cues.tsv")
        closing = ClosingCueRule(classes: classes)
        positions = try PositionRule(folder: cues, classes: classes)
        utterance = try UtteranceRule(path: cues + "/utterance.tsv")
        impersonal = try ImpersonalRule(path: cues + "/impersonal.tsv")
        resolve = SpeakerResolver(roster: roster)
    }

    /// The statements in the order of their content, each followed by those nested in it. Ids are the article's,
    /// `#` and a number from 01; a nested statement's is that of the one around it, `.` and a number from 1.
    public func callAsFunction(_ document: Document) -> [Statement] { reading(document).statements }

    /// The statements, and all places where the document names an actor.
    public func reading(_ document: Document) -> (statements: [Statement], named: [NamedActor]) {
        let outer = found(in: document)
        guard !outer.isEmpty else { return ([], []) }
        let reading = SpeakerResolver.Reading(document: document, roster: resolve.roster)
        return (statements(outer, of: document, reading), Attributor.namedActors(in: reading.cast))
    }

    private func statements(
        _ outer: [Found], of document: Document, _ reading: SpeakerResolver.Reading
    ) -> [Statement] {
        let nested = nested(in: outer, of: document)
        let speakers = resolve.speakers(of: outer.map { $0.source(in: document) }, reading: reading)
        let nestedSpeakers = self.nestedSpeakers(nested, in: outer, of: document, reading)
        var (statements, next) = ([Statement](), 0)
        for (index, found) in outer.enumerated() {
            let id = document.article.id + "#" + (index < 9 ? "0" : "") + String(index + 1)
            statements.append(statement(found, id: id, by: speakers[index], in: document))
            let first = next
            while next < nested.count, nested[next].outer == index {
                let id = "\(id).\(next - first + 1)"
                statements.append(
                    statement(
                        nested[next].found, id: id, by: nestedSpeakers[next], in: document,
                        nestedIn: statements[statements.count - 1 - (next - first)].id))
                next += 1
            }
        }
        return statements
    }

    private func statement(
        _ found: Found, id: String, by speaker: Speaker, in document: Document, nestedIn outer: String? = nil
    ) -> Statement {
        Statement(
            id: id, form: found.form, source: found.source.map(document.passage), cue: found.cue.map(document.passage),
            content: found.content.map(document.passage), speaker: speaker, confidence: found.confidence,
            utterance: utterance(source: found.source, cue: found.cue, in: document), nestedIn: outer)
    }
}

// MARK: - One level

extension Attributor {
    /// An attribution with its form, before its speaker is known.
    private struct Found {
        let form: Statement.Form
        var source: Range<Int>?
        var cue: Range<Int>?
        var content: [Range<Int>]
        /// The content without the cue, in a reported statement too.
        var said: [Range<Int>]
        let confidence: Double

        /// The source, and the tokens from the first to the last of cue and content.
        func source(in document: Document) -> Source {
            let parts = content + (cue.map { [$0] } ?? [])
            return Source(
                passage: source.map(document.passage),
                statementTokens: parts.map(\.lowerBound).min()!..<parts.map(\.upperBound).max()!)
        }
    }

    private func found(in document: Document, firstPersons: Bool = false) -> [Found] {
        let (attributions, speech) = find.reading(document)
        let rule = FormRule(document, classes)
        let tagged = closing(document, attributions, speech).filter {
            $0.confidence >= Attributor.leastConfidence && Attributor.canReport($0.cue, speech)
        }
        let more = positions(
            document, speech: speech, isQuoted: rule.isQuoted, beside: tagged, firstPersons: firstPersons)
        let all = (tagged + more).sorted { $0.content[0].lowerBound < $1.content[0].lowerBound }
        let (source, isTaken) = (SourceRule(document, speech), Attributor.taken(by: all, in: document))
        return all.compactMap { attribution in
            let (form, content) = rule(attribution)
            let source = source(attribution, isTaken: isTaken)
            if let source, impersonal(source, in: document) { return nil }
            if source == nil, attribution.cue == nil, Attributor.isScareQuote(attribution.content, in: document) {
                return nil
            }
            return Found(
                form: form, source: source, cue: attribution.cue, content: content, said: attribution.content,
                confidence: attribution.confidence)
        }
    }

    /// An article or a conjunction alone reports nothing, whatever quotation marks follow it.
    private static func canReport(_ cue: Range<Int>?, _ speech: [PartOfSpeech]) -> Bool {
        cue.map { $0.contains { speech[$0] != .determiner && speech[$0] != .conjunction } } ?? true
    }

    /// A few quoted words inside a sentence of the article's own, said by nobody, are a name or a doubt.
    private static func isScareQuote(_ content: [Range<Int>], in document: Document) -> Bool {
        guard content.count == 1, content[0].count(where: { document.tokens[$0].kind == .word }) <= 5 else {
            return false
        }
        let sentence = document.sentences[document.sentence(of: content[0].lowerBound)]
        return sentence.contains { document.tokens[$0].kind == .word && !content[0].contains($0) }
    }

    /// Whether each token is cue or content of an attribution.
    private static func taken(by attributions: [Attribution], in document: Document) -> [Bool] {
        var isTaken = [Bool](repeating: false, count: document.tokens.count)
        for attribution in attributions {
            for range in [attribution.cue].compactMap(\.self) + attribution.content {
                for token in range { isTaken[token] = true }
            }
        }
        return isTaken
    }
}

// MARK: - Nested

extension Attributor {
    /// What the contents report in their turn, in order of the outer statements and then of the text.
    private func nested(in outer: [Found], of document: Document) -> [(outer: Int, found: Found)] {
        let excerpt = ContentExcerpt(outer.map(\.said), of: document) { isKnownCue($0, in: document) }
        guard !excerpt.document.tokens.isEmpty else { return [] }
        let found = found(in: excerpt.document, firstPersons: true).compactMap { found -> (outer: Int, found: Found)? in
            // Without a source of its own it is not told from the outer statement.
            guard let source = found.source, let cue = found.cue, isSure(found, source, cue, in: excerpt.document)
            else { return nil }
            let places = ([source, cue] + found.content).map(excerpt.place)
            let outer = places[0].attribution
            // A statement that would reach from one piece of content into another is none.
            guard places.allSatisfy({ $0.attribution == outer }) else { return nil }
            var moved = found
            (moved.source, moved.cue, moved.content) = (
                places[0].tokens, places[1].tokens, places.dropFirst(2).map(\.tokens)
            )
            return (outer, moved)
        }
        return found.sorted { ($0.outer, $0.found.content[0].lowerBound) < ($1.outer, $1.found.content[0].lowerBound) }
    }

    /// *I think* says so itself; the tagger doubts it, since the author of an article is no source to it.
    private func isSure(_ found: Found, _ source: Range<Int>, _ cue: Range<Int>, in document: Document) -> Bool {
        if found.confidence >= Attributor.leastNestedConfidence { return isKnownCue(cue, in: document) }
        return source.count == 1 && Attributor.firstPersons.contains(document.tokens[source.lowerBound].key)
            && classes(cue, in: document) == .thought
    }

    private static let firstPersons: Set = [WordKey("i"), WordKey("we")]

    /// Whether a word of the range reports often, or is in the table of cues.
    private func isKnownCue(_ range: Range<Int>, in document: Document) -> Bool {
        range.contains { find.isLikelyCue(document.tokens[$0]) } || classes(range, in: document) != nil
    }

    /// Sources are resolved in the order of the text, outer ones among them, since each is an antecedent for those after
    /// it. The outer speakers are not taken from here: they do not depend on what is nested in them.
    private func nestedSpeakers(
        _ nested: [(outer: Int, found: Found)], in outer: [Found], of document: Document,
        _ reading: SpeakerResolver.Reading
    ) -> [Speaker] {
        guard !nested.isEmpty else { return [] }
        var (sources, places, next) = ([Source](), [Int](), 0)
        for (index, found) in outer.enumerated() {
            sources.append(found.source(in: document))
            while next < nested.count, nested[next].outer == index {
                places.append(sources.count)
                sources.append(nested[next].found.source(in: document))
                next += 1
            }
        }
        let speakers = resolve.speakers(of: sources, reading: reading)
        return places.map { speakers[$0] }
    }
}
