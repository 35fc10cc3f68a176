import Corpora
import Discourse
import Testing

struct PlainTextTests {
    @Test(
        arguments: [
            ("Talks Resume in Harbour City\n\nThe envoy came.\n", "Talks Resume in Harbour City"),
            ("Talks resume in Harbour City\nThe envoy came.\n", "Talks resume in Harbour City"),
            ("\n\n  Will Norland Talk?  \n\nThe envoy came.", "Will Norland Talk?"),
            ("Envoy Leaves Norland After Talks Fail.\n\nThe envoy came.", "Envoy Leaves Norland After Talks Fail."),
            ("The envoy left the city after a day of talks.\n\nShe came back.", nil),
            ("The envoy came.", nil),
            ("Talks resume", nil), ("Mira Solen\n\nThe envoy came.", nil), ("By Mira Solen\n\nThe envoy came.", nil),
            ("• Talks resume in Norland\n\nThe envoy came.", nil),
            ("Talks:\n\nThe envoy came.", nil),
            ("Norland\n\nThe envoy came.", nil),
        ] as [(String, String?)])
    func `the first line is the title when it looks like a headline`(_ text: String, _ title: String?) {
        let article = read("a.txt", text).first
        #expect(article.title == title)
        #expect(article.text == text)
    }

    @Test func `the day is in the file name, or in a line of its own near the top`() {
        #expect(read("2026-03-01_x.txt", "Words.").first.published == Day(year: 2026, month: 3, day: 1))
        let dated = "Talks resume in Norland\n\nPublished: 2 March 2026\n\nThe envoy came."
        #expect(read("x.txt", dated).first.published == Day(year: 2026, month: 3, day: 2))
        #expect(read("2026-03-01_x.txt", dated).first.published == Day(year: 2026, month: 3, day: 1))
        #expect(read("x.txt", "Talks began on 2 March 2026.\n\nThe envoy came.").first.published == nil)
    }

    @Test func `a plain text names no outlet`() {
        let folder = Folder(["harbour-post/x.txt": "Words."])
        #expect(Reading([folder.path]).first.outlet == nil)
    }
}
