import Discourse

// Which nouns name somebody who can speak.

extension SpeakerResolver.Reading {
    /// The word that says what a description is of: the last one that can speak when only participles and
    /// adverbs follow it (*the lawmakers sitting there*), else the last one.
    func headWord(_ parts: SpeakerResolver.Reading.Parts) -> Int? {
        guard let last = parts.head.last(where: { document.tokens[$0].kind == .word }) else { return nil }
        var token = last
        while token > parts.head.lowerBound, !canSpeak(token), canFollowNoun(token) { token -= 1 }
        return canSpeak(token) ? token : last
    }

    /// Whether a word can be the head of a description that speaks: a noun of the lists for people and bodies,
    /// a role, a name in capitals, or a word that ends as nouns for people do.
    func canSpeak(_ token: Int) -> Bool {
        let key = keys[token]
        if Self.indefinite.contains(key) || roster.words.speakers.contains(key) || roster.words.documents.contains(key)
        {
            return true
        }
        guard !roster.words.things.contains(key) else { return false }
        if isRole(token) || endsLikePerson(token) { return true }
        return document.tokens[token].shape != .lower && !isSentenceStart(token)
    }

    /// Whether a role of the roster ends in this word, in the singular or with an *s* behind it.
    private func isRole(_ token: Int) -> Bool {
        let index = cast.firstMention(from: token + 1) - 1
        if index >= 0, cast.mentions[index].tokens.upperBound == token + 1,
            let phrase = phrase(cast.mentions[index]), phrase.isWord
        {
            return true
        }
        let bytes = document.tokens[token].bytes
        guard bytes.count > 2, document.utf8[bytes.upperBound - 1] == UInt8(ascii: "s") else { return false }
        let utf8 = document.utf8
        let singular = WordKey(utf8: utf8.span.extracting(bytes.lowerBound..<bytes.upperBound - 1))
        return roster.phrases.roleWords.contains(singular)
    }

    /// *MPs*, *NGOs*
    func isPluralAcronym(_ token: Int) -> Bool {
        let bytes = document.utf8[document.tokens[token].bytes]
        return bytes.count > 2 && bytes.last == UInt8(ascii: "s")
            && bytes.dropLast().allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    }

    private static let doerEndings = ["er", "or", "ist", "ian", "man", "men", "woman", "women", "eer"].map {
        Array($0.utf8)
    }

    private func endsLikePerson(_ token: Int) -> Bool {
        var bytes = document.tokens[token].bytes
        if document.utf8[bytes.upperBound - 1] == UInt8(ascii: "s") { bytes = bytes.lowerBound..<bytes.upperBound - 1 }
        return bytes.count > 4 && Self.doerEndings.contains { document.utf8[bytes].suffix($0.count).elementsEqual($0) }
    }

    /// Whether a word may stand between a noun and the end of its phrase.
    private func canFollowNoun(_ token: Int) -> Bool {
        let bytes = document.utf8[document.tokens[token].bytes]
        return Self.followers.contains(keys[token])
            || bytes.count > 4
                && [Array("ing".utf8), Array("ed".utf8), Array("ly".utf8)].contains {
                    bytes.suffix($0.count).elementsEqual($0)
                }
    }

    private static let followers = Set(
        ["alike", "alone", "present", "there", "here", "themselves", "abroad"].map { WordKey($0) })

    // MARK: Common nouns in capitals

    private static let abstractEndings = ["tion", "sion", "ment", "ness", "ity", "ence", "ance", "ism", "ship"].map {
        Array($0.utf8)
    }

    /// Whether a single word starts a sentence and is a common noun: *Experience shows that …*, *Tensions suggest …*
    func isCommonNoun(_ tokens: Range<Int>) -> Bool {
        let token = tokens.lowerBound
        guard tokens.count == 1, document.tokens[token].shape == .capitalized, isSentenceStart(token),
            roster.words.givenNames[keys[token]] == nil, cast.membersOfWord[keys[token]] == nil
        else { return false }
        return roster.words.things.contains(keys[token]) || standsInLowerCase(token) || endsLikeAbstract(token)
    }

    private func endsLikeAbstract(_ token: Int) -> Bool {
        var bytes = document.tokens[token].bytes
        if document.utf8[bytes.upperBound - 1] == UInt8(ascii: "s") { bytes = bytes.lowerBound..<bytes.upperBound - 1 }
        return bytes.count > 6
            && Self.abstractEndings.contains { document.utf8[bytes].suffix($0.count).elementsEqual($0) }
    }

    private func standsInLowerCase(_ token: Int) -> Bool {
        let key = document.tokens[token].key
        return document.tokens.contains { $0.shape == .lower && $0.key == key }
    }

    private func isSentenceStart(_ token: Int) -> Bool {
        let sentence = document.sentences[document.sentence(of: token)]
        return sentence.prefix { $0 < token }.allSatisfy { document.tokens[$0].kind != .word }
    }
}
