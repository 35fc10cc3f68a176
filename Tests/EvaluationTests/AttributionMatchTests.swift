import Discourse
import Testing

@testable import Evaluation

struct AttributionMatchTests {
    /// Python's `sorted` on tuples and sets, spelled out.
    private func obviousPairs(_ gold: [AttributionSpans], _ predicted: [AttributionSpans]) -> [[Int]] {
        func tokens(_ ranges: [Range<Int>]) -> Set<Int> { Set(ranges.flatMap { Array($0) }) }
        func dice(_ a: Set<Int>, _ b: Set<Int>) -> Double {
            a.isEmpty || b.isEmpty ? 0 : Double(2 * a.intersection(b).count) / Double(a.count + b.count)
        }
        var candidates: [(Double, Int, Int)] = []
        for (i, g) in gold.enumerated() {
            for (j, p) in predicted.enumerated() {
                let (content, cue) = (dice(tokens(g.content), tokens(p.content)), dice(tokens(g.cue), tokens(p.cue)))
                if content > 0 || cue > 0 {
                    candidates.append((-content - 0.1 * cue - 0.01 * dice(tokens(g.source), tokens(p.source)), i, j))
                }
            }
        }
        var pairs: [[Int]] = []
        for (_, i, j) in candidates.sorted(by: <) where !pairs.contains(where: { $0[0] == i || $0[1] == j }) {
            pairs.append([i, j])
        }
        return pairs
    }

    @Test func `matching agrees with the obvious way on generated attributions`() throws {
        // Each letter is a token of one byte, so that byte offsets are token numbers.
        let text = String(repeating: ".", count: 24)
        let tokens = ScoringTokens(Array(text.utf8))
        var generator = Dice(state: 4)
        func spans() -> [Range<Int>] {
            (0..<Int.random(in: 0...2, using: &generator)).map { _ in
                let start = Int.random(in: 0..<22, using: &generator)
                return start..<Int.random(in: start + 1...min(24, start + 4), using: &generator)
            }
        }
        for _ in 0..<300 {
            let sides = (0..<2).map { _ in
                (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                    AttributionSpans(source: spans(), cue: spans(), content: spans())
                }
            }
            let read = try sides.map { try $0.map { try TokenAttribution($0, tokens, id: "") } }
            let pairs = AttributionMatch.pairs(gold: read[0], predicted: read[1]).map { [$0.gold, $0.predicted] }
            #expect(pairs == obviousPairs(sides[0], sides[1]))
        }
    }

    @Test(arguments: [
        ("plan_2, now", ["plan_2", ",", "now"]), ("café’s №5", ["café", "’", "s", "№", "5"]), ("x²½", ["x²½"]),
        ("a\u{A0}b\u{1F}c", ["a", "b", "c"]),
        ("e\u{301}", ["e", "\u{301}"]), ("日本 ok", ["日本", "ok"]), ("“No.”", ["“", "No", ".", "”"]), ("", []),
    ])
    func `tokens are runs of word characters and single marks`(_ text: String, _ expected: [String]) {
        let utf8 = Array(text.utf8)
        let tokens = ScoringTokens(utf8)
        var words: [Int32: [UInt8]] = [:]
        for byte in utf8.indices {
            for token in tokens.tokens(in: [byte..<byte + 1]) { words[token, default: []].append(utf8[byte]) }
        }
        #expect(words.sorted { $0.key < $1.key }.map { String(decoding: $0.value, as: UTF8.self) } == expected)
    }
}
