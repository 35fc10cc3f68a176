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
    /// Joins names as *and* does: *Norland, alongside Sudria*.
    private static let joiners: Set<WordKey> = [and, WordKey("alongside")]
    private static let stops: Set<WordKey> = CastBuilder.prepositions.union(
        [
            "like", "such", "including", "alongside", "and", "who", "whose", "that", "which", "after", "familiar",
            "close", "but",
        ].map { WordKey($0) })
    private static let examples: Set<WordKey> = [WordKey("like"), WordKey("such")]

    /// - Parameter end: Where the core ends, when that is known.
    func parts(of source: Range<Int>, end known: Int? = nil) -> Parts {
        let names = cast.mentions(in: source)
        func isInsideName(_ token: Int) -> Bool {
            names.contains { cast.mentions[$0].tokens.contains(token) && cast.mentions[$0].tokens.lowerBound != token }
        }
        let end =
            known ?? source.dropFirst().first { token in
                let kind = document.tokens[token].kind
                let isStop =
                    kind == .word && Self.stops.contains(keys[token]) || kind == .mark || kind == .terminal
                    || kind == .quote
                return isStop && !isInsideName(token)
            } ?? source.upperBound
        let core = source.lowerBound..<end
        let mark = core.last { document.tokens[$0].kind == .clitic && !isInsideName($0) && $0 + 1 < core.upperBound }
        return Parts(
            source: source, core: core,
            possessor: mark.map { core.lowerBound..<$0 } ?? core.lowerBound..<core.lowerBound,
            head: (mark.map { $0 + 1 } ?? core.lowerBound)..<core.upperBound)
    }

    /// *Ukraine, the United States and NATO*: a group of those who are named one by one.
    mutating func joint(_ source: Range<Int>) -> SpeakerResolver.Found? {
        let names = cast.mentions(in: source)
        guard source.contains(where: { Self.joiners.contains(keys[$0]) }), !names.isEmpty else { return nil }
        var (pieces, start) = ([Range<Int>](), source.lowerBound)
        var isLast = false
        for token in source where Self.joiners.contains(keys[token]) || document.tokens[token].kind == .mark {
            guard !names.contains(where: { cast.mentions[$0].tokens.contains(token) }) else { continue }
            if start < token { pieces.append(start..<token) }
            start = token + 1
            // What follows a comma after the last of them only describes: "X and Y, the two neighbours".
            if isLast { break }
            isLast = Self.joiners.contains(keys[token])
        }
        if start < source.upperBound, isLast, Self.joiners.contains(keys[start - 1]) {
            pieces.append(start..<source.upperBound)
        }
        guard pieces.count > 1 else { return nil }
        if sharesHead(pieces) { return many(parts(of: source, end: source.upperBound)) }
        var actors: [Actor] = []
        for piece in pieces {
            guard let actor = partner(piece, isLast: piece == pieces.last) else { return nil }
            if !actors.contains(actor) { actors.append(actor) }
        }
        return actors.count > 1 ? together(actors, "named together:") : nil
    }

    /// One of those who speak together: a name or institution, or as the last of them many: *and the separatists*.
    private mutating func partner(_ piece: Range<Int>, isLast: Bool) -> Actor? {
        let parts = parts(of: piece)
        if isKnown(piece), let member = named(parts)?.member { return cast.members[member].actor }
        let mention = cast.mentions(in: parts.head).last.map { cast.mentions[$0] }
        if let mention, mention.tokens.upperBound == parts.head.upperBound, let phrase = phrase(mention),
            phrase.institution >= 0
        {
            return institution(Int(phrase.institution), mention, parts)?.speaker.actor
        }
        guard isLast, let last = parts.core.last, isPlural(last), !Self.possessives.contains(keys[piece.lowerBound])
        else { return nil }
        return many(parts).speaker.actor
    }

    private static let possessives = Set(["his", "her", "its", "their", "other"].map { WordKey($0) })

    /// *US and Israeli officials*: the last piece has a noun that the adjectives before it share.
    private func sharesHead(_ pieces: [Range<Int>]) -> Bool {
        guard let last = pieces.last?.last, document.tokens[last].shape == .lower, isPlural(last) else { return false }
        return pieces.dropLast().allSatisfy { piece in
            let mentions = cast.mentions(in: piece)
            guard let mention = mentions.last.map({ cast.mentions[$0] }), mention.tokens.upperBound == piece.upperBound
            else { return false }
            guard let phrase = phrase(mention) else { return mention.member == nil }
            return !phrase.demonyms.isEmpty
        }
    }

    /// Whether a piece ends in a name that the article or the roster knows.
    private func isKnown(_ piece: Range<Int>) -> Bool {
        cast.mentions(in: piece).last.map { cast.mentions[$0].member != nil || cast.mentions[$0].phrase != nil }
            ?? false
    }

    /// A group of its own for those who speak together.
    func together(_ actors: [Actor], _ reason: String) -> SpeakerResolver.Found {
        let joint = Actor(
            id: actors.map(\.id).joined(separator: "-and-"), name: Self.list(actors.map(\.name)), kind: .group)
        let names = actors.map { "'\($0.name)'" }.joined(separator: ", ")
        return SpeakerResolver.Found(
            speaker: Speaker(status: .collective, actor: joint, linkReason: "\(reason) \(names)"), isPlural: true)
    }

    private static func list(_ names: [String]) -> String {
        names.count == 2
            ? "\(names[0]) and \(names[1])"
            : names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1])"
    }

    /// A person or body that the source names at its head.
    mutating func named(_ parts: Parts) -> SpeakerResolver.Found? {
        guard let last = cast.mentions(in: parts.head).last,
            cast.mentions[last].tokens.upperBound == parts.head.upperBound
        else { return nil }
        let mention = cast.mentions[last]
        if let member = mention.member { return byName(member, mention) }
        guard let phrase = phrase(mention) else {
            let word = mention.tokens.upperBound - 1
            if roster.words.plurals.contains(keys[word]) || isPluralAcronym(word) { return many(parts) }
            return newcomer(last)
        }
        if phrase.country >= 0 || phrase.capital >= 0, !phrase.isRole {
            let country = phrase.country >= 0 ? Int(phrase.country) : Int(phrase.capital)
            let government = roster.countries[country].government
            let reason =
                phrase.country >= 0
                ? "'\(text(mention.tokens))' is the state" : "'\(text(mention.tokens))' stands for the government there"
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
            return speaker(
                member, phrase.isMetonym ? "'\(text(mention.tokens))' stands for '\(name)'" : "name of '\(name)'")
        }
        if known.isPerson, mention.tokens.count < known.nameKeys.count, phrase(mention) == nil {
            return speaker(member, "surname of '\(name)', paragraph \(first)")
        }
        if !known.isPerson, mention.tokens.count == 1 {
            return speaker(member, "acronym of '\(name)', paragraph \(first)")
        }
        return speaker(member, "name of '\(name)', paragraph \(paragraphNumber(mention.tokens.lowerBound))")
    }

    /// Somebody who is named here for the first time, by one word or a run that looked like no name.
    private mutating func newcomer(_ index: Int) -> SpeakerResolver.Found? {
        let mention = cast.mentions[index]
        let tokens = startOfRun(index)..<mention.tokens.upperBound
        let words = Array(keys[tokens])
        let name = text(tokens)
        if isCommonNoun(tokens) { return .unknown("'\(name)' is nobody who can speak") }
        let sharers = cast.membersOfWord[words[words.count - 1]] ?? []
        if sharers.count > 1 {
            return .unknown(
                "'\(name)' could be \(sharers.map { cast.members[$0].actor.name }.sorted().joined(separator: " or "))")
        }
        let isAcronym = words.count == 1 && document.tokens[tokens.lowerBound].shape == .upper && name.utf8.count <= 6
        let isBody =
            isAcronym
            || words.contains { roster.words.organizationWords.contains($0) || roster.words.placeWords.contains($0) }
        let known = roster.families[words[words.count - 1]] ?? []
        if words.count == 1, !known.isEmpty {
            return .unknown("'\(name)' alone, and the article does not say which")
        }
        let actor = Actor(id: Slug.of(name), name: name, kind: isBody ? .organization : .person)
        return speaker(actor: actor, words: words, at: tokens.lowerBound, "named '\(name)' without an introduction")
    }

    /// Where the capitalised words start that end in a mention; a headline has each as a mention of its own.
    private func startOfRun(_ index: Int) -> Int {
        var (index, start) = (index, cast.mentions[index].tokens.lowerBound)
        while index > 0, cast.mentions[index - 1].tokens.upperBound == start, cast.mentions[index - 1].phrase == nil,
            cast.mentions[index - 1].member == nil
        {
            index -= 1
            start = cast.mentions[index].tokens.lowerBound
        }
        return start
    }

    /// The member of an actor that the article makes, once for each id.
    mutating func member(_ actor: Actor, _ words: [WordKey], at token: Int, onBehalfOf: Actor? = nil) -> Int {
        if let known = cast.members.firstIndex(where: { $0.actor.id == actor.id }) { return known }
        cast.members.append(
            CastMember(actor: actor, nameKeys: words, onBehalfOf: onBehalfOf, isFirm: true, firstToken: token))
        if actor.kind == .person, let last = words.last {
            cast.membersOfWord[last, default: []].append(cast.members.count - 1)
        }
        return cast.members.count - 1
    }

    /// *residents like Tanya Usova*: the one who is named.
    mutating func example(_ parts: Parts) -> SpeakerResolver.Found? {
        guard let word = parts.rest.first, Self.examples.contains(keys[word]) else { return nil }
        let people = cast.mentions(in: parts.rest).filter {
            cast.mentions[$0].member.map { cast.members[$0].isPerson } ?? false
        }
        guard people.count == 1, let member = cast.mentions[people[0]].member else { return nil }
        cast.members[member].isFirm = true
        return speaker(member, "'\(cast.members[member].actor.name)' as the one named of '\(text(parts.core))'")
    }

    /// *A Hamas spokesman, Sami Abu Zuhri*: the person named after the comma.
    mutating func apposed(_ parts: Parts) -> SpeakerResolver.Found? {
        for index in cast.mentions(in: parts.rest) {
            guard let member = cast.mentions[index].member, cast.members[member].isPerson else { continue }
            var start = cast.mentions[index].tokens.lowerBound
            var before = index - 1
            while before >= 0, cast.mentions[before].tokens.upperBound == start,
                phrase(cast.mentions[before]).map({ $0.isWord || !$0.demonyms.isEmpty }) ?? false
            {
                start = cast.mentions[before].tokens.lowerBound
                before -= 1
            }
            guard start > parts.source.lowerBound,
                document.tokens[start - 1].kind == .mark || followsPosting(index, from: start)
            else { continue }
            cast.members[member].isFirm = true
            return speaker(member, "'\(cast.members[member].actor.name)' is named as '\(text(parts.core))'")
        }
        return nil
    }
}

extension SpeakerResolver.Reading {
    /// *Ambassador to the U.S. Asad Khan*: a state right before a name, with no role between them.
    private func followsPosting(_ index: Int, from start: Int) -> Bool {
        guard index > 0, cast.mentions[index - 1].tokens.upperBound == cast.mentions[index].tokens.lowerBound,
            let before = phrase(cast.mentions[index - 1])
        else { return false }
        return before.country >= 0 && !before.isWord
    }
}

extension MentionTable.Phrase {
    var isRole: Bool { role >= 0 }
}
