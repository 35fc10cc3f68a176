import Discourse

extension SpeakerResolver.Reading {
    private enum Pronoun {
        case he, she, it, they, i, we, those

        static let words: [WordKey: Pronoun] = [
            WordKey("he"): .he, WordKey("him"): .he, WordKey("himself"): .he, WordKey("she"): .she, WordKey("her"): .she,
            WordKey("herself"): .she, WordKey("it"): .it, WordKey("itself"): .it, WordKey("they"): .they,
            WordKey("them"): .they, WordKey("themselves"): .they, WordKey("i"): .i, WordKey("we"): .we, WordKey("us"): .we,
            WordKey("both"): .those, WordKey("each"): .those, WordKey("all"): .those,
        ]
    }

    private static let two: Set<WordKey> = [WordKey("two"), WordKey("three"), WordKey("pair"), WordKey("duo")]
    private static let the = WordKey("the")

    /// The speaker when the source is a pronoun; nil when it is none.
    func pronoun(_ source: Range<Int>) -> SpeakerResolver.Found? {
        let first = source.lowerBound
        if source.count == 2, keys[first] == Self.the, Self.two.contains(keys[first + 1]) { return those(source) }
        guard source.count <= 2, document.tokens[first].shape != .upper || source.count == 1 && keys[first] == WordKey("i"),
            let pronoun = Pronoun.words[keys[first]],
            source.count == 1 || Pronoun.words[keys[first + 1]] != nil
        else { return nil }
        return switch pronoun {
        case .he: person(.male, at: source)
        case .she: person(.female, at: source)
        case .it: body(source)
        case .they: they(source)
        case .those: those(source)
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
                linkReason: "'\(document.text(of: token))' is the speaker of the quotation around it, '\(speaker.actor!.name)'")
        }
        let before = turns.last { $0.tokens.lowerBound < token }
        guard let before, document.paragraph(of: before.tokens.lowerBound) == document.paragraph(of: token) else {
            return Speaker(status: .unknown, actor: nil, linkReason: "'\(document.text(of: token))' with no speaker around it")
        }
        return again(before.found, "'\(document.text(of: token))' is the last speaker", before.tokens).speaker
    }

    private func lastSpeaker(_ source: Range<Int>) -> SpeakerResolver.Found {
        .unknown("'\(text(source))' outside a quotation is the author's")
    }
}

// MARK: - He and she

extension SpeakerResolver.Reading {
    private struct Candidate {
        let member: Int
        let score: Int
        let token: Int
        let found: SpeakerResolver.Found?
    }

    /// How far back, in sentences that are not wholly quoted, a person may be named.
    private static let reach = 4

    private func distance(from token: Int, to later: Int) -> Int {
        plainSentences[document.sentence(of: later)] - plainSentences[document.sentence(of: token)]
    }

    /// The nearest compatible person: who spoke last, or who was the subject of a sentence just before.
    ///
    /// Points, in tenths: a sentence of distance costs 20, a place inside a quotation 25, after a
    /// preposition 8, before a possessive mark 10; to have spoken last or to stand first in the
    /// sentence earns 15. Two people within 3 points are too close to call unless one spoke last.
    private func person(_ gender: Roster.Gender, at source: Range<Int>) -> SpeakerResolver.Found {
        var best: [Int: Candidate] = [:]
        func offer(_ candidate: Candidate) {
            if best[candidate.member].map({ $0.score < candidate.score || $0.score == candidate.score && $0.token < candidate.token }) ?? true {
                best[candidate.member] = candidate
            }
        }
        for candidate in named(before: source.lowerBound, gender) { offer(candidate) }
        if let candidate = lastPerson(before: source.lowerBound, gender) { offer(candidate) }
        let ranked = best.values.sorted { ($0.score, $0.token, $0.member) > ($1.score, $1.token, $1.member) }
        let word = text(source)
        guard let first = ranked.first else { return .unknown("no person before '\(word)' fits it") }
        if ranked.count > 1, first.score - ranked[1].score < 3 {
            let names = [first, ranked[1]].map { cast.members[$0.member].actor.name }.sorted()
            return .unknown("'\(word)' could be \(names[0]) or \(names[1])")
        }
        let reason = "'\(word)' after '\(cast.members[first.member].actor.name)', paragraph \(paragraphNumber(first.token))"
        return speaker(first.member, reason)
    }

    private func fits(_ member: Int, _ gender: Roster.Gender) -> Bool {
        let member = cast.members[member]
        return member.isPerson && member.isFirm && (member.gender == nil || member.gender == gender)
    }

    private func named(before token: Int, _ gender: Roster.Gender) -> [Candidate] {
        var candidates: [Candidate] = []
        var (index, sentence, isFirstOfSentence) = (cast.firstMention(from: token) - 1, -1, [Int: Int]())
        var mentions: [(member: Int, tokens: Range<Int>, sentence: Int)] = []
        while index >= 0 {
            let mention = cast.mentions[index]
            guard mention.tokens.upperBound <= token else { index -= 1; continue }
            if distance(from: mention.tokens.lowerBound, to: token) > Self.reach { break }
            if let member = mention.member, fits(member, gender) {
                sentence = document.sentence(of: mention.tokens.lowerBound)
                mentions.append((member, mention.tokens, sentence))
                if !isQuoted[mention.tokens.lowerBound] { isFirstOfSentence[sentence] = mention.tokens.lowerBound }
            }
            index -= 1
        }
        for mention in mentions {
            let isFirst = isFirstOfSentence[mention.sentence] == mention.tokens.lowerBound
            candidates.append(
                Candidate(
                    member: mention.member,
                    score: -20 * distance(from: mention.tokens.lowerBound, to: token) + standing(mention.tokens, isFirst),
                    token: mention.tokens.lowerBound, found: nil))
        }
        return candidates
    }

    private func standing(_ tokens: Range<Int>, _ isFirst: Bool) -> Int {
        var score = 0
        if isQuoted[tokens.lowerBound] { score -= 25 }
        let end = tokens.upperBound
        if end < document.tokens.count, document.tokens[end].kind == .clitic { score -= 10 }
        let isObject = startOfNounPhrase(tokens.lowerBound).map { CastBuilder.prepositions.contains(keys[$0]) } ?? false
        if isObject { score -= 8 } else if isFirst { score += 15 }
        return score
    }

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

    private func lastPerson(before token: Int, _ gender: Roster.Gender) -> Candidate? {
        guard let turn = turns.last(where: { $0.tokens.lowerBound < token && $0.found.member != nil }),
            let member = turn.found.member, fits(member, gender), distance(from: turn.tokens.lowerBound, to: token) <= Self.reach
        else { return nil }
        return Candidate(
            member: member, score: -20 * max(0, distance(from: turn.tokens.lowerBound, to: token)) + 30,
            token: turn.tokens.lowerBound, found: turn.found)
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
        return subject(before: source) { !cast.members[$0].isPerson && cast.members[$0].actor.kind != .government }
    }

    /// *both*, *each*, *the two*: those who were named together last.
    private func those(_ source: Range<Int>) -> SpeakerResolver.Found {
        if let turn = turns.last, turn.found.speaker.status == .collective,
            distance(from: turn.tokens.lowerBound, to: source.lowerBound) <= 3
        {
            return again(turn.found, "'\(text(source))' after '\(turn.found.speaker.actor!.name)'", turn.tokens)
        }
        return .unknown("'\(text(source))' and no speakers named together before it")
    }

    /// The first fitting member named in the nearest sentence before, when there is but one there.
    private func subject(before source: Range<Int>, _ fits: (Int) -> Bool) -> SpeakerResolver.Found {
        let sentence = document.sentence(of: source.lowerBound)
        for earlier in stride(from: sentence, through: max(0, sentence - 1), by: -1) {
            let range = document.sentences[earlier]
            let named = cast.mentions(in: range.lowerBound..<min(range.upperBound, source.lowerBound)).filter { index in
                cast.mentions[index].member.map(fits) ?? false && !isQuoted[cast.mentions[index].tokens.lowerBound]
                    && !(startOfNounPhrase(cast.mentions[index].tokens.lowerBound).map { CastBuilder.prepositions.contains(keys[$0]) } ?? false)
            }
            if let first = named.first, let member = cast.mentions[first].member {
                guard Set(named.map { cast.mentions[$0].member }).count == 1 else {
                    return .unknown("'\(text(source))' could be more than one body named before it")
                }
                let name = cast.members[member].actor.name
                return speaker(member, "'\(text(source))' after '\(name)', paragraph \(paragraphNumber(range.lowerBound))")
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
