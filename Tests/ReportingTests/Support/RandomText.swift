@testable import Reporting

/// Text drawn from what breaks formats: quotes, separators, line breaks, formula starts, controls, many scripts.
struct RandomText {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    private static let pieces: [String] =
        [
            "\"", "\"\"", ",", ";", "\n", "\r", "\r\n", "\t", "=1+1", "+", "-", "@x", "'", "\\", "\u{0}", "\u{1}",
            "\u{1F}", "\u{7F}", "\u{85}",
        ]
        + [
            "\u{2028}", "\u{FEFF}", "\u{202E}", "e\u{301}", "é", "ж", "中", "🕊️", "👩‍👩‍👧", "\u{10FFFF}", " ", "a", "Z", "0",
            "</script>", "&amp;",
        ]

    mutating func next() -> String {
        (0..<random.index(below: 9)).map { _ in piece() }.joined()
    }

    private mutating func piece() -> String {
        guard random.index(below: 4) == 0 else {
            return RandomText.pieces[random.index(below: RandomText.pieces.count)]
        }
        while true {
            if let scalar = Unicode.Scalar(UInt32(random.index(below: 0x110000))) { return String(Character(scalar)) }
        }
    }
}
