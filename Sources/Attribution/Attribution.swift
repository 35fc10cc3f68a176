import Discourse

/// Source, cue and content as token ranges of one document: what the tagger and the linker find, and
/// what a training corpus gives.
public struct Attribution: Sendable, Equatable {
    public var source: Range<Int>?
    public var cue: Range<Int>?
    /// In order; at least one.
    public var content: [Range<Int>]
    /// How sure the tagger is, 0...1; 1 for gold.
    public var confidence: Double

    public init(source: Range<Int>?, cue: Range<Int>?, content: [Range<Int>], confidence: Double = 1) {
        (self.source, self.cue, self.content, self.confidence) = (source, cue, content, confidence)
    }
}

extension Attribution {
    /// The byte ranges of the spans.
    public func spans(in document: Document) -> AttributionSpans {
        func bytes(_ range: Range<Int>) -> Range<Int> { document.passage(range).bytes }
        return AttributionSpans(
            source: source.map { [bytes($0)] } ?? [], cue: cue.map { [bytes($0)] } ?? [], content: content.map(bytes))
    }
}

/// The role a token plays, and whether it starts a span.
enum RoleTag: Int, CaseIterable {
    case outside, sourceStart, source, cueStart, cue, contentStart, content

    static let names = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]

    var role: Role? {
        switch self {
        case .outside: nil
        case .sourceStart, .source: .source
        case .cueStart, .cue: .cue
        case .contentStart, .content: .content
        }
    }

    var isStart: Bool { self == .sourceStart || self == .cueStart || self == .contentStart }
    var isInside: Bool { self == .source || self == .cue || self == .content }

    /// An inside tag follows only the start or inside of its own role.
    static func canFollow(_ from: RoleTag, _ to: RoleTag) -> Bool { !to.isInside || from.role == to.role }
}

/// The three parts of an attribution.
enum Role: Int, CaseIterable { case source, cue, content }

/// A run of tokens with one role.
struct RoleSpan: Equatable {
    let role: Role
    var tokens: Range<Int>
    /// Mean logarithm of the probability that its first and last token have this role; 0 where it was not asked for.
    var logProbability = 0.0
}
