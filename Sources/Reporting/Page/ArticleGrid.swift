import Discourse

/// Who said what where: actors in rows, articles in columns, mean stance in the cells.
struct ArticleGrid {
    let actors: [ActorReport]
    let articles: [ShownArticle]

    /// Rows drawn: the actors with most statements.
    static let limit = 30

    func write(to html: inout HTML) {
        html.element("section", ["id": "grid"]) {
            $0.element("h2", text: "Actor by article")
            $0.element("p", ["class": "note"], text: explanation)
            $0.element(
                "div",
                ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Stance by actor and article"]
            ) {
                $0.element("table", ["class": "grid"]) { writeTable(to: &$0) }
            }
        }
        html.line()
    }

    private var explanation: String {
        let part =
            actors.count > ArticleGrid.limit ? " The \(ArticleGrid.limit) actors with most statements are shown." : ""
        return
            "Mean stance of each actor in each article shown below, in order of publication. An empty cell means that the actor says nothing there."
            + part
    }

    private func writeTable(to html: inout HTML) {
        html.element("thead") {
            $0.element("tr") { html in
                html.element("td")
                for (index, shown) in articles.enumerated() { writeHeading(index, shown.article, to: &html) }
            }
        }
        let cells = cells
        html.element("tbody") { html in
            for report in actors.prefix(ArticleGrid.limit) { write(report, cells, to: &html) }
        }
    }

    private func writeHeading(_ index: Int, _ article: ArticleRow, to html: inout HTML) {
        let name = [article.title ?? article.id, article.outlet, article.published?.description].compactMap { $0 }
        html.element("th", ["scope": "col"]) {
            $0.element("a", ["href": "#" + Anchor.article(article.id), "title": name.joined(separator: ", ")]) {
                $0.text("\(index + 1)")
            }
        }
    }

    private func write(_ report: ActorReport, _ cells: [String: [Int: [Int]]], to html: inout HTML) {
        html.line()
        html.element("tr") { html in
            html.element("th", ["scope": "row"]) {
                $0.element("a", ["href": "#" + Anchor.actor(report.actor.id)]) {
                    $0.element("bdi", text: report.actor.name)
                }
            }
            for index in articles.indices { write(cells[report.actor.id]?[index] ?? [], to: &html) }
        }
    }

    private func write(_ scores: [Int], to html: inout HTML) {
        guard !scores.isEmpty else { return html.element("td") }
        let mean = Double(scores.reduce(0, +)) / Double(scores.count) / 10_000
        html.element("td", ["class": Tint.score(mean), "title": Wording.count(scores.count, "statement")]) {
            $0.text(Wording.score(mean))
        }
    }

    /// Stance scores by actor id and index of the article.
    private var cells: [String: [Int: [Int]]] {
        var cells: [String: [Int: [Int]]] = [:]
        for (index, shown) in articles.enumerated() {
            for row in shown.statements {
                if let actor = row.speaker.actor { cells[actor.id, default: [:]][index, default: []].append(row.score) }
            }
        }
        return cells
    }
}
