import Discourse

extension SpeakerResolver.Reading {
    /// How a source is built: what it is about, whose that is, and what follows.
    struct Parts {
        /// The whole source.
        let source: Range<Int>
        /// Up to the first preposition, comma or relative.
        let core: Range<Int>
        /// What stands before the last possessive mark of the core; empty when there is none.
        let possessor: Range<Int>
        /// The rest of the core, which ends with the head word.
        let head: Range<Int>
        /// What follows the core.
        var rest: Range<Int> { core.upperBound..<source.upperBound }
    }

    private static let and = WordKey("and")
    private static let stops: Set<WordKey> = CastBuilder.prepositions.union(
        ["like", "such", "including", "alongside", "and", "who", "whose", "that", "which", "after", "familiar", "close", "but"].map { WordKey($0) })
    private static let examples: Set<WordKey> = [WordKey("like"), WordKey("such")]

    func parts(of source: Range<Int>) -> Parts {
        let names = cast.mentions(in: source)
        func isInsideName(_ token: Int) -> Bool {
            names.contains { cast.mentions[$0].tokens.contains(token) && cast.mentions[$0].tokens.lowerBound != token }
        }
        let end = source.dropFirst().first { token in
            let kind = document.tokens[token].kind
            let isStop = kind == .word && Self.stops.contains(keys[token]) || kind == .mark || kind == .terminal || kind == .quote
            return isStop && !isInsideName(token)
        } ?? source.upperBound
        let core = source.lowerBound..<end
        let mark = core.last { document.tokens[$0].kind == .clitic && !isInsideName($0) && $0 + 1 < core.upperBound }
        return Parts(
            source: source, core: core, possessor: mark.map { core.lowerBound..<$0 } ?? core.lowerBound..<core.lowerBound,
            head: (mark.map { $0 + 1 } ?? core.lowerBound)..<core.upperBound)
    }

    /// *Ukraine, the United States and NATO*: a group of those who are named one by one.
    mutating func joint(_ source: Range<Int>) -> SpeakerResolver.Found? {
        let names = cast.mentions(in: source)
        guard source.contains(where: { keys[$0] == Self.and }), names.count > 1 else { return nil }
        var (pieces, start) = ([Range<Int>](), source.lowerBound)
        for token in source where keys[token] == Self.and || document.tokens[token].kind == .mark {
            guard !names.contains(where: { cast.mentions[$0].tokens.contains(token) }) else { continue }
            if start < token { pieces.append(start..<token) }
            start = token + 1
        }
        pieces.append(start..<source.upperBound)
        guard pieces.count > 1 else { return nil }
        var members: [Int] = []
        for piece in pieces where !piece.isEmpty {
            guard let member = named(parts(of: piece))?.member else { return nil }
            if !members.contains(member) { members.append(member) }
        }
        guard members.count > 1 else { return nil }
        let actors = members.map { cast.members[$0].actor }
        let joint = Actor(
            id: actors.map(\.id).joined(separator: "-and-"), name: Self.list(actors.map(\.name)), kind: .group)
        return SpeakerResolver.Found(
            speaker: Speaker(
                status: .collective, actor: joint,
                linkReason: "named together: \(actors.map { "'\($0.name)'" }.joined(separator: ", "))"), isPlural: true)
    }

    private static func list(_ names: [String]) -> String {
        names.count == 2 ? "\(names[0]) and \(names[1])" : names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1])"
    }

    /// A person or body that the source names at its head.
    mutating func named(_ parts: Parts) -> SpeakerResolver.Found? {
        guard let last = cast.mentions(in: parts.head).last, cast.mentions[last].tokens.upperBound == parts.head.upperBound
        else { return nil }
        let mention = cast.mentions[last]
        if let member = mention.member { return byName(member, mention) }
        guard let phrase = phrase(mention) else { return parts.head.count <= 4 ? newcomer(mention) : nil }
        if phrase.country >= 0 || phrase.capital >= 0, !phrase.isRole {
            let country = phrase.country >= 0 ? Int(phrase.country) : Int(phrase.capital)
            let government = roster.countries[country].government
            let reason = phrase.country >= 0 ? "'\(text(mention.tokens))' is the state" : "'\(text(mention.tokens))' stands for the government there"
            return speaker(organization: government, at: mention.tokens.lowerBound, reason)
        }
        return nil
    }

    private mutating func byName(_ member: Int, _ mention: Mention) -> SpeakerResolver.Found {
        cast.members[member].isFirm = true
        let known = cast.members[member]
        let name = known.actor.name
        let first = paragraphNumber(known.firstToken)
        if let phrase = phrase(mention), phrase.person < 0 {
            return speaker(member, phrase.isMetonym ? "'\(text(mention.tokens))' stands for '\(name)'" : "name of '\(name)'")
        }
        if known.isPerson, mention.tokens.count < known.nameKeys.count, phrase(mention) == nil {
            return speaker(member, "surname of '\(name)', paragraph \(first)")
        }
        if !known.isPerson, mention.tokens.count == 1 { return speaker(member, "acronym of '\(name)', paragraph \(first)") }
        return speaker(member, "name of '\(name)', paragraph \(paragraphNumber(mention.tokens.lowerBound))")
    }

    /// Somebody who is named here for the first time, by one word or a run that looked like no name.
    private mutating func newcomer(_ mention: Mention) -> SpeakerResolver.Found? {
        let words = Array(keys[mention.tokens])
        let name = text(mention.tokens)
        let sharers = cast.membersOfWord[words[words.count - 1]] ?? []
        if sharers.count > 1 {
            return .unknown("'\(name)' could be \(sharers.map { cast.members[$0].actor.name }.sorted().joined(separator: " or "))")
        }
        let isAcronym = words.count == 1 && document.tokens[mention.tokens.lowerBound].shape == .upper && name.utf8.count <= 6
        let isBody = isAcronym || words.contains { roster.words.organizationWords.contains($0) || roster.words.placeWords.contains($0) }
        let known = roster.families[words[words.count - 1]] ?? []
        if words.count == 1, !known.isEmpty {
            return .unknown("'\(name)' alone, and the article does not say which")
        }
        let actor = Actor(id: Slug.of(name), name: name, kind: isBody ? .organization : .person)
        return speaker(self.member(actor, words, at: mention.tokens.lowerBound), "named '\(name)' without an introduction")
    }

    /// The member of an actor that the article makes, once for each id.
    mutating func member(_ actor: Actor, _ words: [WordKey], at token: Int, onBehalfOf: Actor? = nil) -> Int {
        if let known = cast.members.firstIndex(where: { $0.actor.id == actor.id }) { return known }
        cast.members.append(
            CastMember(actor: actor, nameKeys: words, onBehalfOf: onBehalfOf, isFirm: true, firstToken: token))
        if actor.kind == .person, let last = words.last { cast.membersOfWord[last, default: []].append(cast.members.count - 1) }
        return cast.members.count - 1
    }

    /// *residents like Tanya Usova*: the one who is named.
    mutating func example(_ parts: Parts) -> SpeakerResolver.Found? {
        guard let word = parts.rest.first, Self.examples.contains(keys[word]) else { return nil }
        let people = cast.mentions(in: parts.rest).filter { cast.mentions[$0].member.map { cast.members[$0].isPerson } ?? false }
        guard people.count == 1, let member = cast.mentions[people.lowerBoundOrFirst].member else { return nil }
        cast.members[member].isFirm = true
        return speaker(member, "'\(cast.members[member].actor.name)' as the one named of '\(text(parts.core))'")
    }

    /// *A Hamas spokesman, Sami Abu Zuhri*: the person named after the comma.
    mutating func apposed(_ parts: Parts) -> SpeakerResolver.Found? {
        for index in cast.mentions(in: parts.rest) {
            guard let member = cast.mentions[index].member, cast.members[member].isPerson else { continue }
            var start = cast.mentions[index].tokens.lowerBound
            var before = index - 1
            while before >= 0, cast.mentions[before].tokens.upperBound == start, cast.mentions[before].member == nil {
                start = cast.mentions[before].tokens.lowerBound
                before -= 1
            }
            guard start > parts.source.lowerBound, document.tokens[start - 1].kind == .mark else { continue }
            cast.members[member].isFirm = true
            return speaker(member, "'\(cast.members[member].actor.name)' is named as '\(text(parts.core))'")
        }
        return nil
    }
}

extension [Int] {
    fileprivate var lowerBoundOrFirst: Int { self[0] }
}

extension MentionTable.Phrase {
    var isRole: Bool { role >= 0 }
}
