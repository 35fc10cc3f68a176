import Discourse
import Foundation
import TextFiles
import Testing

@testable import Reporting

struct ReportPageTests {
    private static let attacks = [
        "</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
        "</title></style><svg onload=alert(1)>",
        "<!--", "]]>", "javascript:alert(1)", "&lt;b&gt;", "\u{202E}reversed",
    ]

    /// An article, a speaker and all other text made of attacks.
    private static func hostile(_ attack: String, number: Int) -> AnalyzedArticle {
        var draft = Draft()
        draft.add(paragraph: "Before " + attack)
        let actor = Actor(id: attack, name: attack, kind: .group, country: attack)
        let speaker = Speaker(status: .resolved, actor: actor, onBehalfOf: actor, linkReason: attack)
        draft.addStatement(speaker: speaker, source: attack + " he", cue: "said", content: "talks " + attack + " peace")
        var random = SplitMix64(seed: 1)
        let header = Article(
            id: attack, title: attack, outlet: attack,
            url: number % 2 == 0 ? "javascript:alert(1)" : "https://x/\(attack)", text: "")
        let analyzed = draft.analyzed(as: header, using: &random)
        return AnalyzedArticle(document: analyzed.document, statements: analyzed.statements, notes: [attack])
    }

    private static func page(_ articles: [AnalyzedArticle], shown: Int = 100, version: String = "1") throws -> String {
        let folder = try ScratchFolder()
        let settings = RunSettings(
            version: version, target: "peace-talks", options: [.init(name: version, value: version)], formats: [.html],
            articlesShown: shown)
        let writer = try RunWriter(output: folder.path + "/run", settings: settings)
        for article in articles { try writer.add(PackedArticle(article)) }
        writer.reject(FileError(path: version, reason: version))
        _ = try writer.finish()
        return try folder.text("run/report.html")
    }

    /// The page must hold no tag but those of the program, which a page of harmless text shows.
    @Test func `text from articles cannot become markup`() throws {
        let hostile = ReportPageTests.attacks.enumerated().map { ReportPageTests.hostile($1, number: $0) }
        let page = try ReportPageTests.page(hostile, version: "<i>\"'")
        let tags = page.matches(of: #/<(/?[a-zA-Z!][a-zA-Z0-9]*)/#).map { String($0.1) }
        let allowed: Set = [
            "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "h3", "dl",
            "dt", "dd", "div",
            "b", "span", "nav", "main", "section", "ol", "ul", "li", "bdi", "small", "svg", "line", "circle", "rect",
            "label", "input", "select", "option", "figure", "figcaption", "text",
            "output", "table", "thead", "tbody", "tr", "th", "td", "button", "details", "summary", "q", "i", "script",
        ]
        for tag in tags { #expect(allowed.contains(tag.hasPrefix("/") ? String(tag.dropFirst()) : tag), "\(tag)") }
        #expect(tags.count { $0 == "script" } == 1 && tags.count { $0 == "/script" } == 1)
        #expect(tags.count { $0 == "title" } == 1)
        let outside = page.replacing(#/<[^>]*>/#, with: "")
        #expect(!outside.contains("onerror=alert(1)>"))
        let bare = page.replacing(#/="[^"]*"/#, with: "=")
        #expect(bare.matches(of: #/<[^>]* on[a-z]*=/#).isEmpty, "no tag has a handler")
        #expect(page.matches(of: #/href="(?!#|https:)/#).isEmpty, "links lead to the page or the web")
    }

    @Test func `a policy allows the page's own style and script only`() throws {
        let page = try ReportPageTests.page([])
        let style = try #require(page.firstMatch(of: #/<style>((?s:.*?))</style>/#)).1
        let script = try #require(page.firstMatch(of: #/<script>((?s:.*?))</script>/#)).1
        for (kind, source) in [("style", style), ("script", script)] {
            let hash = Data(SHA256.digest(of: Array(source.utf8))).base64EncodedString()
            #expect(page.contains("\(kind)-src &#39;sha256-\(hash)&#39;"))
        }
        #expect(page.contains("default-src &#39;none&#39;"))
        #expect(page.matches(of: #/ style="| src=|url\(|@import|<link/#).isEmpty, "nothing is fetched")
    }

    @Test func `a page of many articles says what it leaves out`() throws {
        var press = SyntheticPress(seed: 7)
        let articles = press.articles(30)
        let all = try ReportPageTests.page(articles)
        #expect(all.contains("The full text of every article."))
        let some = try ReportPageTests.page(articles, shown: 10)
        #expect(some.contains("The full text of the 10 articles with most statements, of 30"))
        #expect(some.contains("Statements in the 10 articles shown below, of 30"))
        #expect(some.matches(of: #/class="article"/#).count == 10)
    }

    @Test func `every link on the page leads to a place on it`() throws {
        var press = SyntheticPress(seed: 7)
        let page = try ReportPageTests.page(press.articles(20))
        let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
        #expect(Set(ids).count == ids.count, "no id stands twice")
        for link in page.matches(of: #/ href="#([^"]*)"/#) { #expect(ids.contains(String(link.1)), "\(link.1)") }
    }

    @Test func `the marked text is the text`() throws {
        var press = SyntheticPress(seed: 7)
        let shown = try press.articles(10).map { analyzed in
            let packed = PackedArticle(analyzed)
            return try ShownArticle(UnpackedArticle(bytes: packed.bytes))
        }
        for article in shown {
            var html = HTML()
            MarkedText(shown: article, number: 1, largestWeight: 1_000_000).write(to: &html)
            let markup = String(decoding: html.bytes, as: UTF8.self)
            let references = #/<a class="ref"[^>]*>[0-9]+</a>/#
            let text = markup.replacing(references, with: "").replacing("</p>", with: "\n").replacing(
                #/<[^>]*>/#, with: "")
            let lines = article.article.text.split(separator: "\n")
            #expect(text.split(separator: "\n") == lines)
            for index in article.statements.indices {
                #expect(markup.contains("id=\"\(Anchor.place(index + 1, of: 1))\""))
            }
        }
    }

    @Test(arguments: [
        ("http://a.b", true), ("HTTPS://a.b", true), ("javascript:alert(1)", false), ("data:text/html,x", false),
        ("//a.b", false), ("", false),
    ])
    func `only web addresses become links`(url: String, expected: Bool) {
        #expect(ArticleView.isWebAddress(url) == expected)
    }

    @Test
    func `a large part is packed so that it comes back, and a page of a hundred articles stays under two megabytes`()
        throws
    {
        var press = SyntheticPress(seed: 7)
        let statements = (0..<100).map { _ in press.articles(6) }.joined()
        let page = try ReportPageTests.page(statements.enumerated().map { $1.renamed("a\($0)") }, shown: 600)
        #expect(page.utf8.count < 2_000_000)
        let packed = try #require(
            page.firstMatch(of: #/<script type="text\/plain" id="packed">([A-Za-z0-9+\/=]+)<\/script>/#)
        ).1
        let bytes = try #require(Data(base64Encoded: String(packed)))
        // zlib's two bytes, as RFC 1950 has them.
        #expect(bytes[0] == 0x78 && (Int(bytes[0]) * 256 + Int(bytes[1])) % 31 == 0)
        #expect(!page.contains("class=\"card\""), "nothing of it is left outside")
        #expect(page.contains("<noscript>"))
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["REPORT_FOLDER"] != nil))
    func `a page for looking at`() throws {
        var press = SyntheticPress(seed: 7)
        let folder = ProcessInfo.processInfo.environment["REPORT_FOLDER"]!
        try RunWriterTests.write(press.articles(60), to: folder + "/run")
    }
}

extension AnalyzedArticle {
    /// The same article under another id.
    fileprivate func renamed(_ id: String) -> AnalyzedArticle {
        var article = article
        article.id = id
        let old = document
        let document = Document(
            article: article, utf8: old.utf8, tokens: old.tokens, sentences: old.sentences, paragraphs: old.paragraphs,
            quotations: old.quotations)
        return AnalyzedArticle(document: document, statements: statements, notes: notes)
    }
}
