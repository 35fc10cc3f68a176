import Discourse
import Evaluation
import Testing

struct AttributionScoresTests {
    private static let harbour =
        "Ms. Orlan said she would go. “I will stay,” said Bo Ray. Aides to the mayor fear a loss. The café’s owner, Ösa, told us: “No.”"
    private static let norland =
        "Norland’s envoy rejected the plan_2, officials said. “Not now,” she added, “and not here.”"

    private static func article(_ text: String, _ gold: [String], _ predicted: [String]) -> AttributionScores.Article {
        AttributionScores.Article(
            id: "a", text: text, gold: gold.map { attribution($0, in: text) },
            predicted: predicted.map { attribution($0, in: text) })
    }

    private static let articles = [
        article(
            harbour,
            [
                "[S|Ms. Orlan] [C|said] [Q|she would go].", "[Q|“I will stay,”] [C|said] [S|Bo Ray].",
                "[S|Aides to the mayor] [C|fear] [Q|a loss].", "[S|The café’s owner, Ösa], [C|told us]: [Q|“No.”]",
            ],
            [
                "[S|Orlan] [C|said] [Q|she would go. “I will stay,”]", "[Q|I will stay],” [C|said] [S|Bo Ray].",
                "[S|the mayor] [C|fear] [Q|a loss]", "[C|told] us: “[Q|No]",
                "Aides [S|to] the mayor [C|fear] [Q|a loss]",
            ]),
        article(
            norland,
            [
                "[S|Norland’s envoy] [C|rejected] [Q|the plan_2], officials said",
                "[Q|Norland’s envoy rejected the plan_2], [S|officials] [C|said]",
                "[Q|“Not now,”] [S|she] [C|added], [Q|“and not here.”]",
            ],
            [
                "[S|Norland’s envoy] [C|rejected] [Q|the plan_2], [Q|officials]",
                "[Q|“Not now,” she added, “and not here.”]",
                "[S|officials] [C|said]",
            ]),
    ]

    /// The table was recorded from the project's reference scorer in Python on the same attributions.
    @Test func `the table agrees with the reference scorer`() throws {
        #expect(
            try AttributionScores(Self.articles).table == """
                2 articles, 7 gold, 8 predicted, speaker accuracy 75.0
                                              P      R     F1    gold    pred
                exact source               50.0   42.9   46.2       7       6
                exact cue                  71.4   71.4   71.4       7       7
                exact content              14.3   14.3   14.3       7       7
                exact all                   0.0    0.0    0.0       7       8
                tokens source             100.0   50.0   66.7      22      11
                tokens cue                 85.7   75.0   80.0       8       7
                tokens content             71.4   71.4   71.4      35      35
                tokens all                 79.2   64.6   71.2      65      53
                attribution statement      50.0   57.1   53.3       7       8
                attribution speaker        37.5   42.9   40.0       7       8
                attribution direct         25.0   33.3   28.6       3       4
                attribution indirect       50.0   50.0   50.0       4       4
                """)
    }

    @Test func `gold against itself is perfect, and against nothing is zero`() throws {
        let perfect = Self.articles.map {
            AttributionScores.Article(id: $0.id, text: $0.text, gold: $0.gold, predicted: $0.gold)
        }
        let empty = Self.articles.map {
            AttributionScores.Article(id: $0.id, text: $0.text, gold: $0.gold, predicted: [])
        }
        #expect(try AttributionScores(perfect).rows.allSatisfy { $0.scores.f1 == 1 })
        #expect(try AttributionScores(perfect).speakerAccuracy == 1)
        #expect(try AttributionScores(empty).rows.allSatisfy { $0.scores.f1 == 0 })
        #expect(try AttributionScores([]).rows.allSatisfy { $0.scores.f1 == 0 })
    }

    @Test func `white space at the edges and the cut into pieces make no difference`() throws {
        let text = "The envoy said the talks go on."
        let gold = "[S|The envoy] [C|said] [Q|the talks go on]."
        let scores = try AttributionScores([
            Self.article(text, [gold], ["[S|The ][S|envoy ][C|said ][Q|the talks][Q| go on]"])
        ])
        #expect(scores[.exactAll].f1 == 1)
    }

    @Test func `a wrong speaker costs the speaker alone`() throws {
        let text = "The envoy said the talks go on, the mayor heard."
        let scores = try AttributionScores([
            Self.article(
                text, ["[S|The envoy] [C|said] [Q|the talks go on]"], ["[C|said] [Q|the talks go on], the [S|mayor]"])
        ])
        #expect(scores[.statement].f1 == 1)
        #expect(scores[.speaker].f1 == 0)
        #expect(scores[.exactContent].f1 == 1)
    }

    @Test func `sources that share only a mark are not the same`() throws {
        let text = "Oss, envoy, said no."
        let scores = try AttributionScores([
            Self.article(text, ["[S|Oss,] envoy, said [Q|no]"], ["Oss[S|, envoy], said [Q|no]"])
        ])
        #expect(scores[.statement].f1 == 1)
        #expect(scores[.speaker].f1 == 0)
    }

    @Test func `the same prediction twice costs precision`() throws {
        let text = "“No,” said Oss."
        let mark = "[Q|“No,”] [C|said] [S|Oss]"
        let scores = try AttributionScores([Self.article(text, [mark], [mark, mark])])
        #expect(scores[.direct].precision == 0.5 && scores[.direct].recall == 1)
        #expect(scores[.tokensContent].precision == 0.5)
    }

    @Test(arguments: [0..<0, 3..<2000, 5..<5])
    func `a span that is empty or beyond the text is an error`(_ span: Range<Int>) {
        let article = AttributionScores.Article(
            id: "a", text: "No, he said.", gold: [], predicted: [AttributionSpans(content: [span])])
        #expect(throws: EvaluationError.badSpan(id: "a", span: span, utf8Count: 12)) {
            try AttributionScores([article])
        }
    }
}
