import Discourse
import Segmentation
import TestSupport
import Testing

struct ParagraphFinderTests {
    @Test func `headline, bullets, headings, body and sources are told apart`() {
        let document = Document.of(
            """
            Envoys Return to Orlan as Truce Frays

            Key points

              • The envoy arrived on Monday.
              • Talks resume today.

            A Fragile Pause

            The envoy arrived on Monday, officials said. She will stay a week.

            It rained.

            Sources:

            Envoy lands in Orlan, aide says

            Truce frays in the north
            """)
        #expect(
            document.paragraphs.map(\.kind) == [
                .headline, .heading, .bullet, .bullet, .heading, .body, .body, .sources, .sources, .sources,
            ])
    }

    @Test func `a label of sources in mid-article does not swallow the body`() {
        let document = Document.of(
            """
            A title

            Sources

            The minister said the plan, which nobody had seen before that day, would fail in the end.
            """)
        #expect(document.paragraphs.last?.kind == .body)
    }

    @Test func `hard-wrapped lines are one paragraph`() {
        let document = Document.of(
            """
            The envoy said on Monday that the truce, which took effect at
            midnight after weeks of talks in the lakeside town of Orlan,
            had held in most places, and that monitors would be sent to
            the two villages where shots were heard.

            A second round is due.
            """)
        #expect(document.paragraphs.count == 2)
    }

    @Test func `lines that end in full stops are paragraphs of their own`() {
        #expect(Document.of("The envoy left.\nThe truce held.\r\nIt rained.\rAll was quiet.").paragraphs.count == 4)
    }

    @Test func `an empty text has no paragraphs`() {
        let document = Document.of(" \n\t ")
        #expect(document.paragraphs.isEmpty && document.sentences.isEmpty && document.tokens.isEmpty)
    }
}
