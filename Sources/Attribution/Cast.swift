import Discourse

/// All whom an article names, and where.
struct Cast: Sendable {
    var members: [CastMember] = []
    /// In order, none inside another; those that name somebody say whom.
    var mentions: [Mention] = []
    /// Members by the words that may stand for their names alone.
    var membersOfWord: [WordKey: [Int]] = [:]
    /// Persons by the first word of their names.
    var membersOfFirstWord: [WordKey: [Int]] = [:]
    /// Members by an acronym that the article gives in brackets.
    var membersOfAcronym: [WordKey: Int] = [:]
    var memberOfPerson: [Int: Int] = [:]
    var memberOfOrganization: [Int: Int] = [:]
    /// The countries that are named by their own names.
    var namedCountries: Set<Int> = []

    /// The mentions that start in a token range, as indices.
    func mentions(in tokens: Range<Int>) -> Range<Int> {
        firstMention(from: tokens.lowerBound)..<firstMention(from: tokens.upperBound)
    }

    /// The first mention that starts at a token or after it.
    func firstMention(from token: Int) -> Int {
        var (low, high) = (0, mentions.count)
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].tokens.lowerBound >= token { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
