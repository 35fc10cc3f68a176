import Discourse

/// The details of one statement: whose it is and why, what it was scored, and how sure that is.
struct StatementCard {
    /// From 1, in its article.
    let number: Int
    /// The number of its article on the page.
    let article: Int
    let row: StatementRow

    func write(to html: inout HTML) {
        html.element(
            "li",
            [
                "class": "card", "id": Anchor.card(number, of: article), "data-n": "\(number)",
                "data-k": Anchor.suffix(of: row.id),
            ]
        ) {
            $0.element("p", ["class": "speaker"]) { writeSpeaker(to: &$0) }
            writeProbabilities(to: &$0)
            $0.element("p", ["class": "meta"], text: facts + "; " + row.speaker.linkReason)
            writeWords(to: &$0)
        }
        html.line()
    }

    private func writeSpeaker(to html: inout HTML) {
        html.element("a", ["class": "number", "href": "#" + Anchor.place(number, of: article)], text: "\(number)")
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
        // The script draws a bar of these when the article is opened.
        let shares = "\(row.probabilities.favor) \(row.probabilities.none)"
        html.element("p", ["class": "label", "data-p": shares]) { html in
            html.element("b", ["class": Tint.score(Double(row.score) / 10_000)], text: Wording.stance(row))
            html.element("small", text: probabilities)
            if row.conditional { html.element("span", ["class": "chip"], text: "conditional") }
        }
    }

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
                    "i", ["class": term.weight > 0 ? "f" : "a"], text: "\(term.term) \(Wording.weight(term.weight))")
            }
        }
    }
}
