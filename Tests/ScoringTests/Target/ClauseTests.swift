import Discourse
import TestSupport
import Testing

@testable import Scoring

struct ClauseTests {
    @Test(arguments: [
        "The plan was good, but [C|[T|the minister] failed.]", "[C|[T|She] was brave], he said.",
        "He spoke; [C|later [T|she] left]: it was over.", "While [C|it rained [T|Oduya] spoke well]",
        "[C|[T|Oduya] spoke well] and Varga did not.", "It was a good day (and [C|[T|he] knew it]).",
        "That was bad. [C|[T|He] left.]",
    ])
    func `a clause ends at marks and joining words`(marked: String) {
        let marked = MarkedText(marked)
        let document = marked.document
        let target = document.tokens(covering: marked["T"][0])
        let sentence = document.sentences[document.sentence(of: target.lowerBound)]
        let clause = Folder.score.clause(around: target, within: sentence, of: document)
        #expect(document.passage(clause).text == document.text(marked["C"][0]))
    }

    @Test func `only the clause of a target gives it a tone, and its own name none`() {
        let marked = MarkedText("The plan was terrible, but [T|Brave Hope] was honest.")
        let document = marked.document
        let valence = Folder.score(toward: document.tokens(covering: marked["T"][0]), of: document)
        #expect(valence.hits.map(\.entry) == ["honest"])
    }

    @Test func `each word of the rule ends a clause`() throws {
        let rule = Folder.score.rules.rules[try #require(Folder.score.rules.split)]
        for words in rule.words {
            let document = Document.of("Oduya left \(words) the plan was good.")
            #expect(Folder.score(toward: 0..<1, of: document).hits == [], "\(words)")
            #expect(Folder.score([document.whole]).hits.map(\.entry) == ["good"], "\(words)")
        }
    }
}
