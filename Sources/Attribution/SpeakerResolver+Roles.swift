import Discourse

extension SpeakerResolver.Reading {
    /// To what a described person or body belongs.
    struct Body {
        var country: Int?
        /// Index into the roster's organizations.
        var organization: Int?
        /// A body that the roster does not have: *the Kenyan foreign ministry*.
        var institution: Actor?
        /// A member of the cast whose spokesman, office or envoy it is.
        var person: Int?
        /// The organization, when it is named and not only reached through a country.
        var namedOrganization: Int?
        /// Whether the description is of the past: *the former president*.
        var isFormer = false

        var isEmpty: Bool { country == nil && organization == nil && institution == nil && person == nil }
    }

    /// Reads the body from the words before the head, and then from those after *of*, *for*, *to*.
    func body(of parts: Parts) -> Body {
        var body = Body()
        body.isFormer = parts.core.contains { CastBuilder.formers.contains(keys[$0]) }
        read(parts.core, into: &body, except: parts.head.upperBound)
        if body.isEmpty, let pronoun = possessive(parts) { body.person = pronoun }
        if body.isEmpty, let preposition = parts.rest.first, CastBuilder.prepositions.contains(keys[preposition]) {
            let end = parts.rest.dropFirst().first { document.tokens[$0].kind == .mark } ?? parts.source.upperBound
            read(preposition + 1..<end, into: &body, except: -1)
        }
        return body
    }

    private func possessive(_ parts: Parts) -> Int? {
        let first = parts.core.lowerBound
        let word = keys[first] == WordKey("his") ? "he" : keys[first] == WordKey("her") ? "she" : ""
        guard !word.isEmpty else { return nil }
        return antecedent(of: word, at: first..<first + 1)
    }

    private func read(_ tokens: Range<Int>, into body: inout Body, except end: Int) {
        for index in cast.mentions(in: tokens) {
            let mention = cast.mentions[index]
            guard let phrase = phrase(mention) else {
                if let member = mention.member {
                    if cast.members[member].isPerson {
                        body.person = member
                    } else {
                        body.institution = cast.members[member].actor
                    }
                }
                continue
            }
            if phrase.person >= 0 { body.person = mention.member }
            if phrase.institution >= 0, mention.tokens.upperBound != end, let country = body.country {
                let found = institution(Int(phrase.institution), in: country)
                (body.organization, body.institution) = (found.organization, found.actor)
            } else if phrase.organization >= 0 {
                body.organization = Int(phrase.organization)
                body.namedOrganization = Int(phrase.organization)
                body.country = body.country ?? roster.organizations[Int(phrase.organization)].country
            } else if let country = country(of: phrase) {
                body.country = country
            }
        }
    }

    func country(of phrase: MentionTable.Phrase) -> Int? {
        if phrase.country >= 0 { return Int(phrase.country) }
        if phrase.demonyms.count == 1 { return phrase.demonyms[0] }
        let named = phrase.demonyms.filter { cast.namedCountries.contains($0) }
        if named.count == 1 { return named[0] }
        return phrase.capital >= 0 ? Int(phrase.capital) : nil
    }

    /// The actor of a body.
    private func actor(of body: Body) -> Actor? {
        if let person = body.person, body.organization == nil { return cast.members[person].actor }
        if let institution = body.institution { return institution }
        if let organization = body.organization { return roster.organizations[organization].actor }
        return body.country.map { roster.organizations[roster.countries[$0].government].actor }
    }

    /// Whether a member of the cast belongs to a body, by the article or the roster.
    func belongs(_ member: Int, to body: Body) -> Bool {
        let member = cast.members[member]
        guard member.isPerson else { return false }
        for affiliation in member.affiliations {
            if let organization = body.namedOrganization {
                if affiliation.organization == organization { return true }
            } else if let country = body.country, affiliation.country == country {
                return true
            }
        }
        guard let person = member.person else { return false }
        return roster.membershipsOfPerson[person].contains { index in
            let membership = roster.memberships[index]
            guard roster.holds(membership, on: document.article.published) else { return false }
            if let organization = body.namedOrganization { return membership.organization == organization }
            return body.country != nil && roster.organizations[membership.organization].country == body.country
        }
    }
}

// MARK: - Institutions

extension SpeakerResolver.Reading {
    /// A body that every state has, in one country.
    func institution(_ index: Int, in country: Int) -> (organization: Int?, actor: Actor?) {
        let institution = roster.institutions[index]
        if let known = roster.organization(sector: institution.sector, country: country) { return (known, nil) }
        let state = roster.countries[country]
        let name = "\(institution.name) of \(state.name)"
        return (nil, Actor(id: Slug.of(name), name: name, kind: .organization, country: state.iso3))
    }

    /// *the Kenyan foreign ministry*, *the Trump administration*, *the ministry*
    mutating func institution(_ index: Int, _ mention: Mention, _ parts: Parts) -> SpeakerResolver.Found? {
        let body = body(of: parts)
        let words = text(parts.core)
        if let country = body.country
            ?? body.person.flatMap({ cast.members[$0].person }).flatMap({ roster.country(ofPerson: $0) })
        {
            let found = institution(index, in: country)
            if let organization = found.organization {
                let through = body.country == nil ? " of '\(cast.members[body.person!].actor.name)'" : ""
                return speaker(
                    organization: organization, at: mention.tokens.lowerBound,
                    "'\(words)' is the body\(through) in \(roster.countries[country].name)")
            }
            return speaker(
                actor: found.actor!, at: mention.tokens.lowerBound,
                "'\(words)' is that body of \(roster.countries[country].name)")
        }
        if let organization = body.namedOrganization {
            return speaker(organization: organization, at: mention.tokens.lowerBound, "'\(words)' is of that body")
        }
        return institutionNamedBefore(index, mention, words)
    }

    /// *the government*: the last one that the article named with its country.
    private mutating func institutionNamedBefore(_ index: Int, _ mention: Mention, _ words: String)
        -> SpeakerResolver.Found
    {
        let sector = roster.institutions[index].sector
        var before = cast.firstMention(from: mention.tokens.lowerBound) - 1
        while before >= 0 {
            let earlier = cast.mentions[before]
            if let member = earlier.member, let organization = cast.members[member].organization,
                Self.isOf(sector, roster.organizations[organization].sector), sector != "executive"
            {
                return speaker(
                    member,
                    "'\(words)' after '\(cast.members[member].actor.name)', paragraph \(paragraphNumber(earlier.tokens.lowerBound))"
                )
            }
            if let phrase = phrase(earlier), phrase.institution >= 0,
                Self.isOf(sector, roster.institutions[Int(phrase.institution)].sector),
                before > 0, let country = self.phrase(cast.mentions[before - 1]).flatMap({ country(of: $0) }),
                earlier.tokens.lowerBound - cast.mentions[before - 1].tokens.upperBound <= 1
            {
                let found = institution(Int(phrase.institution), in: country)
                let reason =
                    "'\(words)' after '\(text(cast.mentions[before - 1].tokens.lowerBound..<earlier.tokens.upperBound))', paragraph \(paragraphNumber(earlier.tokens.lowerBound))"
                if let organization = found.organization {
                    return speaker(organization: organization, at: mention.tokens.lowerBound, reason)
                }
                return speaker(actor: found.actor!, at: mention.tokens.lowerBound, reason)
            }
            before -= 1
        }
        guard let country = mainCountry(before: mention.tokens.lowerBound) else {
            return .unknown("'\(words)' of which country is not said before it")
        }
        let found = institution(index, in: country)
        let reason = "'\(words)' of \(roster.countries[country].name), the state the article is about so far"
        if let organization = found.organization {
            return speaker(organization: organization, at: mention.tokens.lowerBound, reason)
        }
        return speaker(actor: found.actor!, at: mention.tokens.lowerBound, reason)
    }

    /// Whether a body of one sector may be called by the word of another: any ministry is *the ministry*.
    private static func isOf(_ sector: String, _ other: String) -> Bool {
        sector == other || sector == "ministry" && other.hasSuffix("-ministry")
    }

    /// The state named at least three times before a place, and three times as often as any other.
    private func mainCountry(before token: Int) -> Int? {
        var counts: [Int: Int] = [:]
        for mention in cast.mentions[..<cast.firstMention(from: token)] {
            guard let phrase = phrase(mention), phrase.person < 0 else { continue }
            if let country = country(of: phrase) ?? (phrase.peoples.count == 1 ? phrase.peoples[0] : nil) {
                counts[country, default: 0] += 1
            }
        }
        let ranked = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        guard let first = ranked.first, first.value >= 3, ranked.count == 1 || first.value >= 3 * ranked[1].value else {
            return nil
        }
        return first.key
    }
}

// MARK: - Roles

extension SpeakerResolver.Reading {
    /// *the foreign minister*, *a Hamas spokesman*, *Russia's top diplomat*
    mutating func role(_ role: Int, _ mention: Mention, _ parts: Parts) -> SpeakerResolver.Found {
        let role = posted(role, parts)
        let kind = roster.roles[role].kind
        let body = body(of: parts)
        if !isIndefinite(parts) {
            if let found = introduced(role, body, mention, parts) { return found }
            if !kind.speaksForOthers, let found = holder(of: role, body, mention) { return found }
        }
        if !body.isFormer, let principal = actor(of: body) {
            if kind.speaksForOthers { return representative(role, of: principal, mention) }
            if !kind.isCommon, !isIndefinite(parts) { return office(role, of: principal, mention) }
        }
        if kind.isCommon || isIndefinite(parts) || body.isFormer { return unnamed(parts) }
        return .unknown("'\(text(parts.source))' fits nobody named before it, and its body is not said")
    }

    /// The role of an ambassador when a diplomat is posted to another state: *Norland's top diplomat in Vastby*.
    private func posted(_ role: Int, _ parts: Parts) -> Int {
        guard roster.roles[role].kind == .foreignMinister, let preposition = parts.rest.first,
            [WordKey("in"), WordKey("to")].contains(keys[preposition]),
            let ambassador = roster.roles.firstIndex(where: { $0.kind == .ambassador }),
            let host = cast.mentions(in: preposition + 1..<parts.source.upperBound).first.flatMap({
                phrase(cast.mentions[$0]).flatMap { country(of: $0) }
            }), host != body(of: parts).country
        else { return role }
        return ambassador
    }

    /// Somebody whom the article introduces with this role, and with this body where one is given.
    private mutating func introduced(_ role: Int, _ body: Body, _ mention: Mention, _ parts: Parts) -> SpeakerResolver
        .Found?
    {
        let kind = roster.roles[role].kind
        let fitting = holders(of: kind, body)
        if fitting.count == 1 { return byRole(fitting[0], mention) }
        guard fitting.count > 1 else { return kind.isCommon ? lastOf(body, parts) : nil }
        let found = nearest(before: mention.tokens.lowerBound, text(mention.tokens), { fitting.contains($0) }) {
            name, paragraph in
            "'\(text(mention.tokens))' is '\(name)', paragraph \(paragraph)"
        }
        if found.member != nil { return found }
        return .unknown(
            "'\(text(mention.tokens))' could be \(fitting.map { cast.members[$0].actor.name }.sorted().joined(separator: " or "))"
        )
    }

    /// *the Hamas official*: the last speaker of that body, when the role is one that many hold.
    private func lastOf(_ body: Body, _ parts: Parts) -> SpeakerResolver.Found? {
        guard body.namedOrganization != nil, keys[parts.core.lowerBound] == WordKey("the"),
            let turn = turns.last(where: { $0.found.member.map { belongs($0, to: body) } ?? false }),
            let member = turn.found.member
        else { return nil }
        return again(turn.found, "'\(text(parts.source))' is '\(cast.members[member].actor.name)'", turn.tokens)
    }

    private func byRole(_ member: Int, _ mention: Mention) -> SpeakerResolver.Found {
        let name = cast.members[member].actor.name
        return speaker(
            member,
            "'\(text(mention.tokens))' is '\(name)', paragraph \(paragraphNumber(cast.members[member].firstToken))")
    }

    /// The members whom the article introduces with a kind of role, or else those who hold it by the roster.
    func holders(of kind: Roster.Role.Kind, _ body: Body) -> [Int] {
        let people = cast.members.indices.filter { cast.members[$0].isPerson && cast.members[$0].isFirm }
        let introduced = people.filter { isIntroduced(cast.members[$0], as: kind, body) }
        return introduced.isEmpty ? people.filter { isKnown(cast.members[$0], as: kind, body) } : introduced
    }

    private func isIntroduced(_ member: CastMember, as kind: Roster.Role.Kind, _ body: Body) -> Bool {
        member.affiliations.contains { affiliation in
            guard let role = affiliation.role, roster.roles[role].kind == kind, affiliation.isFormer == body.isFormer
            else { return false }
            if let organization = body.organization {
                return affiliation.organization == organization
                    || affiliation.organization == nil && belongsByRoster(member, body)
            }
            guard let country = body.country else { return true }
            return affiliation.country == country || affiliation.country == nil && belongsByRoster(member, body)
        }
    }

    private func isKnown(_ member: CastMember, as kind: Roster.Role.Kind, _ body: Body) -> Bool {
        guard let person = member.person else { return false }
        return roster.membershipsOfPerson[person].contains { index in
            let membership = roster.memberships[index]
            guard let role = membership.role, roster.roles[role].kind == kind,
                body.isFormer ? membership.end != nil : roster.holds(membership, on: document.article.published)
            else { return false }
            if body.isEmpty { return true }
            if let organization = body.organization {
                return membership.organization == organization || membership.onBehalfOf == organization
            }
            return body.country != nil && roster.organizations[membership.organization].country == body.country
        }
    }

    private func belongsByRoster(_ member: CastMember, _ body: Body) -> Bool {
        guard let country = body.country else { return false }
        return member.actor.country == roster.countries[country].iso3
    }

    /// Who holds a role on the article's day by the roster, though the article does not name them.
    private mutating func holder(of role: Int, _ body: Body, _ mention: Mention) -> SpeakerResolver.Found? {
        guard !body.isFormer, !body.isEmpty, body.person == nil, body.institution == nil,
            !roster.roles[role].kind.isCommon
        else { return nil }
        let day = document.article.published
        let holders = roster.holders(
            of: roster.roles[role].kind, country: body.country, organization: body.organization, on: day)
        guard holders.count == 1 else { return nil }
        let person = roster.persons[holders[0]]
        let member = cast.memberOfPerson[holders[0]] ?? addMember(holders[0], person, at: mention.tokens.lowerBound)
        let when = day.map { "was \(person.actor.name) on \($0)" } ?? "is \(person.actor.name), the only one known"
        return speaker(member, "'\(text(mention.tokens))' \(when)")
    }

    private mutating func addMember(_ index: Int, _ person: Roster.Person, at token: Int) -> Int {
        cast.members.append(
            CastMember(
                actor: person.actor, person: index, nameKeys: person.nameKeys, gender: person.gender, isFirm: true,
                firstToken: token))
        cast.memberOfPerson[index] = cast.members.count - 1
        return cast.members.count - 1
    }

    /// An unnamed spokesperson, envoy or aide, who speaks for a body or person.
    private mutating func representative(_ role: Int, of principal: Actor, _ mention: Mention) -> SpeakerResolver.Found
    {
        let name = roster.roles[role].role
        let actor = Actor(
            id: "\(Slug.of(name))-of-\(principal.id)", name: "\(name) of \(principal.name)", kind: .person,
            country: principal.country)
        let member = member(actor, [], at: mention.tokens.lowerBound, onBehalfOf: principal)
        return speaker(member, "unnamed \(name), speaks for '\(principal.name)'")
    }

    /// The holder of an office whose name neither the article nor the roster gives.
    private mutating func office(_ role: Int, of body: Actor, _ mention: Mention) -> SpeakerResolver.Found {
        let name = roster.roles[role].phrase
        let actor = Actor(
            id: "\(Slug.of(name))-of-\(body.id)", name: "\(name) of \(body.name)", kind: .person, country: body.country)
        let member = member(actor, [], at: mention.tokens.lowerBound)
        let speaker = Speaker(status: .collective, actor: actor, linkReason: "the office; who held it is not said")
        return SpeakerResolver.Found(speaker: speaker, member: member)
    }
}
