import Discourse

/// The first pass: bytes into tokens, from left to right, each decided by the bytes around it alone.
struct Tokenizer {
    private let utf8: [UInt8]
    private let classes = ByteClass.table
    private var position = 0
    private var tokens: [Token] = []

    static func tokens(of utf8: [UInt8]) -> [Token] {
        var tokenizer = Tokenizer(utf8)
        return tokenizer.run()
    }

    private init(_ utf8: [UInt8]) {
        self.utf8 = utf8
        tokens.reserveCapacity(utf8.count / 5 + 8)
    }

    private mutating func run() -> [Token] {
        while position < utf8.count {
            let (kind, width) = classAndWidth(at: position)
            switch kind {
            case .space, .newline: position &+= width
            case .letter: word()
            case .digit: number()
            case .terminal: terminal()
            case .doubleQuote, .singleQuote: singleToken(.quote, width)
            case .mark: mark(width)
            case .beyondASCII: preconditionFailure("a scalar has a class of its own")
            }
        }
        return tokens
    }
}

// MARK: - Kinds of token

extension Tokenizer {
    /// letters, then letters and digits, with inner apostrophes, hyphens and the stops of abbreviations
    private mutating func word() {
        let start = position
        if let end = endOfWebAddress(from: start) { return append(start, end, .address) }
        var end = endOfWordPart(from: start)
        while end < utf8.count {
            if let next = endOfJoined(at: end) {
                end = next
            } else if utf8[end] == UInt8(ascii: "@"), isWordStart(end &+ 1) {
                return append(start, endOfAddress(from: end), .address)
            } else {
                break
            }
        }
        if end < utf8.count, utf8[end] == UInt8(ascii: "."), ownsStop(start, end) { end &+= 1 }
        appendWord(start, end)
    }

    /// digits with their separators, and letters that hang on: `5,000`, `3.5`, `2014-15`, `21st`, `20-year-old`
    private mutating func number() {
        let start = position
        var end = start
        while end < utf8.count {
            let (kind, width) = classAndWidth(at: end)
            if kind == .digit || kind == .letter {
                end &+= width
            } else if isNumberSeparator(utf8[end]), isDigit(end &+ 1) {
                end &+= 2
            } else if utf8[end] == UInt8(ascii: "-"), isWordStart(end &+ 1) {
                end &+= 1
            } else {
                break
            }
        }
        append(start, end, .number)
    }

    private mutating func terminal() {
        let start = position
        var end = start
        while end < utf8.count {
            let (kind, width) = classAndWidth(at: end)
            guard kind == .terminal else { break }
            end &+= width
        }
        append(start, end, .terminal)
    }

    private mutating func mark(_ width: Int) {
        let byte = utf8[position]
        if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "#"), isWordStart(position &+ 1) {
            return append(position, endOfAddress(from: position), .address)
        }
        var end = position &+ width
        // Runs of one mark, such as "--" or "***", are one token.
        if byte < 0x80 { while end < utf8.count, utf8[end] == byte { end &+= 1 } }
        append(position, end, .mark)
    }

    private mutating func singleToken(_ kind: Token.Kind, _ width: Int) {
        append(position, position &+ width, kind)
    }
}

// MARK: - Where things end

extension Tokenizer {
    /// letters, digits and underscores
    private func endOfWordPart(from start: Int) -> Int {
        var end = start
        while end < utf8.count {
            let (kind, width) = classAndWidth(at: end)
            guard kind == .letter || kind == .digit || utf8[end] == UInt8(ascii: "_") else { break }
            end &+= width
        }
        return end
    }

    /// The end of the next part when a mark at `end` joins it to the word: `O'Brien`, `cease-fire`, `U.S`, `AT&T`.
    private func endOfJoined(at end: Int) -> Int? {
        let joint: Int
        switch utf8[end] {
        case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "&"): joint = 1
        case UInt8(ascii: "."):
            // Only between single letters, as in U.S. or p.m.
            guard end &+ 1 < utf8.count, isSingleLetter(before: end), isLetter(end &+ 1), !isLetter(end &+ 2) else {
                return nil
            }
            joint = 1
        case 0xE2:  // ’ U+2019, ‑ U+2011, ‐ U+2010
            guard end &+ 2 < utf8.count, utf8[end &+ 1] == 0x80,
                utf8[end &+ 2] == 0x99 || utf8[end &+ 2] == 0x91 || utf8[end &+ 2] == 0x90
            else { return nil }
            joint = 3
        default: return nil
        }
        guard isWordStart(end &+ joint) else { return nil }
        return endOfWordPart(from: end &+ joint)
    }

    private func endOfWebAddress(from start: Int) -> Int? {
        guard utf8[start] | 0x20 == UInt8(ascii: "h") || utf8[start] | 0x20 == UInt8(ascii: "w"),
            starts(with: "http://", at: start) || starts(with: "https://", at: start)
                || starts(with: "www.", at: start)
        else { return nil }
        return endOfAddress(from: start)
    }

    /// up to white space or a quotation mark, less the marks that end a sentence or a bracket
    private func endOfAddress(from start: Int) -> Int {
        var end = start
        while end < utf8.count {
            let (kind, width) = classAndWidth(at: end)
            if kind == .space || kind == .newline || kind == .doubleQuote || kind == .singleQuote { break }
            end &+= width
        }
        while end > start &+ 1, ".,;:!?)]}>".utf8.contains(utf8[end &- 1]) { end &-= 1 }
        return end
    }

    /// Whether the full stop after a word belongs to it: an initial, or an abbreviation of the table.
    private func ownsStop(_ start: Int, _ end: Int) -> Bool {
        let followsLetterAndStop = end &- start >= 3 && utf8[end &- 2] == UInt8(ascii: ".")
        if followsLetterAndStop { return true }
        if end &- start == 1 {
            return utf8[start] < UInt8(ascii: "a") && utf8[start] != UInt8(ascii: "I") || nextIsCapital(end &+ 1)
        }
        guard end &- start <= Abbreviations.longest else { return false }
        let key = WordKey(utf8: utf8.span.extracting(start..<end))
        switch Abbreviations.table[key] {
        case .beforeNumber: return nextIsDigit(end &+ 1)
        case .some: return true
        case nil: return false
        }
    }
}

// MARK: - Words

extension Tokenizer {
    /// Cuts clitics off: `don't` is `do` + `n't`, `Putin’s` is `Putin` + `’s`.
    private mutating func appendWord(_ start: Int, _ end: Int) {
        guard let cut = clitic(start, end) else { return append(start, end, .word) }
        append(start, cut, .word)
        append(cut, end, .clitic)
    }

    /// Where the clitic of a word starts.
    private func clitic(_ start: Int, _ end: Int) -> Int? {
        var apostrophe = end &- 1
        let lowest = max(start &+ 1, end &- 5)
        while apostrophe >= lowest, !isApostrophe(apostrophe) { apostrophe &-= 1 }
        guard apostrophe >= lowest else { return nil }
        let after = apostrophe &+ (utf8[apostrophe] == UInt8(ascii: "'") ? 1 : 3)
        let tail = end &- after
        func is1(_ letter: UInt8) -> Bool { utf8[after] | 0x20 == letter }
        func is2(_ a: UInt8, _ b: UInt8) -> Bool { is1(a) && utf8[after &+ 1] | 0x20 == b }
        if tail == 1 {
            if is1(UInt8(ascii: "t")), apostrophe > start &+ 1, utf8[apostrophe &- 1] | 0x20 == UInt8(ascii: "n") {
                return apostrophe &- 1
            }
            return is1(UInt8(ascii: "s")) || is1(UInt8(ascii: "d")) || is1(UInt8(ascii: "m")) ? apostrophe : nil
        }
        guard tail == 2 else { return nil }
        return is2(UInt8(ascii: "r"), UInt8(ascii: "e")) || is2(UInt8(ascii: "v"), UInt8(ascii: "e"))
            || is2(UInt8(ascii: "l"), UInt8(ascii: "l")) ? apostrophe : nil
    }

    private mutating func append(_ start: Int, _ end: Int, _ kind: Token.Kind) {
        tokens.append(token(start, end, kind))
        position = end
    }

    private func token(_ start: Int, _ end: Int, _ kind: Token.Kind) -> Token {
        let bytes = utf8.span.extracting(start..<end)
        return Token(start: start, end: end, kind: kind, shape: shape(bytes, kind), key: WordKey(utf8: bytes))
    }

    private func shape(_ bytes: Span<UInt8>, _ kind: Token.Kind) -> Token.Shape {
        guard kind == .word || kind == .address else { return .other }
        var (upper, lower, firstIsUpper, index) = (0, 0, false, 0)
        while index < bytes.count {
            let byte = bytes[index]
            var isUpper = byte &- 0x41 < 26
            var isLower = byte &- 0x61 < 26
            var width = 1
            if byte >= 0xC0 {
                let decoded = DecodedScalar(bytes, at: index)
                width = decoded.width
                isUpper = decoded.scalar.properties.isUppercase
                isLower = decoded.scalar.properties.isLowercase
            }
            if isUpper {
                upper &+= 1
                if index == 0 { firstIsUpper = true }
            } else if isLower {
                lower &+= 1
            }
            index &+= width
        }
        switch (upper, lower) {
        case (0, 0): return .other
        case (0, _): return .lower
        case (_, 0): return upper == 1 && bytes.count <= 2 ? .capitalized : .upper
        case (1, _) where firstIsUpper: return .capitalized
        default:
            return firstIsUpper && bytes.indices.contains(where: { bytes[$0] == UInt8(ascii: "-") })
                ? .capitalized : .mixed
        }
    }
}

// MARK: - Looking at bytes

extension Tokenizer {
    @inline(__always)
    private func classAndWidth(at index: Int) -> (ByteClass, Int) {
        let kind = classes[Int(utf8[index])]
        guard kind == .beyondASCII else { return (kind, 1) }
        let decoded = DecodedScalar(utf8.span, at: index)
        return (ByteClass.of(decoded.scalar), decoded.width)
    }

    private func isLetter(_ index: Int) -> Bool { index < utf8.count && classAndWidth(at: index).0 == .letter }
    private func isDigit(_ index: Int) -> Bool { index < utf8.count && utf8[index] &- 0x30 < 10 }

    private func isWordStart(_ index: Int) -> Bool {
        guard index < utf8.count else { return false }
        let kind = classAndWidth(at: index).0
        return kind == .letter || kind == .digit
    }

    private func isNumberSeparator(_ byte: UInt8) -> Bool { ".,:/".utf8.contains(byte) }

    private func isApostrophe(_ index: Int) -> Bool {
        utf8[index] == UInt8(ascii: "'")
            || utf8[index] == 0xE2 && index &+ 2 < utf8.count && utf8[index &+ 1] == 0x80 && utf8[index &+ 2] == 0x99
    }

    /// Whether exactly one ASCII letter stands before `index`.
    private func isSingleLetter(before index: Int) -> Bool {
        guard index >= 1, utf8[index &- 1] | 0x20 &- 0x61 < 26 || utf8[index &- 1] < 0x80 else { return false }
        return index < 2 || !(isASCIILetter(utf8[index &- 2]) || utf8[index &- 2] >= 0x80)
    }

    private func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private func nextIsDigit(_ index: Int) -> Bool {
        var index = index
        while index < utf8.count, utf8[index] == UInt8(ascii: " ") { index &+= 1 }
        return isDigit(index)
    }

    private func nextIsCapital(_ index: Int) -> Bool {
        var index = index
        while index < utf8.count, utf8[index] == UInt8(ascii: " ") { index &+= 1 }
        return index < utf8.count && utf8[index] &- 0x41 < 26
    }

    private func starts(with prefix: StaticString, at start: Int) -> Bool {
        guard start + prefix.utf8CodeUnitCount <= utf8.count else { return false }
        for offset in 0..<prefix.utf8CodeUnitCount {
            let byte = utf8[start + offset]
            guard (isASCIILetter(byte) ? byte | 0x20 : byte) == prefix.utf8Start[offset] else { return false }
        }
        return true
    }
}
