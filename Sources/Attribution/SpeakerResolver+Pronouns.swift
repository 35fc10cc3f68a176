import Discourse

extension SpeakerResolver.Reading {
    private enum Pronoun {
        case he, she, it, they, i, we, those, who

        static let words: [WordKey: Pronoun] = [
            WordKey("he"): .he, WordKey("him"): .he, WordKey("himself"): .he, WordKey("she"): .she,
            WordKey("her"): .she,
            WordKey("herself"): .she, WordKey("it"): .it, WordKey("itself"): .it, WordKey("they"): .they,
            WordKey("them"): .they, WordKey("themselves"): .they, WordKey("i"): .i, WordKey("we"): .we,
            WordKey("us"): .we,
            WordKey("both"): .those, WordKey("each"): .those, WordKey("all"): .those, WordKey("who"): .who,
            WordKey("which"): .who, WordKey("that"): .who,
        ]
    }

    private static let two: Set<WordKey> = [WordKey("two"), WordKey("three"), WordKey("pair"), WordKey("duo")]
    private static let the = WordKey("the")

    /// The speaker when the source is a pronoun; nil when it is none.
    func pronoun(_ source: Range<Int>) -> SpeakerResolver.Found? {
        let first = source.lowerBound
        if source.count == 2, keys[first] == Self.the, Self.two.contains(keys[first + 1]) { return those(source) }
        guard source.count <= 2,
            document.tokens[first].shape != .upper || source.count == 1 && keys[first] == WordKey("i"),
            let pronoun = Pronoun.words[keys[first]],
            source.count == 1 || Pronoun.words[keys[first + 1]] != nil
        else { return nil }
        return switch pronoun {
        case .he: person(.male, at: source)
        case .she: person(.female, at: source)
        case .it: body(source)
        case .they: they(source)
        case .those: those(source)
        case .who: relative(source)
        case .i, .we: lastSpeaker(source)
        }
    }
}

// MARK: - I and we

extension SpeakerResolver.Reading {
    /// Whether a source is *I* or *we* inside a quotation.
    func isFirstPerson(_ source: Source) -> Bool {
        guard let tokens = source.passage?.tokens, tokens.count == 1, isQuoted[tokens.lowerBound] else { return false }
        let pronoun = Pronoun.words[keys[tokens.lowerBound]]
        return pronoun == .i || pronoun == .we
    }

    /// The speaker of the smallest other statement around *I* or *we*.
    func firstPerson(_ source: Source, sources: [Source], speakers: [Speaker?]) -> Speaker {
        let token = source.passage!.tokens.lowerBound
        let around = sources.indices.filter {
            sources[$0] != source && speakers[$0]?.actor != nil && sources[$0].statementTokens.contains(token)
        }
        if let outer = around.min(by: { sources[$0].statementTokens.count < sources[$1].statementTokens.count }),
            let speaker = speakers[outer]
        {
            return Speaker(
                status: speaker.status, actor: speaker.actor, onBehalfOf: speaker.onBehalfOf,
                linkReason:
                    "'\(document.text(of: token))' is the speaker of the quotation around it, '\(speaker.actor!.name)'")
        }
        let before = turns.last { $0.tokens.lowerBound < token }
        guard let before, document.paragraph(of: before.tokens.lowerBound) == document.paragraph(of: token) else {
            return Speaker(
                status: .unknown, actor: nil, linkReason: "'\(document.text(of: token))' with no speaker around it")
        }
        return again(before.found, "'\(document.text(of: token))' is the last speaker", before.tokens).speaker
    }

    private func lastSpeaker(_ source: Range<Int>) -> SpeakerResolver.Found {
        .unknown("'\(text(source))' outside a quotation is the author's")
    }
}

// MARK: - Who and which

extension SpeakerResolver.Reading {
    /// *who*, *which*: the name right before it.
    private func relative(_ source: Range<Int>) -> SpeakerResolver.Found {
        let token = source.lowerBound
        let last = cast.firstMention(from: token) - 1
        guard last >= 0, let member = cast.mentions[last].member,
            (cast.mentions[last].tokens.upperBound..<token).allSatisfy({ document.tokens[$0].kind == .mark }),
            document.sentence(of: cast.mentions[last].tokens.lowerBound) == document.sentence(of: token)
        else { return .unknown("no name right before '\(text(source))'") }
        return speaker(member, "'\(text(source))' is '\(cast.members[member].actor.name)'")
    }
}

// MARK: - He and she

extension SpeakerResolver.Reading {
    private struct Candidate {
        let member: Int
        let score: Int
        let token: Int
    }

    /// How far back, in sentences that are not wholly quoted, a person may be named.
    private static let reach = 4
    /// How many mentions back to look at most, for text without sentences.
    private static let mostMentions = 200

    private func distance(from token: Int, to later: Int) -> Int {
        plainSentences[document.sentence(of: later)] - plainSentences[document.sentence(of: token)]
    }

    /// The nearest compatible person.
    private func person(_ gender: Roster.Gender, at source: Range<Int>) -> SpeakerResolver.Found {
        let word = text(source)
        func reason(_ name: String, _ paragraph: Int) -> String { "'\(word)' after '\(name)', paragraph \(paragraph)" }
        let known = nearest(
            before: source.lowerBound, word, { fits($0, gender) && cast.members[$0].isFirm }, reason: reason)
        guard known.member == nil,
            !hasCandidate(before: source.lowerBound, { fits($0, gender) && cast.members[$0].isFirm })
        else { return known }
        // Nobody who is surely a person is near: a name of two words without a title may be one.
        return nearest(before: source.lowerBound, word, { fits($0, gender) }, reason: reason)
    }

    /// Of those who fit, the one who spoke last or was named last where a subject stands.
    ///
    /// Points: a sentence of distance costs 20, a place inside a quotation 25, after a preposition 8,
    /// before a possessive mark 10; to have spoken last earns 30, to stand first in the sentence 15.
    /// Two people within 3 points are too close to call.
    func nearest(
        before token: Int, _ word: String, _ fits: (Int) -> Bool, reason: (_ name: String, _ paragraph: Int) -> String
    ) -> SpeakerResolver.Found {
        var best: [Int: Candidate] = [:]
        func offer(_ candidate: Candidate) {
            if let known = best[candidate.member], (known.score, known.token) >= (candidate.score, candidate.token) {
                return
            }
            best[candidate.member] = candidate
        }
        for candidate in named(before: token, fits) { offer(candidate) }
        if let candidate = lastPerson(before: token, fits) { offer(candidate) }
        let ranked = best.values.sorted { ($0.score, $0.token, $0.member) > ($1.score, $1.token, $1.member) }
        guard let first = ranked.first else { return .unknown("no person before '\(word)' fits it") }
        if ranked.count > 1, first.score - ranked[1].score < 3 {
            let names = [first, ranked[1]].map { cast.members[$0.member].actor.name }.sorted()
            return .unknown("'\(word)' could be \(names[0]) or \(names[1])")
        }
        return speaker(first.member, reason(cast.members[first.member].actor.name, paragraphNumber(first.token)))
    }

    /// Whether anybody fits who is named within reach.
    private func hasCandidate(before token: Int, _ fits: (Int) -> Bool) -> Bool {
        !named(before: token, fits).isEmpty || lastPerson(before: token, fits) != nil
    }

    private func fits(_ member: Int, _ gender: Roster.Gender) -> Bool {
        let member = cast.members[member]
        return member.isPerson && (member.gender == nil || member.gender == gender)
    }

    /// Those named or called by their role within reach, with their points.
    private func named(before token: Int, _ fits: (Int) -> Bool) -> [Candidate] {
        var mentions: [(member: Int, tokens: Range<Int>, sentence: Int)] = []
        var firstOfSentence: [Int: Int] = [:]
        let last = cast.firstMention(from: token) - 1
        var index = last
        while index >= max(0, last - Self.mostMentions),
            distance(from: cast.mentions[index].tokens.lowerBound, to: token) <= Self.reach
        {
            let tokens = cast.mentions[index].tokens
            if tokens.upperBound <= token, let member = cast.mentions[index].member ?? calledByRole(index), fits(member)
            {
                let sentence = document.sentence(of: tokens.lowerBound)
                mentions.append((member, tokens, sentence))
                if !isQuoted[tokens.lowerBound] { firstOfSentence[sentence] = tokens.lowerBound }
            }
            index -= 1
        }
        return mentions.map { member, tokens, sentence in
            let points = -20 * distance(from: tokens.lowerBound, to: token)
            let isFirst = firstOfSentence[sentence] == tokens.lowerBound
            return Candidate(member: member, score: points + standing(tokens, isFirst), token: tokens.lowerBound)
        }
    }

    /// The only person of the cast whom *the prime minister* can mean, when no name follows.
    private func calledByRole(_ index: Int) -> Int? {
        let mention = cast.mentions[index]
        guard let phrase = phrase(mention), phrase.role >= 0,
            index + 1 == cast.mentions.count || cast.mentions[index + 1].member == nil
                || cast.mentions[index + 1].tokens.lowerBound > mention.tokens.upperBound
        else { return nil }
        var before = startOfNounPhrase(mention.tokens.lowerBound)
        if let rank = before, roster.words.ranks.contains(keys[rank]) { before = startOfNounPhrase(rank) }
        guard before.map({ keys[$0] == Self.the }) ?? false else { return nil }
        let kind = roster.roles[Int(phrase.role)].kind
        let holders = holders(of: kind, Body()).filter { cast.members[$0].firstToken < mention.tokens.lowerBound }
        let isFirm = !kind.isCommon || holders.first.map { !cast.members[$0].affiliations.isEmpty } ?? false
        guard isFirm, holders.count != 1 else { return isFirm ? holders.first : nil }
        let last = turns.last { $0.tokens.lowerBound < mention.tokens.lowerBound }?.found.member
        return last.flatMap { holders.contains($0) ? $0 : nil }
    }

    private func standing(_ tokens: Range<Int>, _ isFirst: Bool) -> Int {
        var score = 0
        if isQuoted[tokens.lowerBound] { score -= 25 }
        let end = tokens.upperBound
        if end < document.tokens.count, document.tokens[end].kind == .clitic { score -= 10 }
        var before = startOfNounPhrase(tokens.lowerBound)
        var isFirst = isFirst
        // In "with X and Y" and "X and Y met" both stand alike.
        if let and = before, keys[and] == WordKey("and"),
            let other = cast.mentions[..<cast.firstMention(from: and)].last,
            other.member != nil, other.tokens.upperBound == and
        {
            before = startOfNounPhrase(other.tokens.lowerBound)
            isFirst = isFirst || !isObject(before)
        }
        if isObject(before) { score -= 8 } else if isFirst { score += 15 }
        return score
    }

    private func isObject(_ before: Int?) -> Bool {
        before.map { CastBuilder.prepositions.contains(keys[$0]) } ?? false
    }

    /// Whether a preposition governs a name, with at most three words between them: *from the larger Front*.
    private func followsPreposition(_ token: Int) -> Bool {
        guard var before = startOfNounPhrase(token) else { return false }
        for _ in 0..<3
        where before > 0 && document.tokens[before].shape == .lower && Self.standsBeforeNoun(self, before) {
            before -= 1
        }
        return CastBuilder.prepositions.contains(keys[before])
    }

    /// An article, possessive or adjective of comparison, by list and ending.
    private static func standsBeforeNoun(_ reading: Self, _ token: Int) -> Bool {
        let key = reading.keys[token]
        if CastBuilder.prepositions.contains(key) || CastBuilder.verbs.contains(key) { return false }
        if determiners.contains(key) || reading.roster.words.ranks.contains(key) { return true }
        let bytes = reading.document.utf8[reading.document.tokens[token].bytes]
        return adjectiveEndings.contains { bytes.count > $0.count + 1 && bytes.suffix($0.count).elementsEqual($0) }
    }

    private static let adjectiveEndings = ["er", "est", "al", "ous", "ful", "ive", "ish"].map { Array($0.utf8) }

    /// The token before a name and its titles.
    private func startOfNounPhrase(_ token: Int) -> Int? {
        var token = token
        var index = cast.firstMention(from: token) - 1
        while index >= 0, cast.mentions[index].tokens.upperBound == token, cast.mentions[index].member == nil {
            token = cast.mentions[index].tokens.lowerBound
            index -= 1
        }
        return token > 0 ? token - 1 : nil
    }

    private func lastPerson(before token: Int, _ fits: (Int) -> Bool) -> Candidate? {
        guard let turn = turns.last(where: { $0.tokens.lowerBound < token && $0.found.member != nil }),
            let member = turn.found.member, fits(member),
            distance(from: turn.tokens.lowerBound, to: token) <= Self.reach
        else { return nil }
        let points = -20 * max(0, distance(from: turn.tokens.lowerBound, to: token))
        return Candidate(member: member, score: points + 30, token: turn.tokens.lowerBound)
    }
}

// MARK: - It and they

extension SpeakerResolver.Reading {
    /// *it*: the body that spoke last, or was named last as a subject, in this sentence or the one before.
    private func body(_ source: Range<Int>) -> SpeakerResolver.Found {
        let token = source.lowerBound
        if let turn = turns.last, turn.found.isBody, distance(from: turn.tokens.lowerBound, to: token) <= 2 {
            return again(turn.found, "'\(text(source))' after '\(turn.found.speaker.actor!.name)'", turn.tokens)
        }
        return subject(before: source) { !cast.members[$0].isPerson }
    }

    /// *they*: the many, or the body, that spoke last.
    private func they(_ source: Range<Int>) -> SpeakerResolver.Found {
        let token = source.lowerBound
        if let turn = turns.last, turn.found.isPlural, distance(from: turn.tokens.lowerBound, to: token) <= 2 {
            return again(turn.found, "'\(text(source))' after '\(turn.found.speaker.actor!.name)'", turn.tokens)
        }
        if let pair = pair(before: source) { return pair }
        let found = subject(before: source) { !cast.members[$0].isPerson && cast.members[$0].actor.kind != .government }
        return found.member == nil ? manyBefore(source) ?? found : found
    }

    /// The many with whom the sentence before starts, when it does: *Top officials spoke. They said …*
    private func manyBefore(_ source: Range<Int>) -> SpeakerResolver.Found? {
        let sentence = document.sentence(of: source.lowerBound)
        guard sentence > 0, document.sentences[sentence].lowerBound == source.lowerBound else { return nil }
        let before = document.sentences[sentence - 1]
        guard let start = before.first(where: { document.tokens[$0].kind == .word }), !isQuoted[start] else {
            return nil
        }
        let head = (start..<min(start + 6, before.upperBound)).first { isPlural($0) && canSpeak($0) }
        guard let head, (start..<head).allSatisfy({ mayPrecedeHead($0) }) else { return nil }
        let found = many(parts(of: start..<head + 1, end: head + 1))
        return again(found, "'\(text(source))' after '\(found.speaker.actor!.name)'", start..<head + 1)
    }

    private func mayPrecedeHead(_ token: Int) -> Bool {
        document.tokens[token].shape != .lower || Self.determiners.contains(keys[token])
            || roster.words.ranks.contains(keys[token]) || Self.standsBeforeNoun(self, token)
    }

    /// *both*, *each*, *the two*: those who were named together last.
    private func those(_ source: Range<Int>) -> SpeakerResolver.Found {
        if let turn = turns.last, turn.found.speaker.status == .collective,
            distance(from: turn.tokens.lowerBound, to: source.lowerBound) <= 3
        {
            return again(turn.found, "'\(text(source))' after '\(turn.found.speaker.actor!.name)'", turn.tokens)
        }
        return pair(before: source) ?? .unknown("'\(text(source))' and nobody named together before it")
    }

    /// Two people named with *and* between them, in this sentence or the two before.
    private func pair(before source: Range<Int>) -> SpeakerResolver.Found? {
        var index = cast.firstMention(from: source.lowerBound) - 1
        while index > 0, distance(from: cast.mentions[index].tokens.lowerBound, to: source.lowerBound) <= 2 {
            defer { index -= 1 }
            guard let second = cast.mentions[index].member, cast.members[second].isPerson,
                let other = cast.mentions[..<index].lastIndex(where: { $0.member != nil }),
                let first = cast.mentions[other].member, first != second, cast.members[first].isPerson
            else { continue }
            let between = cast.mentions[other].tokens.upperBound..<cast.mentions[index].tokens.lowerBound
            guard between.count <= 8, between.contains(where: { keys[$0] == WordKey("and") }),
                !between.contains(where: {
                    document.tokens[$0].kind == .terminal || CastBuilder.prepositions.contains(keys[$0])
                })
            else { continue }
            return together([first, second].map { cast.members[$0].actor }, "'\(text(source))' after")
        }
        return nil
    }

    /// The first fitting member named in the nearest sentence before, when there is but one there.
    private func subject(before source: Range<Int>, _ fits: (Int) -> Bool) -> SpeakerResolver.Found {
        let sentence = document.sentence(of: source.lowerBound)
        for earlier in stride(from: sentence, through: max(0, sentence - 1), by: -1) {
            let range = document.sentences[earlier]
            let named = cast.mentions(in: range.lowerBound..<min(range.upperBound, source.lowerBound)).filter { index in
                cast.mentions[index].member.map(fits) ?? false && !isQuoted[cast.mentions[index].tokens.lowerBound]
                    && !followsPreposition(cast.mentions[index].tokens.lowerBound)
            }
            if let first = named.first, let member = cast.mentions[first].member {
                guard Set(named.map { cast.mentions[$0].member }).count == 1 else {
                    return .unknown("'\(text(source))' could be more than one body named before it")
                }
                let name = cast.members[member].actor.name
                return speaker(
                    member, "'\(text(source))' after '\(name)', paragraph \(paragraphNumber(range.lowerBound))")
            }
        }
        return .unknown("nobody just before '\(text(source))' fits it")
    }
}

extension SpeakerResolver.Reading {
    /// The member of the cast that *he* or *she* means at a place; nil when that is not clear.
    func antecedent(of word: String, at tokens: Range<Int>) -> Int? {
        person(word == "he" ? .male : .female, at: tokens).member
    }
}
