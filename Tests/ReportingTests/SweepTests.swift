import Testing

@testable import Reporting

struct SweepTests {
    @Test func `the sweep finds what looking at every span for every piece finds`() {
        var random = SplitMix64(seed: 12)
        for _ in 0..<300 {
            let (marks, words) = (SweepTests.spans(&random), SweepTests.spans(&random))
            let paragraphs = SweepTests.paragraphs(&random)
            var sweep = Sweep(marks: SpansAhead(marks), words: SpansAhead(words))
            for paragraph in paragraphs {
                var pieces: [SweepTests.Piece] = []
                sweep.forEachPiece(of: paragraph) {
                    pieces.append(Piece(span: $0, marks: $1.marks, words: $1.words))
                }
                #expect(pieces == SweepTests.slow(paragraph, marks, words))
            }
        }
    }

    private struct Piece: Equatable {
        let span: Range<Int>
        let marks: [Int]
        let words: [Int]
    }

    private static func slow(_ paragraph: Range<Int>, _ marks: [Range<Int>], _ words: [Range<Int>]) -> [Piece] {
        let ends = (marks + words).filter { !$0.isEmpty }.flatMap { [$0.lowerBound, $0.upperBound] }
        let cuts = Set(ends.filter(paragraph.contains) + [paragraph.lowerBound, paragraph.upperBound]).sorted()
        return zip(cuts, cuts.dropFirst()).map { start, end in
            Piece(
                span: start..<end, marks: marks.indices.filter { marks[$0].contains(start) },
                words: words.indices.filter { words[$0].contains(start) })
        }
    }

    private static func spans(_ random: inout SplitMix64) -> [Range<Int>] {
        (0..<random.index(below: 20)).map { _ in
            let start = random.index(below: 60)
            return start..<start + random.index(below: 12)
        }
    }

    private static func paragraphs(_ random: inout SplitMix64) -> [Range<Int>] {
        var (paragraphs, start) = ([Range<Int>](), 0)
        while start < 70 {
            let end = start + 1 + random.index(below: 25)
            paragraphs.append(start..<end)
            start = end + 1 + random.index(below: 3)
        }
        return paragraphs
    }
}
