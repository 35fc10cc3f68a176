import Discourse

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Role spans of a document's paragraphs into attributions, by rules of nearness.
///
/// 1. Content goes to the nearest cue, where each sentence end and each other cue in between counts as
///    a detour; so content on both sides of a cue is one attribution. Only a quotation reaches a cue of
///    another sentence.
/// 2. A cue takes the nearest source likewise; a cue without a source of its own shares the one of the cue
///    before it in the sentence (*said …, adding …*).
/// 3. A paragraph that ends in a cue without content (*She continued:*) introduces the quotation after it.
/// 4. Other content without a cue is a statement of its own when it is a quotation, and is dropped when not.
struct Linker {
    let document: Document

    func attributions(of paragraphs: [[RoleSpan]]) -> [Attribution] {
        var found: [Attribution] = []
        var introduction: Attribution?
        for spans in paragraphs {
            var own = attributions(in: spans)
            if let first = own.first, first.cue == nil, var introduction {
                introduction.content = first.content
                own[0] = introduction
            }
            introduction = own.last.flatMap { $0.content.isEmpty ? $0 : nil }
            found += own.filter { !$0.content.isEmpty }
        }
        return found
    }

    /// In order of their first content; a last one without content is an introduction.
    private func attributions(in spans: [RoleSpan]) -> [Attribution] {
        let cues = spans.filter { $0.role == .cue }.map(\.tokens)
        let sources = spans.filter { $0.role == .source }.map(\.tokens)
        let contents = spans.filter { $0.role == .content }.map(\.tokens)
        let logarithms = Dictionary(spans.map { ($0.tokens, $0.logProbability) }) { first, _ in first }

        var found = cues.map { Attribution(source: nil, cue: $0, content: []) }
        var orphans: [Range<Int>] = []
        for content in contents {
            if let cue = nearest(content, among: cues, detours: cues, limit: 80), reaches(content, cues[cue]),
                !standsApart(content, before: cues[cue], contents)
            {
                found[cue].content.append(content)
            } else {
                orphans.append(content)
            }
        }
        for index in found.indices {
            let cue = cues[index]
            found[index].source = nearest(cue, among: sources, detours: cues, limit: 40).map { sources[$0] }
            if found[index].source == nil, index > 0, sentence(of: cues[index - 1]) == sentence(of: cue) {
                found[index].source = found[index - 1].source
            }
        }
        for index in found.indices { found[index].confidence = Linker.confidence(found[index], logarithms) }
        let introduction = found.last.flatMap { $0.content.isEmpty && isLastInParagraph($0) ? $0 : nil }
        found += orphans.filter(isQuotation).map {
            Attribution(source: owner(of: $0), cue: nil, content: [$0], confidence: exp(logarithms[$0] ?? 0) / 2)
        }
        return found.filter { !$0.content.isEmpty }.sorted { $0.content[0].lowerBound < $1.content[0].lowerBound }
            + (introduction.map { [$0] } ?? [])
    }

    /// Whether content has a sentence in common with its cue; a quotation may have none.
    private func reaches(_ content: Range<Int>, _ cue: Range<Int>) -> Bool {
        isQuotation(content)
            || (document.sentence(of: content.lowerBound)...document.sentence(of: content.upperBound - 1)).contains(
                sentence(of: cue))
    }

    /// Whether a quotation ends sentences before the cue, with words in between that are nobody's content.
    private func standsApart(_ content: Range<Int>, before cue: Range<Int>, _ contents: [Range<Int>]) -> Bool {
        guard content.upperBound < cue.lowerBound, isQuotation(content), sentence(of: content) != sentence(of: cue),
            document.sentence(of: content.upperBound - 1) != document.sentence(of: cue.lowerBound)
        else { return false }
        let between = content.upperBound..<cue.lowerBound
        return between.count { token in !contents.contains { $0.contains(token) } } > 6
    }

    /// The product of the probabilities of the parts, content as its mean; before calibration.
    private static func confidence(_ attribution: Attribution, _ logarithms: [Range<Int>: Double]) -> Double {
        let parts = [attribution.cue, attribution.source].compactMap { $0.flatMap { logarithms[$0] } }
        let content = attribution.content.compactMap { logarithms[$0] }
        let mean = content.isEmpty ? 0 : content.reduce(0, +) / Double(content.count)
        return exp(parts.reduce(mean, +))
    }

    /// The name that owns a quotation without a cue: *Varga’s plea to the north, “Stop now,” …*
    private func owner(of quotation: Range<Int>) -> Range<Int>? {
        let sentence = document.sentences[document.sentence(of: quotation.lowerBound)]
        guard
            let mark = (sentence.lowerBound..<quotation.lowerBound).first(where: { document.tokens[$0].kind == .clitic }
            )
        else { return nil }
        var start = mark
        while start > sentence.lowerBound, document.tokens[start - 1].shape == .capitalized { start -= 1 }
        return start < mark ? start..<mark : nil
    }

    private func isLastInParagraph(_ attribution: Attribution) -> Bool {
        guard let cue = attribution.cue else { return false }
        let end = document.paragraphs[document.paragraph(of: cue.lowerBound)].tokens.upperBound
        return end - max(cue.upperBound, attribution.source?.upperBound ?? 0) <= 3
    }

    /// The index of the candidate nearest to a span; nil when all are farther than `limit`.
    private func nearest(_ span: Range<Int>, among candidates: [Range<Int>], detours: [Range<Int>], limit: Int) -> Int?
    {
        var best: (index: Int, cost: Int)?
        for (index, candidate) in candidates.enumerated() {
            let gap =
                min(
                    span.upperBound, candidate.upperBound)..<max(
                    span.lowerBound, candidate.lowerBound, min(span.upperBound, candidate.upperBound))
            let crossed = abs(document.sentence(of: gap.upperBound) - document.sentence(of: gap.lowerBound))
            let between = detours.reduce(0) {
                $0 + ($1.lowerBound >= gap.lowerBound && $1.upperBound <= gap.upperBound ? 1 : 0)
            }
            let cost = gap.count + 12 * crossed + 10 * between
            if cost <= limit, best.map({ cost < $0.cost }) ?? true { best = (index, cost) }
        }
        return best?.index
    }

    private func sentence(of range: Range<Int>) -> Int { document.sentence(of: range.lowerBound) }

    private func isQuotation(_ range: Range<Int>) -> Bool {
        document.tokens[range.lowerBound].kind == .quote && range.count > 3
    }
}
