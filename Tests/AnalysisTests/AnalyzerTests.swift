import Analysis
import Discourse
import TestSupport
import Testing

struct AnalyzerTests {
    /// All that is decided of a statement.
    private func facts(_ analyzed: AnalyzedArticle) -> [String] {
        analyzed.statements.map { scored in
            let (statement, stance) = (scored.statement, scored.stance)
            let spans = ([statement.source, statement.cue].compactMap(\.self) + statement.content).map(\.bytes)
            let words = stance.contributions.map { "\($0.token) \($0.weight)" }
            return "\(statement.id) \(statement.form) \(spans) \(statement.speaker) \(statement.confidence) "
                + "\(scored.valence) \(stance.label) \(stance.favor) \(stance.against) \(stance.margin) \(words)"
        }
    }

    @Test func `an article comes out the same alone and in a batch`() throws {
        let analyze = try SampleRun.analyzer.get()
        let articles = Array(try SampleRun.articles().prefix(4))
        let batch = analyze(articles)
        #expect(batch.map(\.article.id) == articles.map(\.id))
        for (article, analyzed) in zip(articles, batch) {
            let alone = analyze([article])
            #expect(alone.count == 1)
            #expect(facts(alone[0]) == facts(analyzed), "\(article.id)")
            #expect(alone[0].notes == analyzed.notes)
        }
    }

    @Test func `no articles give nothing, and an article may have no statements`() throws {
        let analyze = try SampleRun.analyzer.get()
        #expect(analyze([]).isEmpty)
        for text in ["", " ", "\n\n", "Rain.", "“", "\u{FEFF}", "said"] {
            let analyzed = analyze([Article(id: "a", text: text)])
            #expect(analyzed.count == 1 && analyzed[0].article.text == text)
        }
    }

    @Test func `repairs become notes`() throws {
        var article = Article(id: "a", text: "“We will talk, Mara Tellen said. Then she left.")
        article.repairs.replacedSequences = 2
        article.repairs.transcodedFrom = "windows-1252"
        let notes = try SampleRun.analyzer.get()([article])[0].notes
        #expect(notes.contains("2 invalid byte sequences replaced"))
        #expect(notes.contains("decoded from windows-1252"))
        #expect(notes.contains { $0.contains("unbalanced quotation mark") })
    }
}
