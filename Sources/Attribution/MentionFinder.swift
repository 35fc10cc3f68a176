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
            // Headlines and headings capitalise any word, so that only single words can be told there.
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
            } else if isCapitalised(position), !roster.words.functions.contains(keys[position]) {
                let run = isProse ? run(from: position, in: sentence) : position..<position + 1
                mentions.append(Mention(tokens: run, phrase: nil))
                position = run.upperBound
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
            && roster.phrases.longestMatch(at: next, keys: keys, tokens: document.tokens, end: sentence.upperBound)
                == nil
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
        let isNoName =
            start == sentence.lowerBound && end - start > 1 && (isSentenceWord(start) || isBeforeGivenName(start, end))
        return (isNoName ? start + 1 : start)..<end
    }

    /// A role, title or roster name inside a run of capitals begins a new mention.
    private func startsNewPhrase(_ position: Int, _ sentence: Range<Int>) -> Bool {
        guard
            let (phrase, length) = roster.phrases.longestMatch(
                at: position, keys: keys, tokens: document.tokens, end: sentence.upperBound)
        else { return false }
        let found = roster.phrases.phrases[phrase]
        if found.person >= 0 || found.organization >= 0 || length > 1 { return true }
        let next = position + length
        return found.isWord && next < sentence.upperBound && isCapitalised(next)
            && roster.words.givenNames[keys[position]] == nil
    }

    private func endOfParticles(at position: Int, _ sentence: Range<Int>) -> Int? {
        var end = position
        while end < sentence.upperBound, roster.words.particles.contains(keys[end]), end - position < 3 { end += 1 }
        return end > position && end < sentence.upperBound && isCapitalised(end)
            && !roster.words.functions.contains(keys[end]) ? end + 1 : nil
    }

    /// Whether a given name follows the word that starts a sentence: *Farmer Lena Ossin*.
    private func isBeforeGivenName(_ start: Int, _ end: Int) -> Bool {
        end - start > 2 && roster.words.givenNames[keys[start]] == nil
            && roster.words.givenNames[keys[start + 1]] != nil
    }

    /// Whether the word that starts a sentence also stands in lower case elsewhere, so that its capital means nothing.
    private func isSentenceWord(_ position: Int) -> Bool {
        let key = document.tokens[position].key
        return roster.words.givenNames[key] == nil && lowerWords[Int(key.bits >> 6 & 0x3FF)] & 1 << (key.bits & 63) != 0
    }
}
