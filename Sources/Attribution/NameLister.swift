import Discourse

/// Finds whom an article names, whether they speak or not.
///
///     let names = NameLister(roster: roster)
///     names(document)   // [(United Nations, 3), (Mira Tasker, 1)]
///
/// Somebody counts once for every mention of the full name, family name or acronym; pronouns and roles do not
/// count. Listed are people and bodies that the roster, a title, a role or a given name vouches for, so that not
/// every run of capitals becomes one.
public struct NameLister: Sendable {
    private let roster: Roster

    public init(roster: Roster) { self.roster = roster }

    /// - Returns: Actors with the number of their mentions, in order of the first mention.
    public func callAsFunction(_ document: Document) -> [(actor: Actor, count: Int)] {
        let cast = CastBuilder.cast(of: document, roster: roster).cast
        var counts = [Int](repeating: 0, count: cast.members.count)
        for mention in cast.mentions {
            if let member = mention.member { counts[member] += 1 }
        }
        return cast.members.indices.filter { cast.members[$0].isFirm && counts[$0] > 0 }
            .sorted { (cast.members[$0].firstToken, $0) < (cast.members[$1].firstToken, $1) }
            .map { (cast.members[$0].actor, counts[$0]) }
    }
}
