import Discourse

/// Finds out who is speaking.
///
///     let resolve = SpeakerResolver(roster: roster)
///     resolve(sources, in: document)   // one speaker for each source
///
/// The cast of the article is gathered first: people and bodies of the roster, people named in full
/// with their titles and appositions, acronyms in brackets. Each source is then a name, a family
/// name, a pronoun, a role, a place that stands for a government, or a description of many.
/// Nothing is linked by chance: where two answers fit, the speaker is unknown and the reason says why.
public struct SpeakerResolver: Sendable {
    let roster: Roster

    public init(roster: Roster) { self.roster = roster }

    /// - Parameter sources: In the order of the text.
    /// - Returns: As many speakers, in the same order.
    /// - Complexity: O(*n*) in the tokens of the document, and a small constant for each source.
    public func callAsFunction(_ sources: [Source], in document: Document) -> [Speaker] {
        sources.isEmpty ? [] : speakers(of: sources, reading: Reading(document: document, roster: roster))
    }

    /// - Parameter reading: Of the document, in which nobody has spoken yet.
    func speakers(of sources: [Source], reading: Reading) -> [Speaker] {
        var reading = reading
        var speakers = sources.map { reading.isFirstPerson($0) ? nil : reading.next($0) }
        // "I" and "we" in a quotation wait for the one who says it, who may be named after it.
        for (index, source) in sources.enumerated() where speakers[index] == nil {
            speakers[index] = reading.firstPerson(source, sources: sources, speakers: speakers)
        }
        return speakers.map { $0! }
    }
}
