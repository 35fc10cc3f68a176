import Discourse

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `comparison.html`: what a comparison found, to be read; the tables have all of it.
///
/// It has no script, and its policy allows none.
struct ComparisonPage {
    let comparison: Comparison
    let findings: Findings
    let summary: String
    let version: String

    /// What is shown of the further tables.
    struct Findings: Sendable {
        let changes: [ChangePoint]
        let reversals: [Reversal]
        let quotations: [SharedQuotation]
        let silent: [SilentActor]
    }

    /// Subjects and rows of the further lists that are shown: those with most statements, and the first.
    static let subjects = 15
    static let findings = 40

    func html() -> [UInt8] {
        var html = HTML()
        html.literal("<!DOCTYPE html>\n<html lang=\"en\">\n")
        html.element("head") { writeHead(to: &$0) }
        html.line()
        html.element("body") {
            $0.element("header", ["class": "top"]) {
                $0.element("p", ["class": "kicker"], text: "Demarche comparison")
                $0.element("h1", text: title)
                $0.element("pre", ["class": "note"], text: summary)
            }
            $0.element("main") { writeSections(to: &$0) }
        }
        html.literal("\n</html>\n")
        return html.bytes
    }

    private var title: String {
        let groups = comparison.grouping.rawValue
        return comparison.subject == .everyone
            ? "Stance by \(groups)" : "Stance of each \(comparison.subject.rawValue) by \(groups)"
    }

    private func writeHead(to html: inout HTML) {
        html.void("meta", ["charset": "utf-8"])
        html.void("meta", ["http-equiv": "Content-Security-Policy", "content": ComparisonPage.policy])
        html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        html.void("meta", ["name": "color-scheme", "content": "light dark"])
        html.void("meta", ["name": "generator", "content": "demarche \(version)"])
        html.element("title", text: title)
        html.element("style") { $0.literal(ReportStyle.css) }
    }

    private static let policy: String = {
        let style = ReportStyle.css.withUTF8Buffer { Array($0) }
        let hash = Data(SHA256.digest(of: style)).base64EncodedString()
        return "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'"
    }()
}

extension ComparisonPage {
    private func writeSections(to html: inout HTML) {
        section("groups", "Side by side", to: &html) { writeGroups(to: &$0) }
        list("changes", "Changes over time", findings.changes.filter(\.isSignificant), to: &html, write)
        list("reversals", "Reversals and inconsistencies", findings.reversals, to: &html, write)
        list("quotations", "Quotations that several outlets carry", findings.quotations, to: &html, write)
        list("silent", "Mentioned and never quoted", findings.silent, to: &html) { actor, html in
            html.element("bdi", text: actor.actor.name)
            html.element(
                "small",
                text:
                    " \(actor.actor.kind.rawValue), named \(Wording.count(actor.mentions, "time")) in \(Wording.count(actor.articles, "article"))"
            )
        }
    }

    private func section(_ id: String, _ heading: String, to html: inout HTML, _ body: (inout HTML) -> Void) {
        html.element("section", ["id": id]) {
            $0.element("h2", text: heading)
            body(&$0)
        }
        html.line()
    }

    private func list<Finding>(
        _ id: String, _ heading: String, _ findings: [Finding], to html: inout HTML,
        _ write: (Finding, inout HTML) -> Void
    ) {
        section(id, heading, to: &html) {
            if findings.isEmpty { return $0.element("p", ["class": "note"], text: "None.") }
            if findings.count > ComparisonPage.findings {
                $0.element(
                    "p", ["class": "note"],
                    text:
                        "The first \(ComparisonPage.findings) of \(Wording.grouped(findings.count)); \(id).csv has all."
                )
            }
            $0.element("ol", ["class": "quotes"]) { html in
                for finding in findings.prefix(ComparisonPage.findings) {
                    html.element("li") { write(finding, &$0) }
                    html.line()
                }
            }
        }
    }

    private func write(_ change: ChangePoint, to html: inout HTML) {
        html.element("bdi", text: change.subject.name)
        html.element(
            "small",
            text:
                " from \(Wording.score(change.before.mean)) to \(Wording.score(change.after.mean)) between \(Wording.day(change.before.last)) and \(Wording.day(change.after.first)), p = \(ComparisonTable.probability(change.adjustedP)) corrected"
        )
        write(change.typicalBefore, to: &html)
        write(change.typicalAfter, to: &html)
    }

    private func write(_ reversal: Reversal, to html: inout HTML) {
        html.element("bdi", text: reversal.subject.name)
        html.element(
            "small",
            text:
                " \(reversal.isInconsistency ? "inconsistency" : "reversal") within \(Wording.count(reversal.daysApart, "day")); both labels right with \(Wording.percent(reversal.certainty))"
        )
        write(reversal.earlier, to: &html)
        write(reversal.later, to: &html)
    }

    private func write(_ quotation: SharedQuotation, to html: inout HTML) {
        html.element("q", ["dir": "auto"], text: quotation.text)
        let actors = quotation.actors.map(\.name).joined(separator: ", ")
        html.element(
            "p", ["class": "meta"],
            text:
                "\(actors)\(quotation.actors.count > 1 ? " (laid to different people)" : "") · \(quotation.outlets.joined(separator: ", ")) · \(Wording.count(quotation.uses.count, "statement"))"
        )
    }

    /// A statement with its day, outlet and score.
    private func write(_ statement: StudyStatement, to html: inout HTML) {
        let entry = statement.entry
        html.element("p", ["class": "meta"]) {
            $0.element(
                "span", ["class": "chip " + Tint.score(Double(entry.score) / 10_000)],
                text: Wording.score(units: entry.score))
            $0.element("q", ["dir": "auto"], text: statement.text)
            let place = [entry.published.map(Wording.day), entry.outlet].compactMap(\.self)
            $0.element("span", text: place.joined(separator: " · "))
        }
    }
}

extension ComparisonPage {
    /// Subjects with most statements first; the groups of one in their order.
    private var shown: [[Comparison.Row]] {
        let bySubject = Dictionary(grouping: comparison.rows) { $0.report.actor.id }
        let counts = bySubject.mapValues { $0.reduce(0) { $0 + $1.report.statements } }
        let ids = bySubject.keys.sorted { (-counts[$0]!, $0) < (-counts[$1]!, $1) }
        return ids.prefix(ComparisonPage.subjects).map { id in
            let rows = bySubject[id]!
            guard comparison.grouping.isOfActors else { return rows }
            return Array(rows.sorted { $0.report.statements > $1.report.statements }.prefix(40))
        }
    }

    private func writeGroups(to html: inout HTML) {
        let shown = shown
        let most = shown.joined().map(\.report.statements).max() ?? 1
        html.element(
            "p", ["class": "note"],
            text:
                "Mean stance from −1 (against) to +1 (in favor) with 95 % intervals. To the right the difference to the other groups, and its p-value after correction; none where either side has fewer than five groups of articles. comparison.csv has all rows."
        )
        for rows in shown {
            if comparison.subject != .everyone {
                html.element("h3") { $0.element("bdi", text: rows[0].report.actor.name) }
            }
            html.element("ol", ["class": "dots"]) { html in
                for row in rows { write(row, most, to: &html) }
            }
        }
    }

    private func write(_ row: Comparison.Row, _ most: Int, to html: inout HTML) {
        let name = row.groupName ?? (row.group.isEmpty ? "not known" : row.group)
        html.element("li", ["class": "group-row"]) {
            $0.element("span", ["class": "who"]) { $0.element("bdi", text: name) }
            $0.element("svg", ["class": "plot", "aria-hidden": "true", "focusable": "false"]) {
                DotRow(report: row.report, most: most).draw(in: &$0)
            }
            $0.element("span", ["class": "value"]) {
                $0.element("b", text: Wording.score(row.report.stance.mean))
                $0.element("small", text: "n = \(Wording.grouped(row.report.statements))")
                guard let difference = row.difference else { return }
                $0.element(
                    "small",
                    text:
                        "Δ \(Wording.score(difference.mean))\(row.adjustedP.map { ", p = " + ComparisonTable.probability($0) } ?? "")"
                )
            }
        }
        html.line()
    }
}
