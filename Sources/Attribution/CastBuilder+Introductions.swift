import Discourse

extension CastBuilder {
    /// What stands around a name: titles, roles, the body and country they belong to.
    struct Introduction {
        var affiliation = CastMember.Affiliation()
        var gender: Roster.Gender?
        var hasTitle = false

        /// Whether it can only be said of a person.
        var isFirm: Bool { hasTitle || affiliation.role != nil }
    }

    /// Reads *Press Secretary X*, *X, a spokesman for the group* and *the group's spokesman, X*.
    func introduction(of index: Int) -> Introduction {
        var introduction = Introduction()
        let start = readBefore(index, into: &introduction)
        if introduction.affiliation.role == nil { readAppositionAfter(index, into: &introduction) }
        if introduction.affiliation.role == nil { readAppositionBefore(start, into: &introduction) }
        return introduction
    }

    /// Adds what an introduction says to a member.
    mutating func note(_ introduction: Introduction, of member: Int) {
        if cast.members[member].gender == nil { cast.members[member].gender = introduction.gender }
        if introduction.isFirm { cast.members[member].isFirm = true }
        let affiliation = introduction.affiliation
        let isNew = affiliation.role != nil || affiliation.organization != nil || affiliation.country != nil
        if isNew { cast.members[member].affiliations.append(affiliation) }
        cast.members[member].onBehalfOf = cast.members[member].onBehalfOf ?? principal(of: member, affiliation)
    }

    /// For whom a person speaks: the roster's word first, then the article's.
    private func principal(of member: Int, _ affiliation: CastMember.Affiliation) -> Actor? {
        if let person = cast.members[member].person,
            let body = roster.principal(of: person, on: document.article.published, body: affiliation.organization)
        {
            return roster.organizations[body].actor
        }
        guard let role = affiliation.role, !affiliation.isFormer, roster.roles[role].kind.speaksForOthers else {
            return nil
        }
        if let organization = affiliation.organization { return roster.organizations[organization].actor }
        return affiliation.country.map { roster.organizations[roster.countries[$0].government].actor }
    }
}

// MARK: - Before the name

extension CastBuilder {
    /// Reads the titles, roles and bodies right before a name; returns the token where they start.
    private func readBefore(_ index: Int, into introduction: inout Introduction) -> Int {
        var start = cast.mentions[index].tokens.lowerBound
        var previous = index - 1
        while previous >= 0 {
            let mention = cast.mentions[previous]
            guard isJoined(mention.tokens.upperBound, start), let phrase = phrase(mention), phrase.person < 0 else {
                break
            }
            if phrase.country >= 0, let posting = posting(before: mention.tokens.lowerBound) {
                // "Ambassador to the U.S. X" is no American.
                (start, previous) = (cast.mentions[posting].tokens.upperBound, posting)
                continue
            }
            read(phrase, into: &introduction)
            start = mention.tokens.lowerBound
            previous -= 1
        }
        noteFormer(max(0, start - 1)..<cast.mentions[index].tokens.lowerBound, in: &introduction)
        return start
    }

    /// Marks a role of the past when a word of these tokens says so.
    private func noteFormer(_ tokens: Range<Int>, in introduction: inout Introduction) {
        guard introduction.affiliation.role != nil else { return }
        if tokens.contains(where: { CastBuilder.formers.contains(keys[$0]) }) {
            introduction.affiliation.isFormer = true
        }
    }

    static let formers = Set(["former", "ex", "onetime", "late"].map { WordKey($0) })

    /// The role of *ambassador to the U.S.*, as a mention, when the state starts at a token.
    private func posting(before state: Int) -> Int? {
        var token = state - 1
        if token >= 0, keys[token] == WordKey("the") { token -= 1 }
        guard token > 0, keys[token] == WordKey("to") || keys[token] == WordKey("in") else { return nil }
        let role = cast.firstMention(from: token) - 1
        guard role >= 0, cast.mentions[role].tokens.upperBound == token, phrase(cast.mentions[role])?.role ?? -1 >= 0
        else { return nil }
        return role
    }

    /// Whether nothing but a possessive mark or a rank stands between two tokens.
    private func isJoined(_ end: Int, _ start: Int) -> Bool {
        guard start - end <= 2, start >= end else { return false }
        return (end..<start).allSatisfy {
            document.tokens[$0].kind == .clitic || roster.words.ranks.contains(keys[$0])
        }
    }

    /// Adds one phrase to an introduction; the nearest of each sort wins.
    func read(_ phrase: MentionTable.Phrase, into introduction: inout Introduction) {
        if phrase.title >= 0 {
            introduction.hasTitle = true
            introduction.gender = introduction.gender ?? roster.titles[Int(phrase.title)].gender
        }
        if phrase.role >= 0 {
            introduction.affiliation.role = introduction.affiliation.role ?? Int(phrase.role)
            introduction.gender = introduction.gender ?? roster.roles[Int(phrase.role)].gender
        }
        if let country = country(of: phrase) {
            introduction.affiliation.country = introduction.affiliation.country ?? country
        }
        if phrase.organization >= 0, phrase.institution < 0 || introduction.affiliation.organization == nil {
            introduction.affiliation.organization = introduction.affiliation.organization ?? Int(phrase.organization)
            introduction.affiliation.country =
                introduction.affiliation.country ?? roster.organizations[Int(phrase.organization)].country
        }
    }

    /// The country that a state, capital or demonym means; a demonym of two states needs the name of one in the article.
    func country(of phrase: MentionTable.Phrase) -> Int? {
        if phrase.country >= 0 { return Int(phrase.country) }
        if phrase.demonyms.count == 1 { return phrase.demonyms[0] }
        let named = phrase.demonyms.filter { cast.namedCountries.contains($0) }
        if named.count == 1 { return named[0] }
        return phrase.capital >= 0 ? Int(phrase.capital) : nil
    }
}

// MARK: - Appositions

extension CastBuilder {
    private func isComma(_ token: Int) -> Bool {
        token >= 0 && token < document.tokens.count && document.tokens[token].kind == .mark
            && document.utf8[Int(document.tokens[token].start)] == UInt8(ascii: ",")
    }

    /// *X, a spokesman for the group*
    private func readAppositionAfter(_ index: Int, into introduction: inout Introduction) {
        let comma = cast.mentions[index].tokens.upperBound
        guard isComma(comma) else { return }
        let sentence = document.sentences[document.sentence(of: comma)]
        let end =
            (comma + 1..<min(sentence.upperBound, comma + 16)).first { endsApposition($0) }
            ?? min(sentence.upperBound, comma + 16)
        guard end > comma + 1 else { return }
        let inside = cast.mentions(in: comma + 1..<end)
        guard let roleMention = inside.first(where: { phrase(cast.mentions[$0])?.role ?? -1 >= 0 }),
            startsDescription(comma + 1, before: cast.mentions[roleMention].tokens.lowerBound)
        else { return }
        readRole(inside, role: roleMention, into: &introduction)
        noteFormer(comma + 1..<cast.mentions[roleMention].tokens.lowerBound, in: &introduction)
    }

    /// *the group's spokesman, X*
    private func readAppositionBefore(_ start: Int, into introduction: inout Introduction) {
        guard isComma(start - 1) else { return }
        let sentence = document.sentences[document.sentence(of: start)]
        var begin = start - 1
        while begin > max(sentence.lowerBound, start - 12), !endsApposition(begin - 1) { begin -= 1 }
        let inside = cast.mentions(in: begin..<start - 1)
        guard let roleMention = inside.last(where: { phrase(cast.mentions[$0])?.role ?? -1 >= 0 }),
            startsDescription(begin, before: cast.mentions[roleMention].tokens.lowerBound)
        else { return }
        let end = cast.mentions[roleMention].tokens.upperBound
        guard end == start - 1 || isPreposition(end) else { return }
        readRole(inside, role: roleMention, into: &introduction)
        noteFormer(begin..<cast.mentions[roleMention].tokens.lowerBound, in: &introduction)
    }

    private func endsApposition(_ token: Int) -> Bool {
        let kind = document.tokens[token].kind
        return isComma(token) || kind == .terminal || kind == .quote || CastBuilder.verbs.contains(keys[token])
    }

    /// Whether only determiners, ranks, names and small words stand before the role.
    private func startsDescription(_ start: Int, before role: Int) -> Bool {
        role - start <= 6 && (start..<role).allSatisfy { !CastBuilder.prepositions.contains(keys[$0]) }
    }

    private func isPreposition(_ token: Int) -> Bool { CastBuilder.prepositions.contains(keys[token]) }

    /// The role, and the body before it or after *of*, *for*, *to*.
    private func readRole(_ inside: Range<Int>, role: Int, into introduction: inout Introduction) {
        if let phrase = phrase(cast.mentions[role]) { read(phrase, into: &introduction) }
        for index in inside where index != role {
            if let phrase = phrase(cast.mentions[index]), phrase.person < 0, phrase.role < 0 {
                read(phrase, into: &introduction)
            }
        }
    }

    static let prepositions = Set(
        ["of", "for", "to", "in", "at", "from", "with", "on", "near", "under", "by", "into", "against", "between"].map {
            WordKey($0)
        })
    static let verbs = Set(
        [
            "said", "says", "told", "who", "which", "that", "is", "was", "has", "had", "and", "but", "as", "when",
            "where", "added",
        ]
        .map { WordKey($0) })
}
