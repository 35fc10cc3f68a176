/// Cuts text into lower-case words and single marks, as BERT's uncased tables expect them: runs of letters and
/// digits without accents, every other sign on its own. A hashtag in camel case is cut into its words.
///
///     "Don’t stop, Zoë!"   // don ’ t stop , zoe !
///     "#PeaceNow"          // # peace now
///
/// It sees bytes. Letters of Latin-1 and Latin Extended-A lose case and accent; letters of other scripts
/// stay as they are.
struct WordScanner {
    private var position = 0
    /// Whether the word of the moment follows `#`.
    private var isTag = false
    /// The word of the moment, folded.
    private(set) var word: [UInt8] = []
    /// Where it stands in the text, in bytes.
    private(set) var range = 0..<0

    /// Reads the next word or mark of a text, the same at each call; false at the end of the text.
    mutating func next(_ text: Span<UInt8>) -> Bool {
        word.removeAll(keepingCapacity: true)
        var start = position
        while position < text.count {
            let before = position
            if isTag, before > start, WordScanner.isCapital(text[before]), !WordScanner.isCapital(text[before - 1]) {
                range = start..<before
                return true
            }
            switch fold(text) {
            case .letter: continue
            case .space:
                isTag = false
                if !word.isEmpty {
                    range = start..<before
                    return true
                }
                start = position
            case .mark:
                if before > start {
                    // The mark waits until the word before it has been taken.
                    position = before
                    range = start..<before
                    dropMark()
                    return true
                }
                range = start..<position
                isTag = text[before] == UInt8(ascii: "#")
                return true
            }
        }
        range = start..<position
        return !word.isEmpty
    }

    private var markLength = 0

    private enum Kind { case letter, space, mark }

    private mutating func dropMark() { word.removeLast(markLength) }

    /// Takes one code point: appends it to the word unless it is a space.
    private mutating func fold(_ text: Span<UInt8>) -> Kind {
        let byte = text[position]
        if byte < 0x80 {
            position &+= 1
            let folded = WordScanner.ascii[Int(byte)]
            if folded == 0 { return .space }
            word.append(folded)
            markLength = 1
            return folded == byte && WordScanner.isMark(byte) ? .mark : .letter
        }
        return foldLong(text, byte)
    }

    private mutating func foldLong(_ text: Span<UInt8>, _ byte: UInt8) -> Kind {
        let start = position
        position &+= 1
        while position < text.count, text[position] & 0xc0 == 0x80, position &- start < 4 { position &+= 1 }
        if position &- start == 2, byte <= 0xc5 {
            if let folded = WordScanner.latin(byte, text[start &+ 1]) {
                word.append(contentsOf: folded)
                return .letter
            }
            if byte == 0xc2, text[start &+ 1] == 0xa0 { return .space }
        }
        for index in start..<position { word.append(text[index]) }
        markLength = position &- start
        // Latin-1 signs, then general punctuation, arrows, boxes and other signs of U+2000 to U+2BFF.
        return byte == 0xc2 || (byte == 0xe2 && position &- start == 3) ? .mark : .letter
    }

    private static func isCapital(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): false
        default: true
        }
    }

    /// The lower case of each ASCII byte; 0 for spaces and controls.
    private static let ascii: [UInt8] = (0..<128).map { byte in
        switch UInt8(byte) {
        case 0...32, 127: 0
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) + 32
        default: UInt8(byte)
        }
    }

    /// Letters U+00C0 to U+017F without case and accent, those that have a plain letter; nil for the others.
    private static func latin(_ first: UInt8, _ second: UInt8) -> [UInt8]? {
        let code = Int(first & 0x1f) << 6 | Int(second & 0x3f)
        guard code >= 0xc0 else { return nil }
        let letter = folded[code - 0xc0]
        return letter == UInt8(ascii: " ") ? nil : [letter]
    }

    private static let folded: [UInt8] = Array(
        ("aaaaaa ceeeeiiii nooooo  uuuuy  aaaaaa ceeeeiiii nooooo  uuuuy y"
            + "aaaaaaccccccccdd  eeeeeeeeeegggggggghh  iiiiiiiii   jjkk llllll "
            + "   nnnnnn   oooooo  rrrrrrsssssssstttt  uuuuuuuuuuuuwwyyyzzzzzz ").utf8)
}
