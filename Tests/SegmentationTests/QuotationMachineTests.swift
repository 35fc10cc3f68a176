import Discourse
import Segmentation
import TestSupport
import Testing

struct QuotationMachineTests {
    /// Each quotation is marked `[q|…]`.
    @Test(arguments: [
        "[q|“We are ready,”] she said.",
        #"[q|"We are ready,"] she said. [q|"Now."]"#,
        "[q|«We are ready»], he said.",
        "[q|»We are ready«], he said.",
        "[q|„We are ready“], he said.",
        "[q|“He called it [q|‘a trap’] twice,”] she said.",
        "The parties' leaders didn't meet, and the envoys' aides' plan isn't ready.",
        "The parties’ leaders didn’t meet.",
        "[q|‘We don’t want this,’] he said.",
        "[q|'We are ready,'] the soldiers' union said.",
        #"[q|"They call it [q|'peace'], we don't,"] he said."#,
        "the so-called [q|“ministers’ plan”]",
        "In the ’90s they met.",
        #"He said ([q|"never"]) and left."#,
        #"It was called [q|"the plan"]; [q|"the trap"] would fit."#,
    ])
    func `quotations are paired`(marked: String) {
        let expected = MarkedText(marked)
        let document = expected.document
        #expect(document.quotations.map { document.passage($0.tokens).text } == expected["q"].map { document.text($0) })
        #expect(document.quotations.allSatisfy { $0.closing == .closed })
    }

    @Test func `a quotation that runs over paragraphs is marked as going on`() {
        let document = Document.of("“We came to the table.\n\n“They did not,” she said.\n\nIt rained.")
        #expect(document.quotations.map(\.closing) == [.continued, .closed])
    }

    @Test func `an odd mark is repaired and costs one paragraph at most`() {
        let document = Document.of("\"We came to the table, she said.\n\nHe called it \"a trap\" and left.")
        #expect(document.quotations.map(\.closing) == [.repaired, .closed])
        #expect(document.passage(document.quotations[1].tokens).text == "\"a trap\"")
    }

    @Test func `a closing mark that nothing opened takes the sentence before it`() {
        let document = Document.of("It rained. We came to the table,” she said.")
        #expect(document.quotations.map { document.passage($0.tokens).text } == ["We came to the table,”"])
        #expect(document.quotations[0].closing == .repaired)
    }

    @Test func `an inner quotation has depth one`() {
        let document = Document.of("“He called it ‘a trap’ twice,” she said.")
        #expect(document.quotations.map(\.depth) == [0, 1])
    }
}
