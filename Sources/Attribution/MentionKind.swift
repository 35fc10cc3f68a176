import Discourse

/// By what sort of words a source names its speaker, whoever that is.
public enum MentionKind: String, Sendable, CaseIterable {
    /// A full name of a person, or the name of a body or state.
    case name
    /// A person by one word of the name, with or without a title.
    case surname
    case pronoun
    /// An office or function: *the foreign minister*, *a Hamas spokesman*.
    case role
    /// Any other common noun: *residents*, *the group*, *the Kenyan foreign ministry*.
    case description
    /// A place that stands for a government: *Washington*, *the Kremlin*.
    case metonym
}

extension SpeakerResolver {
    /// The kinds of sources that have words, nil for the others; in the same order.
    ///
    /// - Complexity: As that of finding the speakers.
    public func kinds(of sources: [Source], in document: Document) -> [MentionKind?] {
        let reading = Reading(document: document, roster: roster)
        return sources.map { $0.passage.map { reading.kind(of: $0.tokens) } }
    }
}

extension SpeakerResolver.Reading {
    fileprivate func kind(of tokens: Range<Int>) -> MentionKind {
        let source = trimmed(tokens)
        guard !source.isEmpty else { return .description }
        if pronoun(source) != nil { return .pronoun }
        let parts = parts(of: source)
        // "Dozens of officials", "Republican and other lawmakers": the noun is what follows.
        let isLowerAtEnd = document.tokens[source.upperBound - 1].shape == .lower
        if isLowerAtEnd, parts.rest.first.map({ [WordKey("of"), WordKey("and")].contains(keys[$0]) }) ?? false,
            parts.core.count == 1
        {
            return .description
        }
        if let last = cast.mentions(in: parts.head).last, cast.mentions[last].tokens.upperBound == parts.head.upperBound
        {
            if let kind = kind(ofName: cast.mentions[last]) { return kind }
            if let phrase = phrase(cast.mentions[last]), phrase.role >= 0 { return apposed(parts) ? .name : .role }
        }
        return apposed(parts) ? .name : .description
    }

    /// The kind of a name; nil for a word that only describes.
    private func kind(ofName mention: Mention) -> MentionKind? {
        guard let phrase = phrase(mention) else {
            return mention.tokens.count > 1 || isBody(mention) ? .name : .surname
        }
        if phrase.person >= 0 { return mention.tokens.count > 1 ? .name : .surname }
        if phrase.organization >= 0 { return phrase.isMetonym ? .metonym : .name }
        if phrase.country >= 0, !phrase.isRole { return .name }
        return phrase.capital >= 0 && !phrase.isRole ? .metonym : nil
    }

    private func isBody(_ mention: Mention) -> Bool { mention.member.map { !cast.members[$0].isPerson } ?? false }

    /// Whether a person is named after the description: *A Hamas spokesman, Sami Abu Zuhri*.
    private func apposed(_ parts: Parts) -> Bool {
        var reading = self
        let found: SpeakerResolver.Found? = reading.apposed(parts)
        return found != nil
    }
}
