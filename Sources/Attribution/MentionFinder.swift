import Discourse

/// Finds the mentions of a document in one pass from left to right.
struct MentionFinder {
    private let document: Document
    private let roster: Roster
    let keys: [WordKey]
    /// One bit for each possible low end of the key of a word that stands in lower case somewhere.
    private var lowerWords = [UInt64](repeating: 0, count: 1 << 10)

    init(document: Document, roster: Roster) {
        (self.document, self.roster) = (document, roster)
        keys = document.tokens.map { MentionTable.key(of: $0, in: document) }
        for token in document.tokens where token.shape == .lower {
            lowerWords[Int(token.key.bits >> 6 & 0x3FF)] |= 1 << (token.key.bits & 63)
        }
    }

    /// All mentions, in order, none inside another.
    func mentions() -> [Mention] {
        var mentions: [Mention] = []
        for paragraph in document.paragraphs {
            // Headlines and headings capitalise any word.
            let isProse = paragraph.kind != .headline && paragraph.kind != .heading
            for sentence in paragraph.sentences {
                append(document.sentences[sentence], isProse: isProse, to: &mentions)
            }
        }
        return mentions
    }

    private func append(_ sentence: Range<Int>, isProse: Bool, to mentions: inout [Mention]) {
        let tokens = document.tokens
        var position = sentence.lowerBound
        while position < sentence.upperBound {
            if let (phrase, length) = roster.phrases.longestMatch(
                at: position, keys: keys, tokens: tokens, end: sentence.upperBound),
                !isGivenName(phrase, at: position, length, sentence)
            {
                mentions.append(Mention(tokens: position..<position + length, phrase: phrase))
                position += length
            } else if isProse, isCapitalised(position), !roster.words.functions.contains(keys[position]) {
                let run = run(from: position, in: sentence)
                if !run.isEmpty { mentions.append(Mention(tokens: run, phrase: nil)) }
                position = max(run.upperBound, position + 1)
            } else {
                position += 1
            }
        }
    }

    /// Whether a place is a person's given name here, as in *Jordan Smith*, or a name goes on as another's: *Donald Trump Jr.*
    private func isGivenName(_ phrase: Int, at position: Int, _ length: Int, _ sentence: Range<Int>) -> Bool {
        let next = position + length
        guard next < sentence.upperBound else { return false }
        let found = roster.phrases.phrases[phrase]
        if found.person >= 0 { return roster.words.suffixes.contains(keys[next]) && isCapitalised(next) }
        guard length == 1, found.isGeographic || found.organization >= 0 && !found.isAcronym,
            roster.words.givenNames[keys[position]] != nil
        else { return false }
        return isCapitalised(next)
            && roster.phrases.longestMatch(at: next, keys: keys, tokens: document.tokens, end: sentence.upperBound) == nil
    }

    private func isCapitalised(_ position: Int) -> Bool {
        let token = document.tokens[position]
        return token.kind == .word && (token.shape == .capitalized || token.shape == .mixed || token.shape == .upper)
    }

    /// capitalised words, and particles with a capitalised word after them
    private func run(from start: Int, in sentence: Range<Int>) -> Range<Int> {
        var end = start + 1
        while end < sentence.upperBound {
            if isCapitalised(end), !roster.words.functions.contains(keys[end]), !startsNewPhrase(end, sentence) {
                end += 1
            } else if let next = endOfParticles(at: end, sentence) {
                end = next
            } else {
                break
            }
        }
        let lower = start == sentence.lowerBound && end - start > 1 && isSentenceWord(start) ? start + 1 : start
        return lower..<end
    }

    /// A role, title or roster name inside a run of capitals begins a new mention.
    private func startsNewPhrase(_ position: Int, _ sentence: Range<Int>) -> Bool {
        guard
            let (phrase, length) = roster.phrases.longestMatch(
                at: position, keys: keys, tokens: document.tokens, end: sentence.upperBound)
        else { return false }
        let found = roster.phrases.phrases[phrase]
        if found.person >= 0 || found.organization >= 0 || length > 1 { return true }
        return found.role >= 0 && !roster.words.givenNames.keys.contains(keys[position])
    }

    private func endOfParticles(at position: Int, _ sentence: Range<Int>) -> Int? {
        var end = position
        while end < sentence.upperBound, roster.words.particles.contains(keys[end]), end - position < 3 { end += 1 }
        return end > position && end < sentence.upperBound && isCapitalised(end)
            && !roster.words.functions.contains(keys[end]) ? end + 1 : nil
    }

    /// Whether the word that starts a sentence also stands in lower case elsewhere, so that its capital means nothing.
    private func isSentenceWord(_ position: Int) -> Bool {
        let key = document.tokens[position].key
        return roster.words.givenNames[key] == nil && lowerWords[Int(key.bits >> 6 & 0x3FF)] & 1 << (key.bits & 63) != 0
    }
}
