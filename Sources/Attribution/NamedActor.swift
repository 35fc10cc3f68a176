import Discourse

/// An actor where a document names it.
public struct NamedActor: Sendable, Equatable {
    /// Half-open token range, inside one sentence.
    public let tokens: Range<Int>
    public let actor: Actor
}

extension Attributor {
    /// All places where a document names an actor of its cast, by a full name or by a word that stands for it, in order.
    /// Pronouns and descriptions name nobody.
    static func namedActors(in cast: Cast) -> [NamedActor] {
        cast.mentions.compactMap { mention in
            guard let member = mention.member, cast.members[member].isFirm else { return nil }
            return NamedActor(tokens: mention.tokens, actor: cast.members[member].actor)
        }
    }
}

extension [NamedActor] {
    /// Those inside a token range; the array is in order and none overlaps another.
    public func inside(_ tokens: Range<Int>) -> ArraySlice<NamedActor> {
        let first = firstIndex { $0.tokens.lowerBound >= tokens.lowerBound } ?? endIndex
        let end = self[first...].firstIndex { $0.tokens.upperBound > tokens.upperBound } ?? endIndex
        return self[first..<end]
    }
}
