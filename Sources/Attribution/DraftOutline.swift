import Discourse

/// What a first tagging of a paragraph looks like from one of its tokens.
struct DraftOutline {
    /// Roles of the spans before and after this token's own span, 1...3; 0 for none.
    var spanBefore: UInt32 = 0
    var spanTwoBefore: UInt32 = 0
    var spanAfter: UInt32 = 0
    var spanTwoAfter: UInt32 = 0
    /// Steps to the nearest drafted cue on each side, up to 15; 15 for none.
    var cueBefore: UInt32 = 15
    var cueAfter: UInt32 = 15
    /// Which roles the sentence has: source 1, cue 2, two cues 4, content 8.
    var inSentence: UInt32 = 0
    var inParagraph: UInt32 = 0
    /// Length of the span that holds this token, up to 7 steps that grow; 0 outside.
    var length: UInt32 = 0
    /// Whether that span ends before a mark or at the end of a sentence: 1, else 0.
    var endsAtMark: UInt32 = 0

    /// One outline a token of the paragraph.
    static func outlines(of tags: [RoleTag], in paragraph: Document.Paragraph, _ document: Document) -> [DraftOutline] {
        let spans = Tagger.spans(tags[paragraph.tokens], from: paragraph.tokens.lowerBound)
        var outlines = [DraftOutline](repeating: DraftOutline(), count: paragraph.tokens.count)
        markNeighbours(spans, paragraph.tokens, &outlines)
        markCues(spans, paragraph.tokens, &outlines)
        let whole = roles(spans, within: paragraph.tokens)
        for sentence in document.sentences[paragraph.sentences] {
            let own = roles(spans, within: sentence)
            for index in sentence {
                outlines[index - paragraph.tokens.lowerBound].inSentence = own
                outlines[index - paragraph.tokens.lowerBound].inParagraph = whole
            }
        }
        for span in spans {
            let count = span.tokens.count
            let step: UInt32 = count < 4 ? UInt32(count) : count < 8 ? 4 : count < 16 ? 5 : count < 32 ? 6 : 7
            let next = span.tokens.upperBound
            let endsAtMark =
                next >= paragraph.tokens.upperBound || document.tokens[next].kind == .mark
                || document.tokens[next].kind == .terminal
            for index in span.tokens {
                outlines[index - paragraph.tokens.lowerBound].length = step
                outlines[index - paragraph.tokens.lowerBound].endsAtMark = endsAtMark ? 1 : 0
            }
        }
        return outlines
    }

    private static func markNeighbours(_ spans: [RoleSpan], _ bounds: Range<Int>, _ outlines: inout [DraftOutline]) {
        func role(_ index: Int) -> UInt32 { spans.indices.contains(index) ? UInt32(spans[index].role.rawValue) + 1 : 0 }
        var next = 0
        for token in bounds {
            while next < spans.count, spans[next].tokens.upperBound <= token { next += 1 }
            let isInside = next < spans.count && spans[next].tokens.contains(token)
            let after = isInside ? next + 1 : next
            let slot = token - bounds.lowerBound
            (outlines[slot].spanBefore, outlines[slot].spanTwoBefore) = (role(next - 1), role(next - 2))
            (outlines[slot].spanAfter, outlines[slot].spanTwoAfter) = (role(after), role(after + 1))
        }
    }

    private static func markCues(_ spans: [RoleSpan], _ bounds: Range<Int>, _ outlines: inout [DraftOutline]) {
        for span in spans where span.role == .cue {
            for (distance, token) in (span.tokens.upperBound..<min(bounds.upperBound, span.tokens.upperBound + 14))
                .enumerated()
            {
                outlines[token - bounds.lowerBound].cueBefore = UInt32(distance)
            }
            let near = max(bounds.lowerBound, span.tokens.lowerBound - 14)..<span.tokens.lowerBound
            for (distance, token) in near.reversed().enumerated()
            where outlines[token - bounds.lowerBound].cueAfter > UInt32(distance) {
                outlines[token - bounds.lowerBound].cueAfter = UInt32(distance)
            }
        }
    }

    private static func roles(_ spans: [RoleSpan], within range: Range<Int>) -> UInt32 {
        var roles: UInt32 = 0
        for span in spans where span.tokens.overlaps(range) {
            switch span.role {
            case .source: roles |= 1
            case .cue: roles |= roles & 2 != 0 ? 4 : 2
            case .content: roles |= 8
            }
        }
        return roles
    }
}
