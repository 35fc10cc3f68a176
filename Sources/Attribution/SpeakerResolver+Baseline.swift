import Discourse

extension SpeakerResolver {
    /// The plain rule that pronouns are measured against: the nearest name before the source that fits its gender
    /// and number, wherever it stands; nil when there is none, or the source is no pronoun of the third person.
    public func nearestName(before source: Source, in document: Document) -> Actor? {
        guard let tokens = source.passage?.tokens, let first = tokens.first else { return nil }
        let reading = Reading(document: document, roster: roster)
        guard let fits = reading.thirdPerson(first) else { return nil }
        let before = reading.cast.mentions[..<reading.cast.firstMention(from: first)]
        return before.last { $0.member.map { fits(reading.cast.members[$0]) } ?? false }
            .flatMap { $0.member }.map { reading.cast.members[$0].actor }
    }
}

extension SpeakerResolver.Reading {
    /// Whom a pronoun can mean; nil for other words.
    fileprivate func thirdPerson(_ token: Int) -> ((CastMember) -> Bool)? {
        switch keys[token] {
        case WordKey("he"), WordKey("him"): { $0.isPerson && $0.gender != .female }
        case WordKey("she"), WordKey("her"): { $0.isPerson && $0.gender != .male }
        case WordKey("it"): { !$0.isPerson }
        case WordKey("they"), WordKey("them"): { !$0.isPerson }
        default: nil
        }
    }
}
