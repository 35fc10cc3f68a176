import Discourse

/// A quotation mark by family and shape.
struct Mark {
    enum Family { case double, low, guillemet, single, corner }
    enum Shape { case opening, closing, straight }

    let family: Family
    let shape: Shape

    init(_ token: Token, _ utf8: [UInt8]) {
        switch DecodedScalar(utf8.span, at: token.bytes.lowerBound).scalar {
        case "\"": (family, shape) = (.double, .straight)
        case "“": (family, shape) = (.double, .opening)
        case "”", "‟": (family, shape) = (.double, .closing)
        case "„": (family, shape) = (.low, .opening)
        case "«": (family, shape) = (.guillemet, .opening)
        case "»": (family, shape) = (.guillemet, .closing)
        case "'": (family, shape) = (.single, .straight)
        case "‘", "‚", "‛", "‹": (family, shape) = (.single, .opening)
        case "’", "›": (family, shape) = (.single, .closing)
        case "「", "『": (family, shape) = (.corner, .opening)
        default: (family, shape) = (.corner, .closing)
        }
    }

    /// Whether this mark at the start of a paragraph takes up a quotation that the paragraph before left open.
    func continues(_ family: Family) -> Bool { self.family == family && shape != .closing }
}
