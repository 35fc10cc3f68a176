import Discourse
import Segmentation
import TestSupport
import Testing

struct SentenceFinderTests {
    /// One paragraph a case, with a bar where a sentence ends.
    @Test(arguments: [
        "Gen. Ortiz met Dr. Oduya. |They spoke for hours.",
        "He went to the U.S. Embassy on Monday. |It was shut.",
        "She lives in the U.S. |The others left.",
        "“It is over.” |The crowd cheered.",
        "“Why?” he asked. |Nobody knew.",
        "“We are ready. |We have waited long enough,” she said.",
        "Talks cost $3.5 million (see No. 4). |Nobody paid.",
        "He stopped... then went on. |Then he left!",
        "Ready? |Yes.",
        "The deal (which failed.) |Then war came.",
        "J. R. Oduya spoke. |So did A. Bello.",
        "“Stop!” |“No.”",
        "Mr. Oduya Jr. |The end.",
    ])
    func `sentences end where they should`(marked: String) {
        let pieces = marked.split(separator: "|").map { String($0) }
        let document = Document.of(pieces.joined())
        let found = document.sentences.map { document.passage($0).text }
        #expect(found == pieces.map { $0.last == " " ? String($0.dropLast()) : $0 })
    }
}
