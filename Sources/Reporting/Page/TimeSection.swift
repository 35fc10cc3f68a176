import Discourse

/// Stance over time: a small chart for each of the actors with most statements, all on one scale.
struct TimeSection {
    let actors: [ActorReport]
    let series: [TimeSeries]
    let changes: [ChangePoint]

    /// Charts drawn: the actors with most statements that are spread over days.
    static let limit = 12

    init(actors: [ActorReport], series: [TimeSeries], settings: RunSettings) {
        self.actors = actors
        self.series = series
        changes = ChangePoints(bootstrap: Bootstrap(seed: settings.seed), correction: .holm, level: 0.05)(series)
    }

    func write(to html: inout HTML) {
        html.element("section", ["id": "time"]) {
            $0.element("h2", text: "Stance over time")
            let drawn = drawn
            guard let days = TimeSection.days(of: drawn) else {
                return $0.element("p", ["class": "note"], text: "No actor speaks on more than one day that is known.")
            }
            $0.element("p", ["class": "note"], text: explanation(drawn.count))
            $0.element("div", ["class": "series"]) { html in
                for series in drawn { write(series, days, to: &html) }
            }
        }
        html.line()
    }

    private var drawn: [TimeSeries] {
        Array(series.filter { $0.first < $0.last }.prefix(TimeSection.limit))
    }

    private static func days(of series: [TimeSeries]) -> ClosedRange<Day>? {
        guard let first = series.map(\.first).min(), let last = series.map(\.last).max() else { return nil }
        return first...last
    }

    private func explanation(_ count: Int) -> String {
        let tested = changes.count { $0.round == 1 }
        let found = changes.count(where: \.isSignificant)
        let few = ChangePoints.fewest * 2
        let test =
            tested == 0
            ? "A change is looked for where an actor speaks in \(few) groups of articles or more; here nobody does."
            : "A change was looked for with all \(Wording.count(tested, "actor")) who speak in \(few) groups of articles or more, and found \(found == 0 ? "with none" : Wording.count(found, "time")) (5 %, by shuffling, corrected for their number). Bars are means before and after it."
        return
            "Each dot is what an actor says in one group of near-duplicate articles: its mean stance on the day of the first of them. \(count == TimeSection.limit ? "The \(count) actors with most statements on several days are drawn. " : "")\(test)"
    }

    private func write(_ series: TimeSeries, _ days: ClosedRange<Day>, to html: inout HTML) {
        let own = changes.filter { $0.subject.id == series.subject.id }
        html.element("figure", ["class": "plot-over-time"]) {
            $0.element("figcaption") {
                $0.element("a", ["href": "#" + Anchor.actor(series.subject.id)]) {
                    $0.element("bdi", text: series.subject.name)
                }
                $0.element("small", text: TimeSection.finding(own))
            }
            $0.element("svg", ["class": "over-time", "role": "img", "aria-label": label(series, own)]) {
                TimePlot(series: series, changes: own.filter(\.isSignificant), days: days).draw(in: &$0)
            }
            $0.element("p", ["class": "ends", "aria-hidden": "true"]) {
                $0.element("span", text: Wording.day(days.lowerBound))
                $0.element("span", text: Wording.day(days.upperBound))
            }
        }
        html.line()
    }

    /// `changed between 3 and 5 May 2026, p = 0.002`, `no change, p = 0.31`, or nothing when it was not tested.
    private static func finding(_ changes: [ChangePoint]) -> String {
        let significant = changes.filter(\.isSignificant)
        if !significant.isEmpty {
            return significant.map {
                "from \(Wording.score($0.before.mean)) to \(Wording.score($0.after.mean)) on \(Wording.day($0.after.first)), p = \(probability($0.adjustedP))"
            }.joined(separator: "; ")
        }
        return changes.first.map { "no change found, p = \(probability($0.adjustedP))" } ?? ""
    }

    private static func probability(_ p: Double) -> String {
        p < 0.001 ? "0.001 or less" : FixedPoint(p, decimals: 3).description
    }

    private func label(_ series: TimeSeries, _ changes: [ChangePoint]) -> String {
        let finding = TimeSection.finding(changes)
        return
            "\(series.subject.name): \(Wording.count(series.units.count, "group")) of articles, mean stance \(Wording.score(series.mean))"
            + (finding.isEmpty ? "" : "; " + finding)
    }
}
