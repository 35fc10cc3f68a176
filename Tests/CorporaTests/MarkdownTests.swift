import Corpora
import Discourse
import Testing

struct MarkdownTests {
    @Test func `front matter is metadata`() {
        let article = read(
            "a.md",
            """
            ---
            id: harbour-7
            title: "Talks: a new start"
            outlet: Harbour Post
            url: https://harbour.example/7
            date: 2026-03-01
            language: en
            tags: [a, b]
            ---
            The envoy came.
            """
        ).first
        #expect(article.id == "harbour-7")
        #expect(article.title == "Talks: a new start")
        #expect(article.outlet == "Harbour Post")
        #expect(article.url == "https://harbour.example/7")
        #expect(article.published == Day(year: 2026, month: 3, day: 1))
        #expect(article.language == "en")
        #expect(article.text == "The envoy came.")
    }

    @Test func `marks go and words stay`() {
        let text = """
            # Talks *resume* in Norland

            The **envoy** said the [plan](https://x.example/a_(b)) was _fair_ and
            `firm`, ~~not~~ "5 * 3" or snake_case_name.[^1] ![A photo](p.jpg)

            Background
            ----------

            > “We will talk,” she said.
            > “Soon.”

            * First point with a [name][n]
            - Second
              goes on
            1. One
            2. Two

            ***

            See <https://harbour.example> &amp; <b>more</b> \\*here\\*.

            ```
            code_stays *as it is*
            ```

            [n]: https://harbour.example/n
            """
        let article = read("a.md", text).first
        #expect(article.title == "Talks resume in Norland")
        #expect(
            article.text == """
                Talks resume in Norland

                The envoy said the plan was fair and firm, not "5 * 3" or snake_case_name.

                Background

                “We will talk,” she said. “Soon.”

                • First point with a name
                • Second goes on
                1. One
                2. Two

                See https://harbour.example & more *here*.

                code_stays *as it is*
                """)
    }

    @Test(arguments: [
        (String(repeating: "[", count: 100_000) + "a" + String(repeating: "](b)", count: 100_000), "a"),
        (String(repeating: "[", count: 200_000), String(repeating: "[", count: 200_000)),
        (String(repeating: "<a", count: 100_000), String(repeating: "<a", count: 100_000)),
        (String(repeating: "![", count: 100_000), String(repeating: "![", count: 100_000)),
    ])
    func `hostile marks take no time and no stack`(_ markdown: String, _ text: String) {
        #expect(read("a.md", markdown).first.text.utf8.elementsEqual(text.utf8))
    }

    @Test(arguments: [
        ("[a [b](c) d](e) f", "a b d f"), ("a * b", "a * b"), ("[open", "[open"), ("[note] stays", "[note] stays"),
        ("a < b > c", "a < b > c"),
        ("**bold", "bold"),
        ("a_b_c", "a_b_c"), ("***both***", "both"), ("AT&T and Q&amp;A", "AT&T and Q&A"), ("**Für** _já_", "Für já"),
        ("\\", "\\"),
        ("[a](b", "[a](b"), ("![a", "![a"), ("a ~ b", "a ~ b"), ("---\nnever closed", "never closed"),
    ])
    func `odd marks do no harm`(_ markdown: String, _ text: String) {
        #expect(read("a.md", markdown).first.text == text)
    }
}
