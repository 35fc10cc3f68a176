import Discourse

/// The words of a text as keys: runs of letters and digits, where every byte beyond ASCII that is not
/// part of a common mark counts as a letter.
///
/// Coarser than the tokens of a document on purpose: it looks at stored text alone, so the same
/// articles cluster in the same way when a finished run is read back.
enum WordScanner {
    static func keys(_ utf8: [UInt8]) -> [WordKey] {
        var keys: [WordKey] = []
        let bytes = utf8.span
        var position = 0
        while position < bytes.count {
            let start = position
            while position < bytes.count, isWord(bytes, position) { position &+= 1 }
            if position > start {
                keys.append(WordKey(utf8: bytes.extracting(start..<position)))
            } else {
                position &+= isGeneralPunctuation(bytes, position) ? 3 : 1
            }
        }
        return keys
    }

    private static func isWord(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
        switch bytes[position] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0x80...: !isGeneralPunctuation(bytes, position) && !isLatinMark(bytes, position)
        default: false
        }
    }

    /// U+2000...U+203F: dashes, quotation marks, the ellipsis, spaces.
    private static func isGeneralPunctuation(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
        bytes[position] == 0xE2 && position + 2 < bytes.count && bytes[position + 1] == 0x80
    }

    /// U+00A0...U+00BF: the no-break space, guillemets and other marks; either byte of one.
    private static func isLatinMark(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
        if bytes[position] == 0xC2 { return true }
        return position > 0 && bytes[position - 1] == 0xC2
    }
}
