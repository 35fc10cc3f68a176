/// The n-grams of a text, as 64-bit keys with the bytes they come from.
///
/// Words in ones and twos; runs of three to five code points inside each space-separated part, which has a
/// space put on either side; and the parts of hashtags written in camel case. It reads UTF-8 bytes and
/// makes no strings. ASCII is lower-cased.
struct TextGrams {
    private(set) var grams: [Gram] = []
    /// The text in lower case, byte for byte as long as the text.
    private(set) var lowered: [UInt8] = []
    private var tokens: [Range<Int>] = []
    /// Where code points start in the part of the moment, and its end.
    private var points: [Int] = []

    struct Gram {
        let key: UInt64
        let kind: Kind
        /// Bytes of the text; the spaces put around a part stand outside.
        let start, end: Int32
        /// Whether a space was put before or after.
        let before, after: Bool
    }

    enum Kind: UInt8 {
        case word = 1
        case pair, characters, tagPart

        /// Which features are brought to unit length together.
        var block: UInt8 {
            switch self {
            case .word, .pair: 0
            case .characters: 1
            case .tagPart: 2
            }
        }

        /// What names of the kind start with.
        var mark: String {
            switch self {
            case .word: "w:"
            case .pair: "p:"
            case .characters: "c:"
            case .tagPart: "h:"
            }
        }
    }

    /// Replaces what is held by the n-grams of another text.
    mutating func read(_ text: Span<UInt8>) {
        grams.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
        lowered.removeAll(keepingCapacity: true)
        for index in 0..<text.count { lowered.append(TextBytes.lowered[Int(text[index])]) }
        findTokens()
        addWords()
        addCharacters()
        addTagParts(text)
    }

    /// Adds a name for people: the kind and the bytes, with plain single spaces; `_` for a space put around.
    func appendName(of gram: Gram, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: gram.kind.mark.utf8)
        if gram.before { bytes.append(UInt8(ascii: "_")) }
        for index in Int(gram.start)..<Int(gram.end) {
            let byte = lowered[index]
            if !TextBytes.isSpace(byte) {
                bytes.append(byte)
            } else if bytes.last != UInt8(ascii: " ") {
                bytes.append(UInt8(ascii: " "))
            }
        }
        if gram.after { bytes.append(UInt8(ascii: "_")) }
    }
}

extension TextGrams {
    // Tags (#word, @word), words with inner apostrophes, runs of ! and ?, and single signs.
    private mutating func findTokens() {
        var position = 0
        while position < lowered.count {
            let (start, byte) = (position, lowered[position])
            position += 1
            if TextBytes.isSpace(byte) { continue }
            if TextBytes.isLetter(byte) || (TextBytes.isTagMark(byte) && isLetter(at: position)) {
                while isLetter(at: position) || (isApostrophe(at: position) && isLetter(at: position + 1)) {
                    position += 1
                }
            } else if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
                while position < lowered.count,
                    lowered[position] == UInt8(ascii: "!") || lowered[position] == UInt8(ascii: "?")
                { position += 1 }
            }
            tokens.append(start..<position)
        }
    }

    private func isLetter(at position: Int) -> Bool {
        position < lowered.count && TextBytes.isLetter(lowered[position])
    }

    private func isApostrophe(at position: Int) -> Bool {
        position < lowered.count && lowered[position] == UInt8(ascii: "'")
    }

    private mutating func addWords() {
        for (index, token) in tokens.enumerated() {
            var hash = TextBytes.seed(.word)
            for position in token { hash = TextBytes.step(hash, lowered[position]) }
            add(hash, .word, token)
            guard index > 0 else { continue }
            var pair = TextBytes.seed(.pair)
            for position in tokens[index - 1] { pair = TextBytes.step(pair, lowered[position]) }
            pair = TextBytes.step(pair, UInt8(ascii: " "))
            for position in token { pair = TextBytes.step(pair, lowered[position]) }
            add(pair, .pair, tokens[index - 1].lowerBound..<token.upperBound)
        }
    }

    private mutating func addCharacters() {
        var position = 0
        while position < lowered.count {
            if TextBytes.isSpace(lowered[position]) {
                position &+= 1
                continue
            }
            let start = position
            points.removeAll(keepingCapacity: true)
            while position < lowered.count, !TextBytes.isSpace(lowered[position]) {
                if lowered[position] & 0xc0 != 0x80 || points.isEmpty { points.append(position) }
                position &+= 1
            }
            points.append(position)
            addCharacters(from: start, to: position)
        }
    }

    /// All runs of 3 to 5 in the part with its two spaces.
    private mutating func addCharacters(from start: Int, to end: Int) {
        // Place 0 is the space before, places 1... the code points, the last the space after.
        let places = points.count &+ 1
        for first in 0..<max(places &- 2, 0) {
            var hash = TextBytes.seed(.characters)
            for place in first..<min(first &+ 5, places) {
                if place == 0 || place == places &- 1 {
                    hash = TextBytes.step(hash, UInt8(ascii: " "))
                } else {
                    for index in points[place &- 1]..<points[place] { hash = TextBytes.step(hash, lowered[index]) }
                }
                guard place &- first >= 2 else { continue }
                let (before, after) = (first == 0, place == places &- 1)
                grams.append(
                    Gram(
                        key: TextBytes.finish(hash), kind: .characters,
                        start: Int32(before ? start : points[first &- 1]), end: Int32(after ? end : points[place]),
                        before: before, after: after))
            }
        }
    }

    private mutating func addTagParts(_ text: Span<UInt8>) {
        for token in tokens where lowered[token.lowerBound] == UInt8(ascii: "#") && token.count > 1 {
            var start = token.lowerBound + 1
            for position in token.dropFirst(2) {
                let isBorder = TextBytes.isUpper(text[position]) && !TextBytes.isUpper(text[position - 1])
                if isBorder {
                    addTagPart(start..<position)
                    start = position
                }
            }
            addTagPart(start..<token.upperBound)
        }
    }

    private mutating func addTagPart(_ part: Range<Int>) {
        var hash = TextBytes.seed(.tagPart)
        for position in part { hash = TextBytes.step(hash, lowered[position]) }
        add(hash, .tagPart, part)
    }

    private mutating func add(_ hash: UInt64, _ kind: Kind, _ range: Range<Int>) {
        grams.append(
            Gram(
                key: TextBytes.finish(hash), kind: kind, start: Int32(range.lowerBound),
                end: Int32(range.upperBound), before: false, after: false))
    }
}
