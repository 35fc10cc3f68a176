import Attribution
import Discourse
import TestSupport
import Testing

/// What readers of quotations complain of elsewhere, with the shipped model.
struct AttributorTests {
    @Test(arguments: [
        (
            "Tessa Varga, the foreign minister of Kareval, said the truce would hold.",
            "Tessa Varga, the foreign minister of Kareval,|said|the truce would hold"
        ),
        ("The truce is dead, Tessa Varga said.", "Tessa Varga|said|The truce is dead"),
        (
            "Ivo Brandl told reporters that the road to Orlan was shut.",
            "Ivo Brandl|told|the road to Orlan was shut"
        ),
        ("Aides fear the plan will fail.", "Aides|fear|fear the plan will fail"),
        (
            "The Kareval government condemned the raid on Orlan.",
            "The Kareval government|condemned|condemned the raid on Orlan"
        ),
    ])
    func `speech without quotation marks is found`(text: String, expected: String) {
        #expect(Reading.outer(of: text) == [expected])
    }

    @Test func `one odd quotation mark loses neither its statement nor the next`() {
        let statements = Reading.outer(
            of: """
                “The truce is dead, said Petr Lund, the envoy. He left the hall.

                Tessa Varga said the bridge was open to all.
                """)
        #expect(
            statements == [
                "Petr Lund, the envoy|said|“The truce is dead",
                "Tessa Varga|said|the bridge was open to all",
            ])
    }

    @Test(arguments: [
        "Dr. Petr Lund, 58, a surgeon from Orlan who runs the clinic, said the wards were full.",
        "Petr Lund, 58, said the wards were full.",
        "Petr Lund, a surgeon, said the wards were full.",
        "Petr Lund, who runs the clinic, said the wards were full.",
        "Petr Lund, the leader of the self-proclaimed Orlan People's Republic, told reporters that the wards were full.",
    ])
    func `age, job and apposition between name and verb keep the name`(text: String) throws {
        let statement = try #require(Reading.statements(of: text).first)
        #expect(statement.source?.text.contains("Petr Lund") == true)
        #expect(statement.contentText == "the wards were full")
        #expect(statement.speaker.actor?.name == "Petr Lund")
    }

    @Test(arguments: [
        "The so-called “peace bridge” is shut.", "The film “Winter Road” opened on Friday.",
        "Governor Dorn, a former “wolf of the valley,” resigned on Friday.",
    ])
    func `titles and scare quotes are no quotations`(text: String) {
        #expect(Reading.outer(of: text).isEmpty)
    }

    @Test func `a nickname in quotation marks stays in the name`() {
        #expect(
            Reading.outer(of: "Mike “the Hammer” Dorn said the market was empty.") == [
                "Mike “the Hammer” Dorn|said|the market was empty"
            ])
    }

    @Test func `mention, actor and id are told apart`() throws {
        let statements = Reading.statements(
            of: "Foreign Minister Tessa Varga met reporters in Orlan. She said the truce would hold.")
        let statement = try #require(statements.first)
        #expect(statement.source?.text == "She")
        #expect(statement.speaker.actor?.name == "Tessa Varga")
        #expect(statement.speaker.actor?.id == "tessa-varga")
    }

    @Test func `an unknown speaker is kept apart and no actor`() throws {
        let statement = try #require(
            Reading.statements(of: "He said the truce would hold until the spring.").first)
        #expect(statement.speaker.status == .unknown)
        #expect(statement.speaker.actor == nil)
        #expect(!statement.speaker.linkReason.isEmpty)
    }

    @Test(arguments: [
        "Experience shows that a truce without monitors fails.",
        "History suggests that such talks take years.",
        "Our own experience shows that a truce without monitors fails.",
    ])
    func `what experience shows is no statement`(text: String) {
        #expect(Reading.outer(of: text).isEmpty)
    }

    @Test func `a quotation over paragraphs goes on with its speaker`() {
        let statements = Reading.statements(
            of: """
                “The village is empty,” said Mira Solt, the mayor of Orlan. “There is no water and no power.

                “We will come back in the spring.”
                """)
        #expect(statements.filter { $0.nestedIn == nil }.count == 2)
        #expect(statements.allSatisfy { $0.speaker.actor?.name == "Mira Solt" })
        #expect(statements.last?.contentText == "“We will come back in the spring.”")
    }

    @Test func `content on both sides of a cue is one statement`() {
        #expect(
            Reading.outer(of: "“We waited for a year,” Ada Renn said. “Nobody came to help us.”") == [
                "Ada Renn|said|“We waited for a year,” … “Nobody came to help us.”"
            ])
    }

    @Test func `adding shares the source`() {
        #expect(
            Reading.outer(of: "Mira Solt said the plan was fair, adding that monitors would come in May.") == [
                "Mira Solt|said|the plan was fair", "Mira Solt|adding|monitors would come in May",
            ])
    }

    @Test func `a bare quoted paragraph goes on with the last speaker`() throws {
        let statements = Reading.statements(
            of: """
                “The bridge is open to all,” said Tessa Varga, the foreign minister of Kareval.

                “It will stay so until the last of us has crossed it.”
                """)
        let last = try #require(statements.last { $0.nestedIn == nil })
        #expect(last.cue == nil && last.source == nil)
        #expect(last.speaker.actor?.name == "Tessa Varga")
    }

    @Test func `a sentence that closes with its cue is its content, whatever it reports itself`() {
        #expect(
            Reading.outer(of: "The Kareval council agreed Sunday to a pause, officials from the group said.") == [
                "officials from the group|said|The Kareval council agreed Sunday to a pause"
            ])
    }

    @Test(arguments: [
        ("Ivo Brandl declined to comment on the raid.", Statement.Utterance.withheld),
        ("Ivo Brandl would not say whether the raid was planned.", .withheld),
        ("Mira Solt never said that the truce was dead.", .negated),
        ("Ivo Brandl will not accept the plan of the mediators.", .negated),
        ("Ivo Brandl denied that the raid was planned.", .denied),
        ("Ivo Brandl ruled out a truce with the north.", .said),
    ])
    func `withheld, negated and denied speech is marked`(text: String, expected: Statement.Utterance) throws {
        #expect(try #require(Reading.statements(of: text).first).utterance == expected)
    }

    @Test func `a preposition is no source`() {
        let statements = Reading.statements(
            of:
                "Petr Lund said the two sides have reached a crucial moment — despite continued rebel attacks and a spike in strikes against the movement — to solidify an agreement."
        )
        #expect(statements.allSatisfy { $0.source?.text != "despite" })
    }
}
