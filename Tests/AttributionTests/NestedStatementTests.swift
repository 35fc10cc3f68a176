@testable import Attribution
import Discourse
import TestSupport
import Testing

struct NestedStatementTests {
    @Test func `both levels are kept, and the inner one names the outer`() throws {
        let statements = Reading.statements(
            of:
                "Foreign Minister Tessa Varga met reporters. Varga said that Deputy Minister Ivo Brandl wants the talks to go on."
        )
        try #require(statements.count == 2)
        #expect(statements[0].id == "test#01")
        #expect(statements[0].nestedIn == nil)
        #expect(statements[0].drawn == "Varga|said|Deputy Minister Ivo Brandl wants the talks to go on")
        #expect(statements[0].speaker.actor?.name == "Tessa Varga")
        #expect(statements[1].id == "test#01.1")
        #expect(statements[1].nestedIn == "test#01")
        #expect(statements[1].drawn == "Deputy Minister Ivo Brandl|wants|wants the talks to go on")
        #expect(statements[1].form == .reported)
        #expect(statements[1].speaker.actor?.name == "Ivo Brandl")
    }

    @Test func `ids of outer statements do not count nested ones`() {
        let statements = Reading.statements(
            of: """
                Tessa Varga said that Ivo Brandl wants the talks to go on.

                Tessa Varga said the bridge was open to everyone.
                """)
        #expect(statements.map(\.id) == ["test#01", "test#01.1", "test#02"])
        #expect(statements.map(\.nestedIn) == [nil, "test#01", nil])
    }

    @Test func `I and we inside a quotation are its speaker`() throws {
        let statements = Reading.statements(
            of: "“I think the talks will fail before the winter,” said Tessa Varga, the foreign minister of Kareval.")
        let nested = try #require(statements.first { $0.nestedIn != nil })
        #expect(nested.source?.text == "I")
        #expect(nested.speaker.actor?.name == "Tessa Varga")
    }

    @Test func `a nested statement lies inside the content of the one around it`() {
        let text = """
            “Ivo Brandl said that the truce would hold, and I believe he was right,” Tessa Varga told reporters on Monday.

            Varga said the mediators believe the plan is fair. Brandl said that Varga had promised “to open the bridge.”
            """
        let statements = Reading.statements(of: text)
        let outer = Dictionary(uniqueKeysWithValues: statements.map { ($0.id, $0) })
        let nested = statements.filter { $0.nestedIn != nil }
        #expect(nested.count >= 2)
        for statement in nested {
            let around = outer[statement.nestedIn!]!.content.map(\.tokens)
            for part in statement.content + [statement.source, statement.cue].compactMap(\.self) {
                #expect(
                    around.contains {
                        $0.lowerBound <= part.tokens.lowerBound && part.tokens.upperBound <= $0.upperBound
                    })
            }
        }
    }

    @Test func `an excerpt keeps bytes, and takes the marks off a quotation`() throws {
        let text = MarkedText("Varga said: [Q|“Brandl called it ‘a sham’ on Monday.”] She left. [Q|that he stays].")
        let document = text.document
        let contents = text["Q"].map { [document.tokens(covering: $0)] }
        let excerpt = ContentExcerpt(contents, of: document) { _ in true }
        #expect(
            excerpt.document.paragraphs.map { excerpt.document.passage($0.tokens).text } == [
                "Brandl called it ‘a sham’ on Monday."
            ])
        let quotation = try #require(excerpt.document.quotations.first)
        #expect(quotation.depth == 0)
        #expect(excerpt.document.passage(quotation.tokens).text == "‘a sham’")
        let place = excerpt.place(quotation.tokens)
        #expect(place.attribution == 0)
        #expect(document.passage(place.tokens).text == "‘a sham’")
    }
}
