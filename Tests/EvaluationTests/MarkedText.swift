import Discourse

/// Attributions drawn in their text: `[S|The envoy] [C|said] [Q|the talks go on].`
///
/// The words without the marks have to stand in `text`, whose byte ranges the spans get.
func attribution(_ marked: String, in text: String) -> AttributionSpans {
    var spans = AttributionSpans(content: [])
    var (plain, open) = ([UInt8](), (role: UInt8(0), start: 0))
    var rest = Array(marked.utf8)[...]
    while let byte = rest.popFirst() {
        switch byte {
        case UInt8(ascii: "["):
            open = (rest.removeFirst(), plain.count)
            rest.removeFirst()
        case UInt8(ascii: "]"):
            let range = open.start..<plain.count
            switch open.role {
            case UInt8(ascii: "S"): spans.source.append(range)
            case UInt8(ascii: "C"): spans.cue.append(range)
            default: spans.content.append(range)
            }
        default: plain.append(byte)
        }
    }
    let utf8 = Array(text.utf8)
    let offset = utf8.indices.first { utf8[$0...].starts(with: plain) }!
    func moved(_ ranges: [Range<Int>]) -> [Range<Int>] {
        ranges.map { $0.lowerBound + offset..<$0.upperBound + offset }
    }
    return AttributionSpans(source: moved(spans.source), cue: moved(spans.cue), content: moved(spans.content))
}

/// A generator of the same numbers on every run (SplitMix64, after Steele, Lea and Flood).
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}
