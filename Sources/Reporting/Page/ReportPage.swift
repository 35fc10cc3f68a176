import Discourse

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `report.html`: the whole run on one page that opens without a network.
///
/// Nothing is fetched: style and script stand in the page, and a content security policy names their
/// hashes and forbids everything else, so that even markup which slipped through could not run.
struct ReportPage {
    let counts: RunCounts
    /// Most statements first.
    let actors: [ActorReport]
    /// Stance over time of those actors whose statements have days, in the same order.
    let series: [TimeSeries]
    /// In order of publication.
    let articles: [ShownArticle]
    let settings: RunSettings

    func html() -> [UInt8] {
        var html = HTML()
        html.literal("<!DOCTYPE html>\n<html lang=\"en\">\n")
        html.element("head") { writeHead(to: &$0) }
        html.line()
        html.element("body") { writeBody(to: &$0) }
        html.literal("\n</html>\n")
        return html.bytes
    }

    private func writeHead(to html: inout HTML) {
        html.line()
        html.void("meta", ["charset": "utf-8"])
        html.void("meta", ["http-equiv": "Content-Security-Policy", "content": ReportPage.policy])
        html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        html.void("meta", ["name": "color-scheme", "content": "light dark"])
        html.void("meta", ["name": "generator", "content": "demarche \(settings.version)"])
        html.line()
        html.element("title", text: title)
        html.line()
        html.element("style") { $0.literal(ReportStyle.css) }
    }

    private func writeBody(to html: inout HTML) {
        html.element("a", ["class": "skip", "href": "#content"], text: "Skip to the findings")
        PageHeader(title: title, counts: counts).write(to: &html)
        html.element("main", ["id": "content"]) {
            StanceChart(actors: actors, settings: settings, total: counts.actors).write(to: &$0)
            TimeSection(actors: actors, series: series, settings: settings).write(to: &$0)
            ToneScatter(actors: actors).write(to: &$0)
            ActorsSection(actors: actors, total: counts.actors).write(to: &$0)
            ArticleGrid(actors: actors, articles: articles).write(to: &$0)
            var details = HTML()
            QuotesSection(actors: actors, articles: articles, counts: counts).write(to: &details)
            ArticlesSection(articles: articles, total: counts.articles).write(to: &details)
            PackedPart(markup: details.bytes).write(to: &$0)
            MethodSection(settings: settings, counts: counts).write(to: &$0)
        }
        html.element("script") { $0.literal(ReportScript.source) }
    }

    private var title: String { "Who said what, and where they stand on \(Wording.target(settings.target))" }

    private static let policy =
        "default-src 'none'; style-src 'sha256-\(hash(ReportStyle.css))'; "
        + "script-src 'sha256-\(hash(ReportScript.source))'; base-uri 'none'; form-action 'none'"

    /// Base 64, as the policy wants it.
    private static func hash(_ source: StaticString) -> String {
        let bytes = source.withUTF8Buffer { Array($0) }
        return Data(SHA256.digest(of: bytes)).base64EncodedString()
    }
}
