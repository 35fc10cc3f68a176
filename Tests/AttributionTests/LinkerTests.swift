@testable import Attribution
import Discourse
import TestSupport
import Testing

struct LinkerTests {
    /// Links the spans `S`, `C` and `Q` of a text; each attribution as `source|cue|content … content`.
    private func link(_ marked: String) -> [String] {
        let text = MarkedText(marked)
        let document = text.document
        let roles: [String: Role] = ["S": .source, "C": .cue, "Q": .content]
        let spans = text.spans.compactMap { span in
            roles[span.label].map { RoleSpan(role: $0, tokens: document.tokens(covering: span.bytes)) }
        }
        let paragraphs = document.paragraphs.map { paragraph in
            spans.filter { paragraph.tokens.contains($0.tokens.lowerBound) }
        }
        return Linker(document: document).attributions(of: paragraphs).map { attribution in
            let parts = [attribution.source, attribution.cue].map { $0.map { document.passage($0).text } ?? "" }
            return (parts + [attribution.content.map { document.passage($0).text }.joined(separator: " … ")]).joined(
                separator: "|")
        }
    }

    @Test func `content on both sides of a cue is one statement`() {
        #expect(
            link("[Q|“We waited,”] [S|Varga] [C|said]. [Q|“We waited long enough.”]") == [
                "Varga|said|“We waited,” … “We waited long enough.”"
            ])
    }

    @Test func `a second cue of the sentence shares the source`() {
        #expect(
            link("[S|Varga] [C|said] [Q|the truce held], [C|adding] [Q|that monitors would come].") == [
                "Varga|said|the truce held", "Varga|adding|that monitors would come",
            ])
    }

    @Test func `two speakers of one sentence keep their own words`() {
        #expect(
            link("[S|Varga] [C|said] [Q|the truce held], but [S|Oduya] [C|called] [Q|it a sham].") == [
                "Varga|said|the truce held", "Oduya|called|it a sham",
            ])
    }

    @Test func `a paragraph that only introduces takes the quotation after it`() {
        #expect(
            link("[S|Varga] [C|continued]:\n\n[Q|“The bridge is open to all who need it.”]") == [
                "Varga|continued|“The bridge is open to all who need it.”"
            ])
    }

    @Test func `a bare quotation is a statement, other content without a cue is not`() {
        #expect(
            link("[Q|“The bridge is open to all.”]\n\n[Q|the bridge is shut].") == ["||“The bridge is open to all.”"])
    }

    @Test func `a cue without content is no statement`() {
        #expect(link("[S|Varga] [C|declined] to comment.") == [])
    }
}
