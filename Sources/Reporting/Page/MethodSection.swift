import Discourse

/// How the numbers came about, and everything that did not get into them.
struct MethodSection {
    let settings: RunSettings
    let counts: RunCounts

    func write(to html: inout HTML) {
        html.element("section", ["id": "method"]) {
            $0.element("h2", text: "Method and account")
            for paragraph in MethodSection.paragraphs { $0.element("p", text: paragraph) }
            $0.element("h3", text: "Account")
            $0.element("p", text: account)
            writeRejections(to: &$0)
            $0.element("h3", text: "Made with")
            writeSources(to: &$0)
            $0.element("h3", ["class": "scripted"], text: "Keys")
            $0.element(
                "p", ["class": "scripted"],
                text:
                    "/ searches statements, j and k go to the next and the previous statement, Escape clears a search. The address of the page keeps filter and order, so it can be passed on."
            )
        }
        html.line()
    }

    private static let paragraphs = [
        "A statement is one attribution: a source, the word that reports, and what is said. Its stance score is the probability of being in favor minus that of being against; its tone is a second number, from a lexicon, and the two are never merged. The margin of a statement, log-odds of favor over against, is the exact sum of what its words add and a rest that no single word carries.",
        "The mean of an actor counts the same words in near-duplicate articles once. Its 95 % interval is a bootstrap of 2 000 draws over groups of near-duplicate articles; where there is one group only, over its statements, which says nothing of other articles; with fewer than twelve groups it is Student’s t interval, which is wide where there are three or four; with fewer than three different statements there is none. The interval covers the choice of articles, not the errors of the classifier.",
    ]

    private var account: String {
        "\(Wording.count(counts.articlesRead, "input")) read = \(Wording.grouped(counts.articles)) analysed + \(Wording.grouped(counts.rejected.count)) rejected. "
            + "\(Wording.count(counts.statements, "statement")) = \(Wording.grouped(counts.attributed)) attributed + \(Wording.grouped(counts.unknown)) with unknown speaker\(nested). "
            + "\(Wording.count(counts.articles, "article")) in \(Wording.count(counts.clusters, "group")) of near-duplicates."
    }

    private var nested: String {
        counts.nested == 0 ? "" : " + \(Wording.grouped(counts.nested)) nested in others, which count for nobody"
    }

    /// At most a hundred by name; the data package has all.
    private func writeRejections(to html: inout HTML) {
        if counts.rejected.isEmpty { return }
        html.element("ul") { html in
            for error in counts.rejected.prefix(100) { html.element("li", text: error.description) }
            if counts.rejected.count > 100 {
                html.element(
                    "li", text: "and \(Wording.grouped(counts.rejected.count - 100)) more, listed in datapackage.json")
            }
        }
    }

    private func writeSources(to html: inout HTML) {
        html.element("dl", ["class": "sources"]) { html in
            entry("program", "demarche \(settings.version), seed \(settings.seed)", to: &html)
            for source in settings.sources {
                entry(source.kind, "\(source.name) \(source.version), SHA-256 \(source.sha256)", to: &html)
            }
            for option in settings.options { entry(option.name, option.value, to: &html) }
        }
    }

    private func entry(_ name: String, _ value: String, to html: inout HTML) {
        html.element("dt", text: name)
        html.element("dd", text: value)
    }
}
