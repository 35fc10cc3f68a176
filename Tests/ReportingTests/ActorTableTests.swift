import Discourse
import Testing

@testable import Reporting

struct ActorTableTests {
    @Test func `columns are aligned and the rest is counted`() throws {
        var press = SyntheticPress(seed: 7)
        let folder = try ScratchFolder()
        let summary = try RunWriterTests.write(press.articles(12), to: folder.path + "/run")
        let text = ActorTable(summary, limit: 3).text()
        let lines = text.split(separator: "\n")
        #expect(Set(lines.dropLast().map { TextWidth.of(String($0)) }).count == 1)
        #expect(lines.count == 5 && lines.last == "… and 4 more actors in actors.csv")
        #expect(lines[0].hasPrefix("actor ") && lines[0].hasSuffix("  tone"))
    }

    @Test(arguments: [("plain", 5), ("e\u{301}", 1), ("中文", 4), ("🕊", 2), ("", 0)])
    func `width is counted in columns`(text: String, width: Int) { #expect(TextWidth.of(text) == width) }

    @Test func `a long name is cut at its column and cannot move the cursor`() {
        #expect(TextWidth.clipped("abcdefgh", to: 5) == "abcd…")
        #expect(TextWidth.clipped("a\u{1B}[2J\n", to: 20) == "a [2J ")
    }
}
