import Discourse

/// An attribution as sorted lists of the tokens that its spans touch.
struct TokenAttribution {
    let source: [Int32]
    let cue: [Int32]
    let content: [Int32]
    let isDirect: Bool

    init(_ spans: AttributionSpans, _ tokens: ScoringTokens, id: String) throws {
        for span in spans.source + spans.cue + spans.content {
            guard !span.isEmpty, span.lowerBound >= 0, span.upperBound <= tokens.utf8Count else {
                throw EvaluationError.badSpan(id: id, span: span, utf8Count: tokens.utf8Count)
            }
        }
        source = tokens.tokens(in: spans.source)
        cue = tokens.tokens(in: spans.cue)
        content = tokens.tokens(in: spans.content)
        isDirect = spans.content.contains { tokens.hasQuote(in: $0) }
    }

    subscript(role: AttributionRole) -> [Int32] {
        switch role {
        case .source: source
        case .cue: cue
        case .content: content
        }
    }

    var form: AttributionScores.Measure { isDirect ? .direct : .indirect }
}
