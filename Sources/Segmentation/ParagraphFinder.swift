import Discourse

/// Joins lines into paragraphs and tells headline, bullets, headings and the list of sources from body text.
struct ParagraphFinder {
    let utf8: [UInt8]
    let tokens: [Token]
    let lines: [Line]

    struct Found {
        var tokens: Range<Int>
        var kind: Document.Paragraph.Kind
    }

    func paragraphs() -> [Found] {
        let isWrapped = isHardWrapped
        var found: [Found] = []
        for (index, line) in lines.enumerated() {
            let joins = index > 0 && line.breaksBefore == 1 && isWrapped && !isBullet(line.tokens)
            if joins {
                found[found.count - 1].tokens = found[found.count - 1].tokens.lowerBound..<line.tokens.upperBound
            } else {
                found.append(Found(tokens: line.tokens, kind: .body))
            }
        }
        mark(&found)
        return found
    }

    /// Whether single line breaks only wrap the text: lines of like length, most of which break off in mid-sentence.
    private var isHardWrapped: Bool {
        var (inner, brokenOff, length) = (0, 0, 0)
        for (index, line) in lines.enumerated().dropFirst() where line.breaksBefore == 1 {
            let before = lines[index - 1].tokens
            if isBullet(line.tokens) { continue }
            inner += 1
            length = max(length, Int(tokens[before.upperBound - 1].end - tokens[before.lowerBound].start))
            if !endsLikeSentence(before) { brokenOff += 1 }
        }
        return inner >= 3 && brokenOff * 10 >= inner * 6 && length <= 120
    }
}

// MARK: - Kinds

extension ParagraphFinder {
    private func mark(_ found: inout [Found]) {
        for index in found.indices where isBullet(found[index].tokens) { found[index].kind = .bullet }
        for index in found.indices where found[index].kind == .body {
            let isLast = index == found.count - 1
            if isShortWithoutStop(found[index].tokens, limit: 20), !isLast { found[index].kind = .heading }
        }
        markHeadline(&found)
        markSources(&found)
    }

    /// The first paragraph is the headline when it is short and has no full stop, or when it is the article's title.
    private func markHeadline(_ found: inout [Found]) {
        guard found.count > 1, found[0].kind != .bullet, isShortWithoutStop(found[0].tokens, limit: 30) else { return }
        found[0].kind = .headline
    }

    /// From a label such as `Sources:` on, all is the list of sources, unless body text follows it.
    private func markSources(_ found: inout [Found]) {
        guard let label = found.lastIndex(where: { $0.kind == .heading && isSourcesLabel($0.tokens) }) else { return }
        let rest = found[(label + 1)...]
        let isList = rest.allSatisfy {
            $0.tokens.count <= 40 && !($0.kind == .body && $0.tokens.count > 12 && endsLikeSentence($0.tokens))
        }
        guard isList else { return }
        for index in label..<found.count { found[index].kind = .sources }
    }

    private func isBullet(_ range: Range<Int>) -> Bool {
        guard range.count > 1 else { return false }
        let (first, next) = (tokens[range.lowerBound], tokens[range.lowerBound + 1])
        guard first.kind == .mark, next.start > first.end else { return false }
        switch utf8[first.bytes.lowerBound] {
        case UInt8(ascii: "*"), UInt8(ascii: "-"): return first.bytes.count == 1
        case 0xE2:  // • ‣ ◦ ▪ ● – as the first byte of three
            let scalar = DecodedScalar(utf8.span, at: first.bytes.lowerBound).scalar
            return "•‣◦▪●■–".unicodeScalars.contains(scalar)
        case 0xC2: return utf8[first.bytes.lowerBound + 1] == 0xB7
        default: return false
        }
    }

    private func isShortWithoutStop(_ range: Range<Int>, limit: Int) -> Bool {
        range.count <= limit && !endsLikeSentence(range) && tokens[range].contains { $0.kind == .word }
    }

    /// Whether the last token that is no quotation mark or bracket ends a sentence.
    private func endsLikeSentence(_ range: Range<Int>) -> Bool {
        for index in range.reversed() {
            let token = tokens[index]
            if token.kind == .quote || utf8[Int(token.start)] == UInt8(ascii: ")") { continue }
            // An abbreviation such as "a.m." at the end of a line may end a sentence too.
            return token.kind == .terminal || utf8[Int(token.end) - 1] == UInt8(ascii: ".")
        }
        return false
    }

    private func isSourcesLabel(_ range: Range<Int>) -> Bool {
        guard range.count <= 3, ParagraphFinder.sourcesLabels.contains(tokens[range.lowerBound].key) else {
            return false
        }
        return range.count == 1 || utf8[Int(tokens[range.upperBound - 1].start)] == UInt8(ascii: ":")
    }

    private static let sourcesLabels: Set<WordKey> = ["sources", "source", "references", "links"].reduce(into: []) {
        $0.insert(WordKey($1))
    }
}
