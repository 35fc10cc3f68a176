import Discourse

/// Tone against stance: actors who speak harshly need not be against talks, and friendly ones not for them.
struct ToneScatter {
    /// Most statements first.
    let actors: [ActorReport]

    /// Actors drawn, and of these the ones named.
    static let limit = 150
    static let named = 10

    func write(to html: inout HTML) {
        html.element("section", ["id": "tone"]) {
            $0.element("h2", text: "Tone against stance")
            if actors.isEmpty { return $0.element("p", ["class": "note"], text: "No statement has a known speaker.") }
            $0.element("p", ["class": "note"], text: explanation)
            $0.element("div", ["class": "scatter"]) {
                $0.element("span", ["class": "up", "aria-hidden": "true"], text: "friendly tone +1")
                $0.element("svg", ["aria-label": "Tone against stance, a link for each actor"]) {
                    draw(in: &$0)
                }
                $0.element("p", ["class": "ends", "aria-hidden": "true"]) {
                    $0.element("span", ["class": "low"], text: "−1 against talks")
                    $0.element("span", text: "harsh tone −1")
                    $0.element("span", ["class": "high"], text: "in favor +1")
                }
                $0.element("output", ["id": "scatter-reading", "aria-live": "polite"])
            }
        }
        html.line()
    }

    private var explanation: String {
        let part =
            actors.count > ToneScatter.limit
            ? " The \(ToneScatter.limit) actors with most statements are drawn." : ""
        return
            "Each dot is an actor: to the right the mean stance, upward the mean tone of its words. The two are measured apart and never merged. Larger dots stand for more statements; point at one for its numbers."
            + part
    }

    private func draw(in svg: inout HTML) {
        for level in [-1.0, 0, 1] {
            let kind = level == 0 ? "zero" : "tick"
            svg.element("line", ["class": kind, "x1": x(level), "x2": x(level), "y1": y(-1), "y2": y(1)])
            svg.element("line", ["class": kind, "x1": x(-1), "x2": x(1), "y1": y(level), "y2": y(level)])
        }
        let most = Double(actors.first?.statements ?? 1)
        // Small dots are drawn last, so that a large one does not hide them.
        for report in actors.prefix(ToneScatter.limit) {
            svg.element("a", ["href": "#" + Anchor.actor(report.actor.id), "aria-label": label(report)]) {
                $0.element(
                    "circle",
                    [
                        "class": "dot " + Tint.score(report.stance.mean).prefix(1), "cx": x(report.stance.mean),
                        "cy": y(report.sentiment.mean),
                        "r": FixedPoint(3 + 7 * (Double(report.statements) / most).squareRoot(), decimals: 1)
                            .description,
                    ])
            }
        }
        drawNames(in: &svg)
    }

    /// Names of the actors with most statements, left out where they would stand on one another.
    private func drawNames(in svg: inout HTML) {
        var placed: [(x: Double, y: Double)] = []
        for report in actors.prefix(ToneScatter.named) {
            let (place, height) = (report.stance.mean, report.sentiment.mean)
            if placed.contains(where: { abs($0.x - place) < 0.35 && abs($0.y - height) < 0.11 }) { continue }
            placed.append((place, height))
            let isRight = place > 0.45
            svg.element(
                "text",
                [
                    "x": x(place), "y": y(height), "dx": isRight ? "-12" : "12", "dy": "4", "aria-hidden": "true",
                    "class": isRight ? "left" : "right",
                ], text: TextWidth.clipped(report.actor.name, to: 24))
        }
    }

    private func x(_ stance: Double) -> String { percent(50 + 47 * stance) }
    private func y(_ tone: Double) -> String { percent(50 - 46 * tone) }
    private func percent(_ value: Double) -> String { FixedPoint(value, decimals: 2).description + "%" }

    private func label(_ report: ActorReport) -> String {
        "\(report.actor.name): stance \(Wording.score(report.stance.mean)), tone \(Wording.score(report.sentiment.mean)), "
            + Wording.count(report.statements, "statement")
    }
}
