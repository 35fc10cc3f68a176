@testable import Attribution
import Discourse
import TestSupport
import Testing

struct FormRuleTests {
    private static let classes = try! CueClasses(path: Repository.lexicons + "/cues/cues.tsv")

    /// The form, and the content as it is drawn, of the one attribution marked in a text.
    private func apply(_ marked: String) -> (form: Statement.Form, content: [String]) {
        let text = MarkedText(marked)
        let document = text.document
        func tokens(_ label: String) -> [Range<Int>] { text[label].map(document.tokens(covering:)) }
        let attribution = Attribution(source: tokens("S").first, cue: tokens("C").first, content: tokens("Q"))
        let (form, content) = FormRule(document, Self.classes)(attribution)
        return (form, content.map { document.passage($0).text })
    }

    @Test(arguments: [
        ("[Q|“The bridge is open,”] [S|Varga] [C|said].", Statement.Form.direct, "“The bridge is open,”"),
        ("[S|Varga] [C|said] [Q|that the bridge is open].", .indirect, "the bridge is open"),
        ("[S|Varga] [C|said] [Q|the bridge “will never close” again].", .mixed, "the bridge “will never close” again"),
        ("[S|Varga] has [C|rejected] [Q|the plan].", .reported, "has rejected the plan"),
        ("[S|Varga] repeatedly [C|condemned] [Q|the shelling].", .reported, "repeatedly condemned the shelling"),
        ("[S|Varga] [C|warned] [Q|the north].", .reported, "warned the north"),
        ("[S|Varga] [C|warned] [Q|that the north would attack].", .indirect, "the north would attack"),
        ("[C|According to] [S|Varga], [Q|the bridge is open].", .indirect, "the bridge is open"),
        ("[S|Varga] [C|described] [Q|the talks as “frank”].", .mixed, "the talks as “frank”"),
        ("[S|Varga] [C|wants] [Q|talks to go on].", .reported, "wants talks to go on"),
        ("[S|The ministry] has not yet [C|condemned] [Q|the raid].", .reported, "has not yet condemned the raid"),
    ])
    func `the form follows the cue and the quotation marks`(marked: String, form: Statement.Form, content: String) {
        let found = apply(marked)
        #expect(found.form == form)
        #expect(found.content == [content])
    }

    @Test(arguments: [
        ("The envoy, [S|who] said little, left.", "The envoy"),
        ("A plan by Kareval’s foreign minister, [S|who] rejected it, failed.", "Kareval’s foreign minister"),
        ("The talks, [S|which] he praised, ended.", "The talks"),
        ("Varga left.", "Varga"),
    ])
    func `a relative pronoun gives way to what it stands for`(marked: String, expected: String) {
        let text = MarkedText(marked)
        let document = text.document
        let source = text["S"].first.map(document.tokens(covering:)) ?? 0..<1
        #expect(document.passage(AntecedentRule(document: document)(source)).text == expected)
    }
}
