/// Cuts a text where any mark or weighed word begins or ends, in one pass from front to back.
struct Sweep {
    private var marks: SpansAhead
    private var words: SpansAhead
    /// All places to cut at, ascending, each once or more often.
    private let cuts: [Int]
    private var next = 0

    init(marks: SpansAhead, words: SpansAhead) {
        (self.marks, self.words) = (marks, words)
        cuts = (marks.ends + words.ends).sorted()
    }

    /// Indices of the marks and words over a piece, ascending.
    struct Covering {
        let marks: [Int]
        let words: [Int]
    }

    /// Hands out the pieces of a paragraph in order.
    ///
    /// - Parameter paragraph: Not empty, and behind all earlier ones.
    mutating func forEachPiece(of paragraph: Range<Int>, _ body: (Range<Int>, Covering) -> Void) {
        var start = paragraph.lowerBound
        while start < paragraph.upperBound {
            while next < cuts.count, cuts[next] <= start { next += 1 }
            let end = next < cuts.count ? min(cuts[next], paragraph.upperBound) : paragraph.upperBound
            marks.advance(to: start)
            words.advance(to: start)
            body(start..<end, Covering(marks: marks.covering, words: words.covering))
            start = end
        }
    }
}
