import Corpora
import Discourse
import Foundation
import Testing

struct HTMLPageTests {
    private static let page = """
        <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Talks resume | Harbour Post</title>
        <meta property="og:site_name" content="Harbour Post"><meta property="og:title" content="Talks resume in Norland">
        <meta property="article:published_time" content="2026-03-01T23:30:00-05:00">
        <link rel="canonical" href="https://harbour.example/7"><style>p { color: red }</style>
        <script>var a = "<p>not text</p>";</script></head><body>
        <header><nav><ul><li><a href="/">Home</a><li><a href="/w">World news of the day and more of it</a></ul></nav></header>
        <div class="cookie-banner"><p>We use cookies to make this site work, and others to learn how you use it, which you may refuse.</p></div>
        <main><article><h1>Talks resume in Norland</h1><p class="byline">By Mira Solen</p>
        <p>The envoy of Norland, Tarik Oss, said on Sunday that the talks would <b>go on</b>&nbsp;as planned, &amp; soon.
        <p>&ldquo;We will talk,&rdquo; he told reporters.<br>“We will not wait.”</p>
        <h2>What comes next</h2>
        <ul><li>A meeting in the harbour, said the <a href="/m">mayor</a> of the city, who will host it.</li><li>A vote</li></ul>
        <figure><img src=x><figcaption>The harbour at night, in a picture that is not text.</figcaption></figure>
        <blockquote><p>No one has <q>asked us</q>, the opposition said.</p></blockquote>
        <aside><p>Read also: ten things to know about the harbour, and why they matter so much to all of us.</p></aside>
        <div class="related-stories"><h3>Related</h3><p>An older report about the harbour that is long enough to look like a paragraph of text.</p></div>
        </article></main>
        <div id="comments"><p>A reader writes a long comment here, which goes on and on and is not a part of the article at all, ever.</p></div>
        <form><p>Sign up for our newsletter, which comes each morning and tells all there is to tell.</p></form>
        <footer><p>All rights are reserved by the Harbour Post, of Harbour Street, in the city of Harbour.</p></footer></body></html>
        """

    @Test func `a page gives its metadata and its main text`() {
        let article = read("a.html", Self.page).first
        #expect(article.title == "Talks resume in Norland")
        #expect(article.outlet == "Harbour Post")
        #expect(article.url == "https://harbour.example/7")
        #expect(article.published == Day(year: 2026, month: 3, day: 1))
        #expect(article.language == "en-GB")
        #expect(
            article.text == """
                Talks resume in Norland

                By Mira Solen

                The envoy of Norland, Tarik Oss, said on Sunday that the talks would go on as planned, & soon.

                “We will talk,” he told reporters.
                “We will not wait.”

                What comes next

                • A meeting in the harbour, said the mayor of the city, who will host it.
                • A vote

                No one has “asked us”, the opposition said.
                """)
    }

    @Test(
        arguments: [
            ("<meta name=date content='2026-03-01'>", "2026-03-01"),
            ("<meta itemprop=datePublished content='March 1, 2026'>", "2026-03-01"),
            (
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-03-01T08:00:00Z\"}</script>",
                "2026-03-01"
            ),
            (
                "<script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"Thing\"]},{\"@type\":[\"ReportageNewsArticle\"],\"datePublished\":\"2026-03-01\"}]}</script>",
                "2026-03-01"
            ),
            (
                "<script type='application/ld+json'>{\"@type\":\"WebSite\",\"datePublished\":\"2026-03-01\"}</script>",
                nil
            ),
            ("<script type='application/ld+json'>{broken</script>", nil),
            ("<p><time datetime='2026-03-02'>x</time><time pubdate datetime='2026-03-01'>y</time></p>", "2026-03-01"),
            ("<p><time datetime='2026-03-02T10:00'>x</time></p>", "2026-03-02"),
        ] as [(String, String?)])
    func `the day is found where pages put it`(_ markup: String, _ day: String?) {
        let article = read("a.html", "<html>\(markup)<p>The envoy said the talks would go on as planned.</p>").first
        #expect(article.published?.description == day)
    }

    @Test func `the title is the best there is, without the outlet's name`() {
        let body = "<p>The envoy said the talks would go on as planned.</p>"
        #expect(
            read(
                "a.html",
                "<title>Talks resume - Harbour Post</title><meta property=og:site_name content='Harbour Post'>" + body
            ).first.title == "Talks resume")
        #expect(read("a.html", "<title>Talks resume | Harbour Post</title>" + body).first.title == "Talks resume")
        #expect(read("a.html", "<title>Old</title><h1>Talks\n resume</h1>" + body).first.title == "Talks resume")
        #expect(read("a.html", body).first.title == nil)
        #expect(read("a.html", body).first.text == "The envoy said the talks would go on as planned.")
    }

    @Test func `encodings other than UTF-8 are read by what the page declares`() {
        let cyrillic =
            Array("<meta charset=windows-1251><p>".utf8) + [0xCF, 0xE5, 0xF0, 0xE5, 0xE3, 0xEE, 0xE2, 0xEE, 0xF0, 0xFB]
            + Array(" and the talks go on all the time.</p>".utf8)
        let article = read("a.html", cyrillic).first
        #expect(article.text.hasPrefix("Переговоры and"))
        #expect(article.repairs.transcodedFrom == "windows-1251")
        let latin =
            Array("<meta charset=iso-8859-1><p>Le d".utf8) + [0xE9]
            + Array("bat continue, dit le maire de la ville.</p>".utf8)
        #expect(read("a.html", latin).first.text.hasPrefix("Le débat"))
        let lying = "<meta charset=iso-8859-1><p>Le débat continue, dit le maire de la ville.</p>"
        #expect(read("a.html", lying).first.text.hasPrefix("Le débat"))
    }

    @Test func `a bad byte in a declared encoding costs one character, and an unknown name is passed over`() {
        let words = " The envoy said the talks would go on.</p>"
        let chinese: [UInt8] =
            Array("<meta charset=gb2312><p>".utf8) + [0xD6, 0xD0, 0xFF, 0xCE, 0xC4] + Array(words.utf8)
        let article = read("a.html", chinese).first
        #expect(article.text == "中\u{FFFD}文 The envoy said the talks would go on.")
        #expect(article.repairs.replacedSequences == 1)
        let unknown = Array("<meta charset=harbour-7><p>d".utf8) + [0xE9] + Array("bat.\(words)".utf8)
        #expect(read("a.html", unknown).first.text == "débat. The envoy said the talks would go on.")
        #expect(read("a.html", unknown).first.repairs.transcodedFrom == "latin-1")
    }

    @Test func `a page drawn by script falls back to its linked data`() {
        let page =
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Talks\",\"articleBody\":\"The envoy came.\"}</script><div id=app></div>"
        #expect(read("a.html", page).first.text == "Talks\n\nThe envoy came.")
    }

    @Test(arguments: [
        String(repeating: "<div>", count: 100_000) + "The envoy said the talks would go on.",
        String(repeating: "<b><i>", count: 50_000) + "The envoy said the talks would go on.",
        String(repeating: "</div>", count: 50_000) + "<p>The envoy said the talks would go on.",
        "<p " + String(repeating: "a=1 ", count: 50_000) + ">The envoy said the talks would go on.</p>",
        "<!DOCTYPE html [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><p>&b;&b; The envoy said the talks would go on.</p>",
        "<p>The envoy said &#0;&#xD800;&#99999999;&bogus; the talks would go on.</p>",
        "<p>The envoy said <![CDATA[the talks]]> would go on.</p><script>while(1){</script",
        "<table><tr><td><p>The envoy said the talks would go on.<td><table>",
        "<svg><p>x</svg><math><p>y</math><p>The envoy said the talks would go on.</p>",
        "<p>The envoy said the talks would go on.<!-- never closed <p>hidden",
    ])
    func `hostile pages do no harm`(_ page: String) {
        let reading = read("a.html", page)
        #expect(reading.articles.count + reading.errors.count == 1)
        #expect(!reading.first.text.contains("hidden"))
    }

    @Test func `nothing is fetched, and no file is read for an entity`() {
        let folder = Folder(["secret.txt": "The secret words of the harbour."])
        let page =
            "<!DOCTYPE html [<!ENTITY x SYSTEM \"file://\(folder["secret.txt"])\">]><p>&x; The envoy said the talks would go on.</p>"
        #expect(!read("a.html", page).first.text.contains("secret words"))
    }

    @Test func `text never holds a carriage return or a mark without width`() {
        let page = "<p>The en\u{AD}voy\u{200B} said\r\nthe\u{A0}talks\u{2009}would\u{FEFF} go on and on.</p>"
        #expect(read("a.html", page).first.text == "The envoy said the talks would go on and on.")
    }
}
