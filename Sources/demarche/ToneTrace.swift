import Discourse
import Reporting
import Scoring
import Segmentation

/// The words of the lexicon in a statement of a finished run, with the rules that changed them, read from its text again.
struct ToneTrace {
    private let row: StatementRow
    private let document: Document
    private let valence: Valence

    init(_ row: StatementRow, of article: ArticleRow, score: LexiconScorer) {
        self.row = row
        document = Segmenter()(Article(id: article.id, text: article.text))
        let starts = ToneTrace.byteOffsets(of: article.text)
        valence = score(
            row.content.map { [document] in
                document.passage(
                    document.tokens(covering: starts[$0.span.lowerBound]..<starts[$0.span.upperBound]))
            })
    }

    /// Where each code point begins in UTF-8, and where the last ends.
    private static func byteOffsets(of text: String) -> [Int] {
        text.unicodeScalars.reduce(into: [0]) { offsets, scalar in
            offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar))
        }
    }

    /// The compound, its interval, and a line for each hit; the hits add up to the sum exactly.
    func text() -> String {
        let codePoints = CodePoints(of: document)
        let lines = valence.hits.map { hit in
            let passage = document.passage(hit.tokens)
            let span = codePoints[bytes: passage.bytes]
            let rules = hit.rules.isEmpty ? "" : "  (\(hit.rules.joined(separator: ", ")))"
            return
                "  \(Explain.signed(hit.value))  \(passage.text)  [\(span.lowerBound)-\(span.upperBound)]  \(hit.entry)\(rules)\n"
        }
        let interval = valence.interval.map {
            " (\(ToneTrace.rounded($0.lowerBound)) to \(ToneTrace.rounded($0.upperBound)))"
        }
        let toward = row.toneToward.isEmpty ? "" : "tone toward " + row.toneToward.joined(separator: "; ") + "\n"
        return """
            tone \(ToneTrace.rounded(valence.compound))\(interval ?? ""), sum \(Explain.signed(valence.total)):
            \(lines.joined())\(toward)
            """
    }

    /// Four decimals, as the tables have them.
    private static func rounded(_ value: Double) -> String {
        String(Explain.signed(Int((value * 10_000).rounded()) * 100).dropLast(2))
    }
}
