import Discourse

/// Each article with its statements marked in the text and explained beside it.
struct ArticlesSection {
    let articles: [ShownArticle]
    let total: Int

    func write(to html: inout HTML) {
        html.element("section", ["id": "articles"]) { html in
            html.element("h2", text: "Articles")
            html.element("p", ["class": "note"], text: explanation)
            writeLegend(to: &html)
            let largest = largestWeight
            for (index, shown) in articles.enumerated() {
                ArticleView(number: index + 1, shown: shown, isOpen: index == 0, largestWeight: largest).write(
                    to: &html)
            }
        }
        html.line()
    }

    private var explanation: String {
        total == articles.count
            ? "The full text of every article."
            : "The full text of the \(articles.count) articles with most statements, of \(Wording.grouped(total)); articles.jsonl has all."
    }

    private func writeLegend(to html: inout HTML) {
        html.element("p", ["class": "legend"]) {
            $0.element("span", ["class": "src"], text: "source")
            $0.element("span", ["class": "cue"], text: "cue")
            $0.element("span", ["class": "con"], text: "content")
            $0.element("span", ["class": "con f3"], text: "word for")
            $0.element("span", ["class": "con a3"], text: "word against")
            $0.element(
                "small", text: "Shades show how much a word adds to the stance margin; point at a word for the number.")
        }
    }

    /// Shades are shares of this, so that they mean the same all over the page.
    private var largestWeight: Int {
        let weights = articles.flatMap { $0.statements.flatMap { $0.contributions.map { Int($0.weight.magnitude) } } }
        return max(weights.max() ?? 1, 1)
    }
}
