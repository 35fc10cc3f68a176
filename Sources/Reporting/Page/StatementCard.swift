import Discourse

/// The details of one statement: whose it is and why, what it was scored, and how sure that is.
struct StatementCard {
    /// From 1, in its article.
    let number: Int
    let row: StatementRow

    func write(to html: inout HTML) {
        html.element("li", ["class": "card", "id": Anchor.statement(row.id), "data-n": "\(number)"]) {
            $0.element("p", ["class": "speaker"]) { writeSpeaker(to: &$0) }
            writeProbabilities(to: &$0)
            $0.element("p", ["class": "meta"], text: facts)
            $0.element("p", ["class": "meta"], text: row.speaker.linkReason)
            writeWords(to: &$0)
        }
        html.line()
    }

    private func writeSpeaker(to html: inout HTML) {
        html.element(
            "a",
            ["class": "number", "href": "#" + Anchor.place(row.id), "aria-label": "Statement \(number) in the text"]
        ) {
            $0.text("\(number)")
        }
        guard let actor = row.speaker.actor else { return html.element("i", text: "unknown speaker") }
        if row.nestedIn == nil {
            html.element("a", ["href": "#" + Anchor.actor(actor.id)]) { $0.element("bdi", text: actor.name) }
        } else {
            // It counts for nobody, so it has no place among an actor's statements.
            html.element("bdi", text: actor.name)
        }
        if let principal = row.speaker.onBehalfOf {
            html.element("small") {
                $0.text("for ")
                $0.element("bdi", text: principal.name)
            }
        }
    }

    private func writeProbabilities(to html: inout HTML) {
        let p = row.probabilities
        let shares = [("f", p.favor), ("n", p.none), ("a", p.against)]
        html.element("svg", ["class": "bar", "aria-hidden": "true"]) { svg in
            var start = 0
            for (tint, share) in shares {
                svg.element(
                    "rect", ["class": tint, "x": percent(start), "width": percent(share), "y": "0", "height": "100%"])
                start += share
            }
        }
        html.element("p", ["class": "label"]) { html in
            html.element("b", ["class": Tint.score(Double(row.score) / 10_000)], text: Wording.stance(row))
            html.element("small", text: probabilities)
            if row.conditional { html.element("span", ["class": "chip"], text: "conditional") }
        }
    }

    private func percent(_ units: Int) -> String { FixedPoint(units: units, decimals: 2).description + "%" }

    private var probabilities: String {
        let p = row.probabilities
        return
            "favor \(Wording.percent(units: p.favor)), none \(Wording.percent(units: p.none)), against \(Wording.percent(units: p.against))"
    }

    private var facts: String {
        "\(row.form.rawValue); tone \(Wording.score(units: row.sentiment)); attribution \(Wording.percent(units: row.confidence)) sure"
            + (row.utterance == .said ? "" : "; \(row.utterance.rawValue)")
            + (row.nestedIn == nil ? "" : "; nested in another statement")
    }

    private func writeWords(to html: inout HTML) {
        let terms = row.topTerms
        if terms.isEmpty { return }
        html.element("p", ["class": "meta words"]) { html in
            for term in terms {
                html.element(
                    "span", ["class": term.weight > 0 ? "f" : "a"], text: "\(term.term) \(Wording.weight(term.weight))")
            }
        }
    }
}
