import Discourse

/// Below the charts, the statements behind them: actor by actor, in order of publication.
struct QuotesSection {
    let actors: [ActorReport]
    let articles: [ShownArticle]
    let counts: RunCounts

    func write(to html: inout HTML) {
        html.element("section", ["id": "quotes"]) { html in
            html.element("h2", text: "Statements by actor")
            html.element("p", ["class": "note"], text: explanation)
            writeFilter(to: &html)
            let statements = statements
            for report in actors { write(report, statements[report.actor.id] ?? [], to: &html) }
            writeUnknown(to: &html)
        }
        html.line()
    }

    private var explanation: String {
        articles.count == counts.articles
            ? "All statements of each actor. Press one to see it in its article."
            : "Statements in the \(articles.count) articles shown below, of \(Wording.grouped(counts.articles)); statements.csv has all."
    }

    private func writeFilter(to html: inout HTML) {
        html.element("p", ["class": "filter scripted"]) {
            $0.element("label", ["for": "quote-filter"], text: "Search")
            $0.void(
                "input",
                [
                    "id": "quote-filter", "type": "search", "placeholder": "words, outlet, article",
                    "autocomplete": "off",
                ])
            $0.element("label", ["for": "quote-stance"], text: "Position")
            $0.element("select", ["id": "quote-stance"]) { html in
                for (value, name) in [
                    ("", "any"), ("favor", "in favor"), ("against", "against"), ("none", "no position"),
                    ("conditional", "conditional"),
                ] { html.element("option", ["value": value], text: name) }
            }
            $0.element("output", ["for": "quote-filter quote-stance", "id": "quote-count", "aria-live": "polite"])
        }
    }

    private struct Quote {
        let article: ArticleRow
        let row: StatementRow
        /// From 1, on the page.
        let articleNumber: Int
        /// From 1, in the article.
        let number: Int

        var place: String { Anchor.place(number, of: articleNumber) }
    }

    private static func quotes(of shown: ShownArticle, _ articleNumber: Int) -> [Quote] {
        shown.statements.enumerated().map {
            Quote(article: shown.article, row: $1, articleNumber: articleNumber, number: $0 + 1)
        }
    }

    private var statements: [String: [Quote]] {
        var statements: [String: [Quote]] = [:]
        for (index, shown) in articles.enumerated() {
            for quote in QuotesSection.quotes(of: shown, index + 1) where quote.row.nestedIn == nil {
                if let actor = quote.row.speaker.actor { statements[actor.id, default: []].append(quote) }
            }
        }
        return statements
    }

    private func write(_ report: ActorReport, _ quotes: [Quote], to html: inout HTML) {
        html.element("details", ["class": "actor", "id": Anchor.actor(report.actor.id)]) {
            $0.element("summary") {
                $0.element("bdi", text: report.actor.name)
                $0.element(
                    "span", ["class": "chip " + Tint.score(report.stance.mean)], text: Wording.score(report.stance.mean)
                )
                $0.element("small", text: summary(report, shown: quotes.count))
            }
            if !quotes.isEmpty { writeCounterEvidence(report, quotes, to: &$0) }
            $0.element("ol", ["class": "quotes"]) { html in
                for (index, quote) in quotes.enumerated() {
                    let isFirst = index == 0 || quotes[index - 1].articleNumber != quote.articleNumber
                    write(quote, namesArticle: isFirst, to: &html)
                }
            }
        }
        html.line()
    }

    private func writeCounterEvidence(_ report: ActorReport, _ quotes: [Quote], to html: inout HTML) {
        let counter = CounterEvidence(report: report)
        let row = counter(quotes.map(\.row))
        let place = quotes.first { $0.row.id == row?.id }?.place ?? ""
        html.element("div", ["class": "counter"]) {
            $0.element("p", ["class": "meta"], text: counter.heading(row, shown: quotes.count))
            guard let row else { return }
            $0.element("p") {
                $0.element("a", ["href": "#" + place]) {
                    $0.element("q", ["dir": "auto"], text: row.contentText)
                }
                $0.element("span", ["class": "chip " + Tint.score(Double(row.score) / 10_000)]) {
                    $0.text(Wording.stance(row))
                }
            }
        }
    }

    private func writeUnknown(to html: inout HTML) {
        let quotes = articles.enumerated().flatMap { index, shown in
            QuotesSection.quotes(of: shown, index + 1).filter {
                $0.row.speaker.actor == nil && $0.row.nestedIn == nil
            }
        }
        if quotes.isEmpty { return }
        html.element("details", ["class": "actor", "id": "unknown-speakers"]) {
            $0.element("summary") {
                $0.element("i", text: "Unknown speaker")
                $0.element(
                    "small",
                    text:
                        "\(Wording.grouped(quotes.count)) of \(Wording.count(counts.unknown, "statement")) shown; no actor’s row counts them"
                )
            }
            $0.element("ol", ["class": "quotes"]) { html in
                for (index, quote) in quotes.enumerated() {
                    let isFirst = index == 0 || quotes[index - 1].articleNumber != quote.articleNumber
                    write(quote, namesArticle: isFirst, to: &html)
                }
            }
        }
        html.line()
    }

    private func summary(_ report: ActorReport, shown: Int) -> String {
        let count = Wording.count(report.statements, "statement")
        let part = shown == report.statements ? count : "\(shown) of \(count) shown"
        let interval = report.stance.interval.map {
            "95 % interval \(Wording.interval($0)), over \(report.intervalBasis)"
        }
        return part + "; " + (interval ?? report.intervalBasis)
    }

    /// - Parameter namesArticle: Whether the article is named; below a quote of the same one it is not again.
    private func write(_ quote: Quote, namesArticle: Bool, to html: inout HTML) {
        let kinds = quote.row.stance.rawValue + (quote.row.conditional ? " conditional" : "")
        html.element("li", ["data-kinds": kinds, "data-a": "\(quote.articleNumber)"]) {
            $0.element("a", ["href": "#" + quote.place]) {
                $0.element("q", ["dir": "auto"], text: quote.row.contentText)
            }
            $0.element("p", ["class": "meta"]) { html in
                html.element("span", ["class": "chip " + Tint.score(Double(quote.row.score) / 10_000)]) {
                    $0.text(Wording.stance(quote.row))
                }
                if quote.row.conditional { html.element("span", ["class": "chip"], text: "conditional") }
                html.element("span", text: namesArticle ? QuotesSection.place(quote) : quote.row.form.rawValue)
            }
        }
    }

    private static func place(_ quote: Quote) -> String {
        let article = quote.article
        return [
            quote.row.form.rawValue, article.title ?? article.id, article.outlet, article.published.map(Wording.day),
        ]
        .compactMap { $0 }.joined(separator: " · ")
    }
}
