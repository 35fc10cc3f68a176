import Discourse

/// A statement as words, by view. One thread uses one reading again and again.
struct StatementReading {
    /// The cue and content together: whether *rejected* stands in the one or the other is the tagger's affair.
    var statement: [ReadWord] = []
    var cue: [ReadWord] = []
    var source: [ReadWord] = []
    /// What else stands in the sentences of the statement.
    var context: [ReadWord] = []
    /// The sentence before.
    var before: [ReadWord] = []

    mutating func read(_ statement: Statement, with reader: WordReader) {
        let document = statement.document
        let cueRuns = statement.cue.map { [$0.tokens] } ?? []
        let sourceRuns = statement.source.map { [$0.tokens] } ?? []
        let spoken = StatementReading.union(statement.content.map(\.tokens) + cueRuns)
        reader.read(spoken, of: document, into: &self.statement)
        reader.read(cueRuns, of: document, into: &cue)
        reader.read(sourceRuns, of: document, into: &source)

        guard let first = spoken.first?.lowerBound, let end = spoken.last?.upperBound else {
            reader.read([], of: document, into: &context)
            reader.read([], of: document, into: &before)
            return
        }
        let sentences = document.sentence(of: first)...document.sentence(of: end - 1)
        let whole =
            document.sentences[sentences.lowerBound].lowerBound..<document.sentences[sentences.upperBound].upperBound
        let around = StatementReading.gaps(in: whole, between: StatementReading.union(spoken + sourceRuns))
        reader.read(around, of: document, into: &context)
        let earlier = sentences.lowerBound > 0 ? [document.sentences[sentences.lowerBound - 1]] : []
        reader.read(earlier, of: document, into: &before)
    }

    /// Runs in order; those that touch or overlap are joined, empty ones dropped.
    static func union(_ runs: [Range<Int>]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for run in runs.sorted(by: { $0.lowerBound < $1.lowerBound }) where !run.isEmpty {
            if let last = joined.last, run.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, run.upperBound)
            } else {
                joined.append(run)
            }
        }
        return joined
    }

    /// What of `whole` the sorted runs leave over.
    static func gaps(in whole: Range<Int>, between runs: [Range<Int>]) -> [Range<Int>] {
        var (gaps, start) = ([Range<Int>](), whole.lowerBound)
        for run in runs where run.upperBound > start {
            if run.lowerBound > start, start < whole.upperBound {
                gaps.append(start..<min(run.lowerBound, whole.upperBound))
            }
            start = run.upperBound
        }
        if start < whole.upperBound { gaps.append(start..<whole.upperBound) }
        return gaps
    }
}
