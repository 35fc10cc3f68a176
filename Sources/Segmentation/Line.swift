import Discourse

/// A line of the text that holds at least one token.
struct Line {
    /// Half-open range of token indices.
    let tokens: Range<Int>
    /// How many line breaks stand between this line and the one before; 0 for the first.
    let breaksBefore: Int

    /// Lines end at LF, CR, CR LF, U+0085, U+2028 and U+2029; the last two count as two breaks.
    static func lines(of utf8: [UInt8], tokens: [Token]) -> [Line] {
        var lines: [Line] = []
        var (first, previousEnd, breaksBefore) = (0, 0, 0)
        for (index, token) in tokens.enumerated() {
            let breaks = index == 0 ? 0 : breaks(in: utf8.span, previousEnd..<Int(token.start))
            if breaks > 0 {
                lines.append(Line(tokens: first..<index, breaksBefore: breaksBefore))
                (first, breaksBefore) = (index, breaks)
            }
            previousEnd = Int(token.end)
        }
        if !tokens.isEmpty { lines.append(Line(tokens: first..<tokens.count, breaksBefore: breaksBefore)) }
        return lines
    }

    private static func breaks(in utf8: Span<UInt8>, _ range: Range<Int>) -> Int {
        var (count, index) = (0, range.lowerBound)
        while index < range.upperBound {
            switch utf8[index] {
            case UInt8(ascii: "\n"): count &+= 1
            case UInt8(ascii: "\r"):
                count &+= 1
                if index &+ 1 < range.upperBound, utf8[index &+ 1] == UInt8(ascii: "\n") { index &+= 1 }
            case 0xC2 where utf8[index &+ 1] == 0x85: count &+= 1
            case 0xE2 where utf8[index &+ 1] == 0x80 && utf8[index &+ 2] & 0xFE == 0xA8: count &+= 2
            default: break
            }
            index &+= 1
        }
        return count
    }
}
