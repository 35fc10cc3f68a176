import Discourse

/// One article: its text with marks on the left, its statements on the right.
struct ArticleView {
    /// From 1, on the page.
    let number: Int
    let shown: ShownArticle
    let isOpen: Bool
    let largestWeight: Int

    func write(to html: inout HTML) {
        let attributes: HTML.Attributes =
            isOpen
            ? ["class": "article", "id": Anchor.article(shown.article.id), "open": ""]
            : ["class": "article", "id": Anchor.article(shown.article.id)]
        html.element("details", attributes) {
            $0.element("summary") { writeSummary(to: &$0) }
            writeOrigin(to: &$0)
            $0.element("div", ["class": "reading"]) {
                $0.element("div", ["class": "text"]) {
                    MarkedText(shown: shown, number: number, largestWeight: largestWeight).write(to: &$0)
                }
                $0.element("ol", ["class": "cards", "aria-label": "Statements of this article"]) { html in
                    for (index, row) in shown.statements.enumerated() {
                        StatementCard(number: index + 1, article: number, row: row).write(to: &html)
                    }
                }
            }
        }
        html.line()
    }

    private func writeSummary(to html: inout HTML) {
        let article = shown.article
        html.element("span", ["class": "number"], text: "\(number)")
        html.element("bdi", text: article.title ?? article.id)
        let facts = [
            article.outlet, article.published.map(Wording.day), Wording.count(shown.statements.count, "statement"),
        ]
        html.element("small", text: facts.compactMap { $0 }.joined(separator: " · "))
    }

    private func writeOrigin(to html: inout HTML) {
        html.element("p", ["class": "meta"]) {
            if let url = shown.article.url, ArticleView.isWebAddress(url) {
                $0.element("a", ["href": url, "rel": "noopener noreferrer nofollow"], text: url)
            } else if let url = shown.article.url {
                $0.text(url)
            }
            for note in shown.article.notes { $0.element("span", text: note) }
        }
    }

    /// Anything else, such as a `javascript:` address, is shown as text and never as a link.
    static func isWebAddress(_ url: String) -> Bool {
        let start = url.prefix(8).lowercased()
        return start.hasPrefix("https://") || start.hasPrefix("http://")
    }
}
