import Discourse

/// The table of actors; a script sorts and filters it, without one it is a plain table.
struct ActorsSection {
    /// Most statements first.
    let actors: [ActorReport]
    let total: Int

    func write(to html: inout HTML) {
        html.element("section", ["id": "actors"]) {
            $0.element("h2", text: "Table of actors")
            $0.element("p", ["class": "note"], text: explanation)
            writeFilter(to: &$0)
            $0.element("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Table of actors"]) {
                $0.element("table", ["class": "actors sortable", "id": "actor-table"]) { writeTable(to: &$0) }
            }
        }
        html.line()
    }

    private var explanation: String {
        "Press a heading to sort. Means count copies of a statement in near-duplicate articles once; “distinct” is that count. "
            + (total > actors.count
                ? "The \(actors.count) actors with most statements are listed; actors.csv has all \(Wording.grouped(total))."
                : "")
    }

    private func writeFilter(to html: inout HTML) {
        html.element("p", ["class": "filter"]) {
            $0.element("label", ["for": "actor-filter"], text: "Filter")
            $0.void(
                "input",
                ["id": "actor-filter", "type": "search", "placeholder": "name, country or word", "autocomplete": "off"])
            $0.element("output", ["for": "actor-filter", "id": "actor-count", "aria-live": "polite"], text: "")
        }
    }

    private static let headings: [(name: String, kind: String)] = [
        ("Actor", "alpha"), ("Country", "alpha"), ("Stance", "number"), ("95 % interval", "number"),
        ("Favor", "number"),
        ("Against", "number"), ("None", "number"), ("Conditional", "number"), ("Tone", "number"),
        ("Statements", "number"),
        ("Distinct", "number"), ("Articles", "number"), ("Strongest words", "alpha"),
    ]

    private func writeTable(to html: inout HTML) {
        html.element("thead") {
            $0.element("tr") { html in
                for heading in ActorsSection.headings {
                    html.element("th", ["scope": "col", "class": heading.kind]) {
                        $0.element("button", ["type": "button"], text: heading.name)
                    }
                }
            }
        }
        html.element("tbody") { html in
            for report in actors { write(report, to: &html) }
        }
    }

    private func write(_ report: ActorReport, to html: inout HTML) {
        html.line()
        html.element("tr") {
            $0.element("th", ["scope": "row"]) {
                $0.element("a", ["href": "#" + Anchor.actor(report.actor.id)]) {
                    $0.element("bdi", text: report.actor.name)
                }
            }
            $0.element("td", text: report.actor.country ?? "")
            number(
                report.stance.mean, Wording.score(report.stance.mean), "strong " + Tint.score(report.stance.mean),
                to: &$0)
            writeInterval(report, to: &$0)
            for count in [report.counts.favor, report.counts.against, report.counts.none] {
                number(Double(count), Wording.grouped(count), "", to: &$0)
            }
            number(report.conditionalShare, Wording.percent(report.conditionalShare), "", to: &$0)
            number(report.sentiment.mean, Wording.score(report.sentiment.mean), "", to: &$0)
            for count in [report.statements, report.distinct, report.articles] {
                number(Double(count), Wording.grouped(count), "", to: &$0)
            }
            $0.element("td", ["class": "words"]) { html in
                html.element("span", ["class": "f", "title": "words for"], text: words(report.words.favor))
                html.element("span", ["class": "a", "title": "words against"], text: words(report.words.against))
            }
        }
    }

    private func writeInterval(_ report: ActorReport, to html: inout HTML) {
        guard let interval = report.stance.interval else {
            return html.element("td", ["class": "number quiet", "data-v": "9"], text: report.intervalBasis)
        }
        let width = FixedPoint(interval.upperBound - interval.lowerBound, decimals: 4).description
        html.element("td", ["class": "number", "data-v": width, "title": "resampled over \(report.intervalBasis)"]) {
            $0.text(Wording.interval(interval))
        }
    }

    private func number(_ value: Double, _ text: String, _ tint: String, to html: inout HTML) {
        html.element(
            "td", ["class": "number \(tint)", "data-v": FixedPoint(value, decimals: 4).description], text: text)
    }

    private func words(_ terms: [TermWeight]) -> String { terms.prefix(3).map(\.term).joined(separator: ", ") }
}
