import Discourse

extension SpeakerResolver {
    /// One article on its way from top to bottom: its cast, and who has spoken so far.
    struct Reading {
        let document: Document
        let roster: Roster
        let keys: [WordKey]
        var cast: Cast
        /// Statements so far whose speaker was found.
        var turns: [Turn] = []
        /// Whether a token stands inside quotation marks.
        let isQuoted: [Bool]
        /// For each sentence, how many before it are not wholly quoted.
        let plainSentences: [Int]

        init(document: Document, roster: Roster) {
            (self.document, self.roster) = (document, roster)
            (cast, keys) = CastBuilder.cast(of: document, roster: roster)
            var isQuoted = [Bool](repeating: false, count: document.tokens.count)
            for quotation in document.quotations where quotation.depth == 0 {
                for token in quotation.tokens { isQuoted[token] = true }
            }
            var (plain, count) = ([Int](), 0)
            for sentence in document.sentences {
                plain.append(count)
                if !(sentence.allSatisfy { isQuoted[$0] }) { count += 1 }
            }
            (self.isQuoted, plainSentences) = (isQuoted, plain)
        }
    }

    /// A statement whose speaker is known.
    struct Turn {
        /// Where its source stands, or its statement where there is none.
        let tokens: Range<Int>
        let found: Found
    }

    /// A speaker, and who it is in the cast.
    struct Found {
        let speaker: Speaker
        var member: Int?
        /// Whether it answers to *they*.
        var isPlural = false
        /// Whether it answers to *it*.
        var isBody = false

        static func unknown(_ reason: String) -> Found {
            Found(speaker: Speaker(status: .unknown, actor: nil, linkReason: reason))
        }
    }
}

// MARK: - One source

extension SpeakerResolver.Reading {
    /// Resolves the next source and remembers its speaker.
    mutating func next(_ source: Source) -> Speaker {
        let found = source.passage.map { resolve($0.tokens) } ?? continued(source.statementTokens)
        if found.speaker.status != .unknown {
            turns.append(SpeakerResolver.Turn(tokens: source.passage?.tokens ?? source.statementTokens, found: found))
        }
        return found.speaker
    }

    /// The ways of naming a speaker, the surest first.
    mutating func resolve(_ tokens: Range<Int>) -> SpeakerResolver.Found {
        let source = trimmed(tokens)
        guard !source.isEmpty else { return .unknown("the source has no words") }
        if let found = pronoun(source) { return found }
        if let found = joint(source) { return found }
        return described(source)
    }

    /// Without quotation marks and commas at the ends, and without a possessive mark at the end.
    func trimmed(_ tokens: Range<Int>) -> Range<Int> {
        var tokens = tokens
        func isWord(_ token: Int) -> Bool {
            let kind = document.tokens[token].kind
            return kind == .word || kind == .number || kind == .address
        }
        while let first = tokens.first, !isWord(first) { tokens = first + 1..<tokens.upperBound }
        while let last = tokens.last, !isWord(last) { tokens = tokens.lowerBound..<last }
        return tokens
    }

    /// A statement without a source goes on from the quotation before it, in the same paragraph or
    /// from one to the next, and from nowhere else.
    private func continued(_ statement: Range<Int>) -> SpeakerResolver.Found {
        guard let last = turns.last, let first = statement.first else { return .unknown("no source near") }
        let (paragraph, before) = (document.paragraph(of: first), document.paragraph(of: last.tokens.lowerBound))
        let goesOn =
            paragraph == before
            || paragraph == before + 1 && isWhollyQuoted(paragraph)
            || paragraph > before && quotationGoesOn(from: before, to: paragraph)
        guard goesOn, isQuoted[first] else { return .unknown("no source near") }
        return again(last.found, "the quotation goes on from '\(last.found.speaker.actor?.name ?? "")'", last.tokens)
    }

    private func isWhollyQuoted(_ paragraph: Int) -> Bool {
        document.paragraphs[paragraph].tokens.allSatisfy { isQuoted[$0] }
    }

    private func quotationGoesOn(from start: Int, to end: Int) -> Bool {
        (start..<end).allSatisfy { paragraph in
            document.quotations.contains {
                $0.closing == .continued && document.paragraphs[paragraph].tokens.contains($0.tokens.upperBound - 1)
            }
        }
    }

    /// The same speaker for another reason.
    func again(_ found: SpeakerResolver.Found, _ reason: String, _ tokens: Range<Int>) -> SpeakerResolver.Found {
        let speaker = Speaker(
            status: found.speaker.status, actor: found.speaker.actor, onBehalfOf: found.speaker.onBehalfOf,
            linkReason: "\(reason), paragraph \(paragraphNumber(tokens.lowerBound))")
        return SpeakerResolver.Found(
            speaker: speaker, member: found.member, isPlural: found.isPlural, isBody: found.isBody)
    }

    /// From 1, as a reader counts.
    func paragraphNumber(_ token: Int) -> Int { document.paragraph(of: token) + 1 }

    func text(_ tokens: Range<Int>) -> String { document.passage(tokens).text }

    func phrase(_ mention: Mention) -> MentionTable.Phrase? { mention.phrase.map { roster.phrases.phrases[$0] } }

    /// A member of the cast as the speaker.
    func speaker(_ member: Int, _ reason: String) -> SpeakerResolver.Found {
        let found = cast.members[member]
        return SpeakerResolver.Found(
            speaker: Speaker(
                status: .resolved, actor: found.actor, onBehalfOf: found.onBehalfOf, linkReason: reason),
            member: member, isPlural: !found.isPerson, isBody: !found.isPerson)
    }

    /// A body of the roster as the speaker; it joins the cast if it is not in it.
    mutating func speaker(organization: Int, at token: Int, _ reason: String) -> SpeakerResolver.Found {
        let member = member(ofOrganization: organization, at: token)
        return speaker(member, reason)
    }

    /// An actor that the article makes as the speaker; it joins the cast if it is not in it.
    mutating func speaker(
        actor: Actor, words: [WordKey] = [], at token: Int, onBehalfOf: Actor? = nil, _ reason: String
    ) -> SpeakerResolver.Found {
        let member = member(actor, words, at: token, onBehalfOf: onBehalfOf)
        return speaker(member, reason)
    }

    mutating func member(ofOrganization organization: Int, at token: Int) -> Int {
        if let member = cast.memberOfOrganization[organization] { return member }
        let actor = roster.organizations[organization].actor
        cast.members.append(
            CastMember(
                actor: actor, organization: organization, nameKeys: MentionTable.keys(actor.name), isFirm: true,
                firstToken: token))
        cast.memberOfOrganization[organization] = cast.members.count - 1
        return cast.members.count - 1
    }

    /// Many, or somebody who is not named: an actor of its own, described as the article does.
    func group(_ name: String, country: Int?, onBehalfOf: Actor? = nil, isPlural: Bool, _ reason: String)
        -> SpeakerResolver.Found
    {
        let actor = Actor(
            id: Slug.of(name), name: name, kind: .group, country: country.map { roster.countries[$0].iso3 })
        return SpeakerResolver.Found(
            speaker: Speaker(status: .collective, actor: actor, onBehalfOf: onBehalfOf, linkReason: reason),
            isPlural: isPlural)
    }
}
