import Discourse

extension SpeakerResolver.Reading {
    private static func keys(_ words: String) -> Set<WordKey> { Set(words.split(separator: " ").map { WordKey($0) }) }

    /// Say how many, and nothing of who.
    private static let quantities = keys(
        "percent dozens hundreds thousands scores majority number half most many some several all group handful both one two three four five"
    )
    static let indefinite = keys(
        "a an one another some many several most few two three four five six seven eight nine ten dozens hundreds all more other"
    )
    static let determiners = indefinite.union(
        keys("the this that these those its their our his her at least about nearly"))
    /// What works for a person and speaks for them.
    private static let offices = keys("office campaign team camp")
    private static let of = WordKey("of")

    /// A source that is no pronoun and no list.
    mutating func described(_ source: Range<Int>) -> SpeakerResolver.Found {
        let parts = parts(of: source)
        if let found = quantity(parts) { return found }
        if let found = example(parts) { return found }
        if let found = named(parts) { return found }
        let last = cast.mentions(in: parts.head).last.map { cast.mentions[$0] }
        if let last, last.tokens.upperBound == parts.head.upperBound, let phrase = phrase(last) {
            if phrase.institution >= 0, let found = institution(Int(phrase.institution), last, parts) { return found }
            if phrase.role >= 0 { return apposed(parts) ?? role(Int(phrase.role), last, parts) }
            if !phrase.peoples.isEmpty || !phrase.demonyms.isEmpty { return people(phrase, last, parts) }
        }
        return apposed(parts) ?? byHeadWord(parts)
    }

    /// *dozens of officials*, *54 percent of voters*: the ones counted.
    private mutating func quantity(_ parts: Parts) -> SpeakerResolver.Found? {
        guard let last = parts.core.last, let of = parts.rest.first, keys[of] == Self.of,
            of + 1 < parts.source.upperBound,
            Self.quantities.contains(keys[last]) || document.tokens[last].kind == .number,
            !Self.the(parts, self) || keys[last] != WordKey("group")
        else { return nil }
        return resolve(of + 1..<parts.source.upperBound)
    }

    private static func the(_ parts: Parts, _ reading: Self) -> Bool {
        reading.keys[parts.core.lowerBound] == WordKey("the")
    }

    func isIndefinite(_ parts: Parts) -> Bool {
        parts.possessor.isEmpty && Self.indefinite.contains(keys[parts.core.lowerBound])
    }

    /// *Ukrainians*, *the British*
    private func people(_ phrase: MentionTable.Phrase, _ mention: Mention, _ parts: Parts) -> SpeakerResolver.Found {
        let countries = phrase.peoples + phrase.demonyms
        return group(
            name(parts), country: countries.count == 1 ? countries[0] : nil, isPlural: true,
            "a people, not its government")
    }

    /// Sources whose head is a common noun.
    private mutating func byHeadWord(_ parts: Parts) -> SpeakerResolver.Found {
        guard let last = headWord(parts) else { return .unknown("'\(text(parts.source))' has no head word") }
        let key = keys[last]
        if Self.offices.contains(key), let found = office(parts, document.text(of: last)) { return found }
        if roster.words.documents.contains(key) { return issuer(parts) }
        if roster.words.bodies.contains(key) || Self.fighters.contains(key), let found = bodyByKind(parts) {
            return found
        }
        if let found = leaders(parts) { return found }
        guard canSpeak(last) || Self.determiners.contains(key) else {
            return .unknown("'\(document.text(of: last))' is nobody who can speak")
        }
        if isPlural(last) {
            return many(last + 1 < parts.core.upperBound ? self.parts(of: parts.source, end: last + 1) : parts)
        }
        if let found = spokenOfBefore(parts) { return found }
        guard Self.people.contains(key) || isIndefinite(parts) || !body(of: parts).isEmpty else {
            return .unknown("'\(text(parts.source))' fits nobody named before it")
        }
        return unnamed(parts)
    }

    private static let theirs = keys("his her")
    private static let fighters = keys(
        "rebels militants fighters forces militia insurgents separatists movement government party")
    private static let people = keys(
        "resident witness fighter survivor diplomat woman man person source neighbor neighbour teacher doctor student")

    func isPlural(_ token: Int) -> Bool {
        if roster.words.plurals.contains(keys[token]) { return true }
        let bytes = document.tokens[token].bytes
        guard bytes.count > 3, document.tokens[token].shape == .lower else { return false }
        let (last, before) = (document.utf8[bytes.upperBound - 1], document.utf8[bytes.upperBound - 2])
        return last == UInt8(ascii: "s") && before != UInt8(ascii: "s")
    }

    // MARK: Many and unnamed

    /// *Ukrainian officials*, *residents*: a group of its own, never its government.
    func many(_ parts: Parts) -> SpeakerResolver.Found {
        let countries = Set(
            cast.mentions(in: parts.core).compactMap { phrase(cast.mentions[$0]).flatMap { country(of: $0) } })
        let single = countries.count > 1 ? nil : body(of: parts).country
        return group(name(parts), country: single, isPlural: true, "many who are not named one by one")
    }

    /// *a Western diplomat*: whoever stands behind the description.
    mutating func unnamed(_ parts: Parts) -> SpeakerResolver.Found {
        let body = body(of: parts)
        return group(name(parts), country: body.country, isPlural: false, "one who is not named")
    }

    /// The description without determiners, states as adjectives: *Some of Ukraine's officials* → *Ukrainian officials*.
    func name(_ parts: Parts) -> String {
        var words: [String] = []
        var token = parts.core.lowerBound
        while token < parts.core.upperBound {
            let index = cast.firstMention(from: token)
            if index < cast.mentions.count, cast.mentions[index].tokens.lowerBound == token,
                let phrase = phrase(cast.mentions[index]), phrase.organization < 0, phrase.person < 0, phrase.role < 0,
                let country = phrase.country >= 0
                    ? Int(phrase.country) : phrase.demonyms.count == 1 ? phrase.demonyms[0] : nil,
                let demonym = roster.countries[country].demonyms.first,
                parts.core.upperBound > cast.mentions[index].tokens.upperBound
            {
                words.append(demonym)
                token = cast.mentions[index].tokens.upperBound
                continue
            }
            let isSmall =
                words.isEmpty && (Self.determiners.contains(keys[token]) || document.tokens[token].kind == .number)
            if !isSmall, document.tokens[token].kind == .word { words.append(document.text(of: token)) }
            token += 1
        }
        // A bare "people" or "officials" says who only with what follows.
        if words.count <= 1, !parts.rest.isEmpty {
            for token in parts.rest.prefix(6) {
                guard document.tokens[token].kind == .word || document.tokens[token].kind == .clitic else { break }
                if document.tokens[token].kind == .clitic, let last = words.indices.last {
                    words[last] += document.text(of: token)
                } else {
                    words.append(document.text(of: token))
                }
            }
        }
        let name = words.joined(separator: " ")
        return name.isEmpty ? text(parts.core) : name
    }

    // MARK: Bodies and documents

    /// *his office*, *Trump's campaign*: what works for that person.
    private mutating func office(_ parts: Parts, _ word: String) -> SpeakerResolver.Found? {
        let isOffice = keys[parts.head.upperBound - 1] == WordKey("office")
        guard let person = body(of: parts).person else {
            return isOffice ? .unknown("whose office '\(text(parts.source))' is, is not clear") : nil
        }
        let holder = cast.members[person]
        let country = holder.person.flatMap { roster.country(ofPerson: $0) }
        if isOffice, holdsHeadOffice(holder), let country,
            let known = roster.organization(sector: "executive-office", country: country)
        {
            return speaker(organization: known, at: parts.source.lowerBound, "office of '\(holder.actor.name)'")
        }
        let actor = Actor(
            id: "\(Slug.of(word))-of-\(holder.actor.id)", name: "\(word) of \(holder.actor.name)", kind: .organization,
            country: holder.actor.country)
        return speaker(
            actor: actor, at: parts.source.lowerBound, onBehalfOf: holder.actor, "\(word) of '\(holder.actor.name)'")
    }

    private func holdsHeadOffice(_ member: CastMember) -> Bool {
        guard let person = member.person else { return false }
        return roster.membershipsOfPerson[person].contains { index in
            let membership = roster.memberships[index]
            guard let role = membership.role, roster.holds(membership, on: document.article.published) else {
                return false
            }
            return roster.roles[role].kind == .headOfState || roster.roles[role].kind == .headOfGovernment
        }
    }

    /// *the statement*: who issued it, which is the body before the word or the last speaker.
    private mutating func issuer(_ parts: Parts) -> SpeakerResolver.Found {
        let body = body(of: parts)
        if let organization = body.organization {
            return speaker(
                organization: organization, at: parts.source.lowerBound, "'\(text(parts.source))' is issued by it")
        }
        if let person = body.person { return speaker(person, "'\(text(parts.source))' is theirs") }
        if let turn = turns.last, isIssuedNear(parts, turn) {
            return again(
                turn.found, "'\(text(parts.source))' is taken as that of '\(turn.found.speaker.actor!.name)'",
                turn.tokens)
        }
        return .unknown("who issued '\(text(parts.source))' is not said near it")
    }

    /// Whether the last speaker spoke in this paragraph or the one before, or up to three before and through the
    /// very document: *they said in a joint statement*.
    private func isIssuedNear(_ parts: Parts, _ turn: SpeakerResolver.Turn) -> Bool {
        let distance =
            document.paragraph(of: parts.source.lowerBound) - document.paragraph(of: turn.tokens.lowerBound)
        guard distance > 1, distance <= 3, let word = parts.head.last else { return distance <= 1 }
        return document.sentences[document.sentence(of: turn.tokens.lowerBound)].contains { keys[$0] == keys[word] }
    }

    /// *the group*, *Houthi rebels*, *the militia*: the body named with it, or the last one named before.
    private mutating func bodyByKind(_ parts: Parts) -> SpeakerResolver.Found? {
        if let organization = body(of: parts).namedOrganization {
            return speaker(
                organization: organization, at: parts.source.lowerBound, "'\(text(parts.core))' is that body")
        }
        if Self.theirs.contains(keys[parts.core.lowerBound]) {
            return .unknown("which body '\(text(parts.source))' is, is not clear")
        }
        guard !isIndefinite(parts), parts.head.last.map({ roster.words.bodies.contains(keys[$0]) }) ?? false else {
            return nil
        }
        let country = body(of: parts).country
        var index = cast.firstMention(from: parts.source.lowerBound) - 1
        while index >= 0 {
            if let member = cast.mentions[index].member, isGroup(member),
                country.map({
                    roster.countries[$0].iso3 == cast.members[member].actor.country ?? roster.countries[$0].iso3
                }) ?? true
            {
                let name = cast.members[member].actor.name
                return speaker(
                    member,
                    "'\(text(parts.core))' after '\(name)', paragraph \(paragraphNumber(cast.mentions[index].tokens.lowerBound))"
                )
            }
            index -= 1
        }
        return .unknown("no group is named before '\(text(parts.source))'")
    }

    /// *G7 leaders*: a body of states speaks through them.
    private mutating func leaders(_ parts: Parts) -> SpeakerResolver.Found? {
        guard let last = parts.head.last, keys[last] == WordKey("leaders"),
            let organization = body(of: parts).namedOrganization,
            roster.organizations[organization].sector == "international"
        else { return nil }
        return speaker(organization: organization, at: parts.source.lowerBound, "'\(text(parts.core))' speak for it")
    }

    private func isGroup(_ member: Int) -> Bool {
        let member = cast.members[member]
        guard member.actor.kind == .organization else { return false }
        guard let organization = member.organization else { return true }
        return ["armed-group", "party", "non-governmental", "think-tank", "opposition", "military-coalition"].contains(
            roster.organizations[organization].sector)
    }

    /// *the Hamas official*: the last speaker who belongs to that body.
    private func spokenOfBefore(_ parts: Parts) -> SpeakerResolver.Found? {
        guard !isIndefinite(parts) else { return nil }
        let body = body(of: parts)
        guard !body.isEmpty, let turn = turns.last(where: { $0.found.member.map { belongs($0, to: body) } ?? false }),
            let member = turn.found.member
        else { return nil }
        return again(turn.found, "'\(text(parts.source))' is '\(cast.members[member].actor.name)'", turn.tokens)
    }
}
