import Discourse

/// Gathers the cast of an article: first all full names, then the words that stand for them.
///
/// Full names come first because bullets and headlines often use a family name before the text
/// introduces the person.
struct CastBuilder {
    let document: Document
    let roster: Roster
    let keys: [WordKey]
    var cast = Cast()

    static func cast(of document: Document, roster: Roster) -> (cast: Cast, keys: [WordKey]) {
        var builder = CastBuilder(document: document, roster: roster)
        builder.build()
        return (builder.cast, builder.keys)
    }

    private init(document: Document, roster: Roster) {
        let finder = MentionFinder(document: document, roster: roster)
        (self.document, self.roster, keys) = (document, roster, finder.keys)
        cast.mentions = finder.mentions()
    }

    private mutating func build() {
        for mention in cast.mentions {
            if let phrase = phrase(mention), phrase.country >= 0, !phrase.isAdjective(in: self, mention) {
                cast.namedCountries.insert(Int(phrase.country))
            }
        }
        for index in cast.mentions.indices {
            cast.mentions[index].member = fullName(index)
            if let member = cast.mentions[index].member { cast.members[member].fullMentions += 1 }
        }
        for index in cast.mentions.indices where cast.mentions[index].member == nil {
            cast.mentions[index].member = shortName(index)
        }
    }

    func phrase(_ mention: Mention) -> MentionTable.Phrase? { mention.phrase.map { roster.phrases.phrases[$0] } }

    func keys(of mention: Mention) -> [WordKey] { Array(keys[mention.tokens]) }
}

// MARK: - Full names

extension CastBuilder {
    /// The member that a full name or the name of a body stands for; nil for words that only describe.
    private mutating func fullName(_ index: Int) -> Int? {
        let mention = cast.mentions[index]
        guard let phrase = phrase(mention) else { return namedInArticle(index) }
        if phrase.person >= 0 { return person(Int(phrase.person), at: index) }
        if phrase.organization >= 0 {
            let member = organization(Int(phrase.organization), at: mention.tokens.lowerBound)
            noteAcronym(after: mention, member)
            return member
        }
        if phrase.country >= 0, phrase.demonyms.isEmpty || !phrase.isAdjective(in: self, mention) {
            return organization(roster.countries[Int(phrase.country)].government, at: mention.tokens.lowerBound)
        }
        return nil
    }

    /// A member for a person of the roster, with what the article adds.
    mutating func person(_ person: Int, at index: Int) -> Int {
        let introduction = introduction(of: index)
        if let member = cast.memberOfPerson[person] {
            note(introduction, of: member)
            return member
        }
        let known = roster.persons[person]
        let member = add(
            CastMember(
                actor: known.actor, person: person, nameKeys: known.nameKeys, gender: known.gender, isFirm: true,
                firstToken: cast.mentions[index].tokens.lowerBound), words: known.familyKeys)
        cast.memberOfPerson[person] = member
        note(introduction, of: member)
        return member
    }

    mutating func organization(_ organization: Int, at token: Int) -> Int {
        if let member = cast.memberOfOrganization[organization] { return member }
        let actor = roster.organizations[organization].actor
        let member = add(
            CastMember(
                actor: actor, organization: organization, nameKeys: MentionTable.keys(actor.name), isFirm: true,
                firstToken: token), words: [])
        cast.memberOfOrganization[organization] = member
        return member
    }

    private mutating func add(_ member: CastMember, words: [WordKey]) -> Int {
        cast.members.append(member)
        let index = cast.members.count - 1
        if member.isPerson, let first = member.nameKeys.first {
            cast.membersOfFirstWord[first, default: []].append(index)
        }
        for word in words where !(cast.membersOfWord[word]?.contains(index) ?? false) {
            cast.membersOfWord[word, default: []].append(index)
        }
        return index
    }

    /// A member for a run of two or more capitalised words that the roster does not have.
    private mutating func namedInArticle(_ index: Int) -> Int? {
        let mention = cast.mentions[index]
        let words = keys(of: mention)
        guard words.count > 1 else { return nil }
        if let member = knownByParts(words, at: index) { return member }
        if isOrganization(mention, words) { return newOrganization(mention, words) }
        guard !words.contains(where: { roster.words.placeWords.contains($0) }) else { return nil }
        return newPerson(index, words)
    }

    /// Somebody already known whose name ends in these words, or has the same first and last: *Lyall Grant*, *John F. Kerry*.
    private mutating func knownByParts(_ words: [WordKey], at index: Int) -> Int? {
        func fits(_ name: [WordKey]) -> Bool {
            name.suffix(words.count).elementsEqual(words)
                || (name.first == words.first && name.last == words.last && name.count > 1)
        }
        let last = words[words.count - 1]
        let inCast = (cast.membersOfWord[last] ?? []).filter { fits(cast.members[$0].nameKeys) }
        if let member = inCast.first, inCast.count == 1 {
            note(introduction(of: index), of: member)
            return member
        }
        let known = (roster.families[last] ?? []).filter { fits(roster.persons[$0].nameKeys) }
        return known.count == 1 ? person(known[0], at: index) : nil
    }

    private func isOrganization(_ mention: Mention, _ words: [WordKey]) -> Bool {
        words.contains(where: { roster.words.organizationWords.contains($0) }) || acronym(after: mention) != nil
    }

    private mutating func newOrganization(_ mention: Mention, _ words: [WordKey]) -> Int {
        let name = document.passage(mention.tokens).text
        let member = add(
            CastMember(
                actor: Actor(id: Slug.of(name), name: name, kind: .organization), nameKeys: words, isFirm: true,
                firstToken: mention.tokens.lowerBound), words: [])
        noteAcronym(after: mention, member)
        return member
    }

    private mutating func newPerson(_ index: Int, _ words: [WordKey]) -> Int {
        let mention = cast.mentions[index]
        let introduction = introduction(of: index)
        let given = roster.words.givenNames[words[0]]
        let name = document.passage(mention.tokens).text
        let last = words.last(where: { !roster.words.suffixes.contains($0) }) ?? words[words.count - 1]
        let member = add(
            CastMember(
                actor: Actor(
                    id: Slug.of(name), name: name, kind: .person,
                    country: introduction.affiliation.country.map { roster.countries[$0].iso3 }),
                nameKeys: words, gender: given, isFirm: given != nil || introduction.isFirm,
                firstToken: mention.tokens.lowerBound),
            words: [last] + MentionTable.bareKeys(of: last, mention, document))
        note(introduction, of: member)
        return member
    }
}

// MARK: - Short names

extension CastBuilder {
    /// The member for whom one word stands: a family name, or an acronym that the article explains.
    private mutating func shortName(_ index: Int) -> Int? {
        let mention = cast.mentions[index]
        guard mention.phrase == nil, mention.tokens.count == 1 else { return nil }
        let key = keys[mention.tokens.lowerBound]
        if let member = cast.membersOfAcronym[key] { return member }
        let introduction = introduction(of: index)
        let candidates = (cast.membersOfWord[key] ?? []).filter { agrees($0, with: introduction) }
        if let member = choose(candidates) {
            note(introduction, of: member)
            return member
        }
        guard candidates.isEmpty else { return nil }
        if let person = wellKnown(key, introduction) { return self.person(person, at: index) }
        if let member = byFirstWord(key) { return member }
        let isBeforeName =
            index + 1 < cast.mentions.count && cast.mentions[index + 1].tokens.lowerBound == mention.tokens.upperBound
        guard introduction.isFirm, !isBeforeName, roster.families[key] == nil || introduction.hasTitle,
            !roster.words.organizationWords.contains(key), !roster.words.placeWords.contains(key),
            !roster.words.plurals.contains(key)
        else { return nil }
        return newPerson(index, [key])
    }

    private func agrees(_ member: Int, with introduction: Introduction) -> Bool {
        guard let titled = introduction.gender, let own = cast.members[member].gender else { return true }
        return titled == own
    }

    /// The one candidate, the one of the roster among relatives who are not in it, or the one whom the
    /// article names in full at least twice as often as all the others.
    private func choose(_ candidates: [Int]) -> Int? {
        if candidates.count == 1 { return candidates[0] }
        let known = candidates.filter { cast.members[$0].person != nil }
        if known.count == 1 { return known[0] }
        let total = candidates.reduce(0) { $0 + cast.members[$1].fullMentions }
        return candidates.first { 3 * cast.members[$0].fullMentions >= 2 * total && total >= 2 }
    }

    /// A person of the roster whom every reader knows by this name, or who holds the role that stands before it.
    private func wellKnown(_ key: WordKey, _ introduction: Introduction) -> Int? {
        let named = roster.families[key] ?? []
        if let role = introduction.affiliation.role {
            let kind = roster.roles[role].kind
            let holders = named.filter { person in
                roster.membershipsOfPerson[person].contains {
                    roster.memberships[$0].role.map { roster.roles[$0].kind == kind } ?? false
                        && roster.holds(roster.memberships[$0], on: document.article.published)
                }
                    && introduction.affiliation.country.map { roster.country(ofPerson: person) == $0 } ?? true
            }
            if holders.count == 1 { return holders[0] }
        }
        guard named.count == 1, roster.persons[named[0]].isKnownByFamilyName,
            introduction.gender == nil || introduction.gender == roster.persons[named[0]].gender
        else { return nil }
        return named[0]
    }

    /// Ethiopian, Burmese and many Asian names are shortened to their first word.
    private func byFirstWord(_ key: WordKey) -> Int? {
        guard roster.words.givenNames[key] == nil else { return nil }
        let found = (cast.membersOfFirstWord[key] ?? []).filter { cast.members[$0].isFirm }
        return found.count == 1 ? found[0] : nil
    }
}

// MARK: - Acronyms

extension CastBuilder {
    /// The acronym in brackets right after a name.
    private func acronym(after mention: Mention) -> WordKey? {
        let open = mention.tokens.upperBound
        guard open + 2 < document.tokens.count, document.text(of: open) == "(", document.text(of: open + 2) == ")",
            document.tokens[open + 1].shape == .upper
        else { return nil }
        return keys[open + 1]
    }

    private mutating func noteAcronym(after mention: Mention, _ member: Int) {
        if let acronym = acronym(after: mention) { cast.membersOfAcronym[acronym] = member }
    }
}

extension MentionTable.Phrase {
    /// Whether a word that is both a state and its adjective stands before a noun: *UK officials*, *US President*.
    func isAdjective(in builder: CastBuilder, _ mention: Mention) -> Bool {
        guard !demonyms.isEmpty else { return false }
        let next = mention.tokens.upperBound
        guard next < builder.document.tokens.count else { return false }
        let token = builder.document.tokens[next]
        return token.kind == .word && !builder.roster.words.functions.contains(builder.keys[next])
            && builder.cast.mentions(in: next..<next + 1).count > 0
    }
}
