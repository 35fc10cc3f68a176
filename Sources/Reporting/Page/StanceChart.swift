import Discourse

/// Actors on the axis from against to favor: a dot for the mean, whiskers for its interval.
///
/// Each row is a drawing of its own with positions in percent, so the chart fits any width and the
/// names stay text.
struct StanceChart {
    let actors: [ActorReport]
    let settings: RunSettings
    /// Actors in the run, of which `actors` may be a part.
    let total: Int

    /// Rows drawn: the actors with most statements.
    static let limit = 40

    func write(to html: inout HTML) {
        html.element("section", ["id": "stance"]) {
            $0.element("h2", text: "Actors by stance")
            $0.element("p", ["class": "note"], text: explanation)
            if actors.isEmpty { return $0.element("p", text: "No statement has a known speaker.") }
            writeOrder(to: &$0)
            writeAxis(to: &$0)
            $0.element("ol", ["class": "dots"]) { html in
                for report in drawn { write(report, to: &html) }
            }
        }
        html.line()
    }

    private var explanation: String {
        let target = Wording.target(settings.target)
        let part =
            total > drawn.count
            ? " The \(drawn.count) actors with most statements of \(Wording.grouped(total)) are drawn." : ""
        return "Mean stance toward \(target) of each actor’s statements, from −1 (against) to +1 (in favor). "
            + "Whiskers are 95 % intervals, dashed where all statements stand in one article and other articles may differ more; a hollow dot has too few statements for one. Larger dots stand for more statements."
            + part
    }

    /// Against first; the ends of the list are the ends of the axis.
    private var drawn: [ActorReport] {
        actors.prefix(StanceChart.limit).sorted {
            $0.stance.mean == $1.stance.mean
                ? $0.actor.id.utf8.lexicographicallyPrecedes($1.actor.id.utf8) : $0.stance.mean > $1.stance.mean
        }
    }

    private var most: Int { drawn.map(\.statements).max() ?? 1 }

    /// The script moves rows; without it the order is by stance.
    private func writeOrder(to html: inout HTML) {
        html.element("p", ["class": "filter scripted"]) {
            $0.element("label", ["for": "chart-order"], text: "Order")
            $0.element("select", ["id": "chart-order"]) { html in
                for (value, name) in [
                    ("stance", "by stance"), ("statements", "by number of statements"), ("name", "by name"),
                    ("country", "by country"),
                ] { html.element("option", ["value": value], text: name) }
            }
        }
    }

    private func writeAxis(to html: inout HTML) {
        html.element("div", ["class": "axis", "aria-hidden": "true"]) {
            $0.element("span", ["class": "low"], text: "−1 against")
            $0.element("span", ["class": "middle"], text: "0")
            $0.element("span", ["class": "high"], text: "in favor +1")
        }
    }

    private func write(_ report: ActorReport, to html: inout HTML) {
        html.element(
            "li",
            [
                "data-stance": FixedPoint(report.stance.mean, decimals: 4).description,
                "data-statements": "\(report.statements)", "data-name": report.actor.name,
                "data-country": report.actor.country ?? "",
            ]
        ) {
            $0.element("a", ["href": "#" + Anchor.actor(report.actor.id), "aria-label": label(report)]) {
                $0.element("span", ["class": "who"]) { html in
                    html.element("bdi", text: report.actor.name)
                    if let country = report.actor.country { html.element("small", text: country) }
                }
                $0.element("svg", ["class": "plot", "aria-hidden": "true", "focusable": "false"]) {
                    DotRow(report: report, most: most).draw(in: &$0)
                }
                $0.element("span", ["class": "value"]) { html in
                    html.element("b", text: Wording.score(report.stance.mean))
                    html.element("small", text: "n = \(Wording.grouped(report.statements))")
                }
            }
        }
        html.line()
    }

    private func label(_ report: ActorReport) -> String {
        let interval = report.stance.interval.map { "95 % interval " + Wording.interval($0) } ?? report.intervalBasis
        return "\(report.actor.name): stance \(Wording.score(report.stance.mean)), \(interval), "
            + Wording.count(report.statements, "statement")
    }
}
