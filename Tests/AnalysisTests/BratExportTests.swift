import Corpora
import Discourse
import Foundation
import Reporting
import TestSupport
import Testing

struct BratExportTests {
    @Test func `what goes to brat comes back with the same spans`() async throws {
        let run = try await SampleRun.whole.value
        let folder = try ScratchFolder()
        try BratExport(run: run.path).write(to: folder.path)
        let gold = try GoldAttributions.read(path: folder.path)
        var expected: [[Spans]] = []
        var texts: [String] = []
        try RunReader(path: run.path).forEach { article, statements in
            texts.append(article.text)
            expected.append(statements.map { BratExportTests.spans($0, in: article.text) }.sorted())
        }
        let found = gold.map { article in
            (article.article.text, article.attributions.map { Spans($0) }.sorted())
        }
        #expect(Set(found.map(\.0)) == Set(texts) && found.count == texts.count)
        for (text, spans) in found { #expect(spans == expected[texts.firstIndex(of: text)!]) }
    }

    private struct Spans: Comparable {
        let ranges: [[Range<Int>]]

        init(_ spans: AttributionSpans) { ranges = [spans.source, spans.cue, spans.content] }

        static func < (a: Spans, b: Spans) -> Bool {
            a.ranges.joined().map(\.lowerBound).lexicographicallyPrecedes(b.ranges.joined().map(\.lowerBound))
                || (a.ranges.joined().map(\.lowerBound) == b.ranges.joined().map(\.lowerBound)
                    && a.ranges.joined().map(\.upperBound).lexicographicallyPrecedes(
                        b.ranges.joined().map(\.upperBound)))
        }
    }

    /// In bytes, as gold has them; passages of the content with white space between them are one there.
    private static func spans(_ row: StatementRow, in text: String) -> Spans {
        let scalars = Array(text.unicodeScalars)
        var starts = [0]
        for scalar in scalars { starts.append(starts.last! + UTF8.width(scalar)) }
        let bytes = { (range: Range<Int>) in starts[range.lowerBound]..<starts[range.upperBound] }
        var content: [Range<Int>] = []
        for excerpt in row.content {
            let span = excerpt.span
            if let last = content.last, last.upperBound <= span.lowerBound,
                scalars[last.upperBound..<span.lowerBound].allSatisfy(\.properties.isWhitespace)
            {
                content[content.count - 1] = last.lowerBound..<span.upperBound
            } else {
                content.append(span)
            }
        }
        return Spans(
            AttributionSpans(
                source: row.source.map { [bytes($0.span)] } ?? [], cue: row.cue.map { [bytes($0.span)] } ?? [],
                content: content.map(bytes)))
    }
}
