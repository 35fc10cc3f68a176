@testable import Attribution
import Discourse
import TestSupport
import TextFiles
import Testing

struct UtteranceRuleTests {
    private static let path = Repository.lexicons + "/cues/utterance.tsv"
    private static let rule = try! UtteranceRule(path: path)

    @Test(arguments: [
        ("[S|Varga] [C|said] the bridge is open.", Statement.Utterance.said),
        ("[S|Varga] [C|declined] to comment on the raid.", .withheld),
        ("[S|Varga] [C|declined to comment] on the raid.", .withheld),
        ("[S|Varga] declined to [C|say] whether the raid was planned.", .withheld),
        ("[S|Varga] [C|refused to answer] questions about the raid.", .withheld),
        ("[S|Varga] would not [C|say] whether the raid was planned.", .withheld),
        ("[S|Varga] wouldn’t [C|discuss] the raid.", .withheld),
        ("[S|Varga] [C|refused] to leave the valley.", .said),
        ("[S|Varga] did not [C|say] whether the raid was planned.", .negated),
        ("[S|Varga] [C|did not say] whether the raid was planned.", .negated),
        ("[S|Varga] did not [C|rule out] a truce.", .negated),
        ("[S|Varga] has never [C|said] that the truce was dead.", .negated),
        ("[S|Varga] has not yet [C|condemned] the raid.", .negated),
        ("[S|Varga] would not [C|accept] the plan.", .negated),
        ("[S|Nobody] [C|said] that the truce was dead.", .negated),
        ("[S|Varga] not only [C|condemned] the raid but left the hall.", .said),
        ("[S|Varga] [C|denied] that the raid was planned.", .denied),
        ("[S|Varga] did not [C|deny] that the raid was planned.", .negated),
        ("The raid was not planned, [S|Varga] [C|said].", .said),
        ("“It was not us,” [C|said] [S|Varga].", .said),
    ])
    func `the words at the cue tell whether the content is uttered`(marked: String, expected: Statement.Utterance) {
        let text = MarkedText(marked)
        let document = text.document
        func tokens(_ label: String) -> Range<Int>? { text[label].first.map(document.tokens(covering:)) }
        #expect(Self.rule(source: tokens("S"), cue: tokens("C"), in: document) == expected)
    }

    @Test func `a quotation without a cue is said`() {
        #expect(Self.rule(source: nil, cue: nil, in: .of("“The bridge is open.”")) == .said)
    }

    @Test func `every row of the table has an example of a result that exists`() throws {
        for row in try TextTable(path: Self.path).rows {
            for example in try row.required("example").split(separator: ";") {
                let result = example.split(separator: "=").last?.split(separator: " ").first.map(String.init)
                #expect(result.flatMap(Statement.Utterance.init(rawValue:)) != nil, "\(example)")
            }
        }
    }
}
