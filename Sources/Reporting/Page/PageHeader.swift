import Discourse

/// The top of the page: title, scope, headline numbers, and links to the parts.
struct PageHeader {
    let title: String
    let counts: RunCounts

    func write(to html: inout HTML) {
        html.element("header", ["class": "top"]) {
            $0.element("p", ["class": "kicker"], text: "Demarche report")
            $0.element("h1", text: title)
            $0.element("p", ["class": "lead"], text: scope)
            $0.element("dl", ["class": "figures"]) { html in
                for figure in figures { write(figure, to: &html) }
            }
            writeParts(to: &$0)
        }
        html.line()
    }

    private var scope: String {
        let articles = Wording.count(counts.articles, "article")
        let outlets = counts.outlets == 0 ? "" : " from " + Wording.count(counts.outlets, "outlet")
        let days = Wording.days(counts.firstDay, counts.lastDay).map { ", " + $0 } ?? ""
        return articles + outlets + days + "."
    }

    private struct Figure {
        let value: Int
        let name: String
        let note: String
    }

    private var figures: [Figure] {
        let copies = counts.articles - counts.clusters
        return [
            Figure(
                value: counts.articles, name: "articles",
                note: copies == 0
                    ? "no near-duplicates"
                    : "\(Wording.grouped(copies)) near-duplicate\(copies == 1 ? "" : "s") of others"),
            Figure(
                value: counts.statements, name: "statements",
                note: counts.nested == 0
                    ? "attributed and unknown" : "attributed, unknown and \(Wording.grouped(counts.nested)) nested"),
            Figure(value: counts.actors, name: "actors", note: "with at least one statement"),
            Figure(value: counts.unknown, name: "unknown speaker", note: "statements laid to nobody"),
            Figure(value: counts.rejected.count, name: "not analysed", note: "inputs rejected, with reasons below"),
        ]
    }

    private func write(_ figure: Figure, to html: inout HTML) {
        html.element("div") {
            $0.element("dt", text: figure.name)
            $0.element("dd") {
                $0.element("b", text: Wording.grouped(figure.value))
                $0.element("span", text: figure.note)
            }
        }
    }

    private func writeParts(to html: inout HTML) {
        html.element("nav", ["aria-label": "Parts of this report"]) {
            $0.element("a", ["href": "#stance"], text: "Stance")
            $0.element("a", ["href": "#time"], text: "Over time")
            $0.element("a", ["href": "#tone"], text: "Tone")
            $0.element("a", ["href": "#actors"], text: "Actors")
            $0.element("a", ["href": "#grid"], text: "By article")
            $0.element("a", ["href": "#quotes"], text: "Statements")
            $0.element("a", ["href": "#articles"], text: "Articles")
            $0.element("a", ["href": "#method"], text: "Method")
        }
    }
}
