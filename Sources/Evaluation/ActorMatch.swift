import Discourse

/// Whether a speaker that was found is the one that people wrote down.
///
/// People write names in their own way: *Iranian foreign ministry*, *Ukrainian government*, *SBU (Ukraine's
/// security agency)*. Two names are the same when
///
/// 1. the gold name, read alone as a source, leads to the same actor: the roster's aliases, capitals and
///    demonyms decide, and a government is its state;
/// 2. or both have the same words, in any order, without case, marks on letters, brackets, small words and initials;
/// 3. or, for actors that are described and not named, all words of one are among those of the other
///    and the noun at the end is the same: *US officials* and *senior US officials*.
public struct ActorMatch: Sendable {
    /// - Parameters:
    ///   - gold: The name that people wrote.
    ///   - alone: Whom that name means by the roster when it stands alone; nil for nobody.
    ///   - found: The actor of the statement.
    public static func isRight(gold: String, alone: Actor?, found: Actor) -> Bool {
        if let alone, alone.id == found.id { return true }
        let (wanted, given) = (words(of: gold), words(of: found.name))
        if Set(wanted) == Set(given), !wanted.isEmpty { return true }
        // What the gold name is called by the roster may be spelled as the actor is.
        guard found.kind == .group, let last = given.last,
            wanted.contains(last) || alone.map({ words(of: $0.name).last == last }) ?? false
        else { return false }
        let readings = [wanted] + (alone.map { [words(of: $0.name)] } ?? [])
        return readings.contains { Set(given).isSubset(of: $0) || Set($0).isSubset(of: given) }
    }

    private static let small: Set<Substring> = [
        "the", "a", "an", "of", "and", "some", "in", "s", "mr", "mrs", "ms", "dr",
    ]

    /// The words of a name as in an id, without small words and what stands in brackets.
    static func words(of name: String) -> [Substring] {
        let outside = name.split(separator: "(", maxSplits: 1).first ?? ""
        let plain = outside.split(separator: " ").map { word in
            word.hasSuffix("'s") || word.hasSuffix("’s") ? word.dropLast(2) : word
        }
        return plain.flatMap { Slug.of(String($0)).split(separator: "-") }.filter {
            !small.contains($0) && ($0.utf8.count > 1 || $0.first!.isNumber)
        }
    }
}
