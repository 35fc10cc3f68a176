import Discourse
import Foundation
import TextFiles
import Testing

@testable import Reporting

struct RunWriterTests {
    private static let settings = RunSettings(
        version: "0.1.0", sources: [RunSettings.Source(kind: "model", name: "stance", version: "1", sha256: "ab")],
        options: [RunSettings.Option(name: "language", value: "en")], formats: Set(RunFormat.allCases))

    @discardableResult
    static func write(_ articles: [AnalyzedArticle], to output: String, _ settings: RunSettings = settings) throws -> RunSummary {
        let writer = try RunWriter(output: output, settings: settings)
        for article in articles { try writer.add(PackedArticle(article)) }
        return try writer.finish()
    }

    @Test func `any order of the articles gives the same bytes`() throws {
        var press = SyntheticPress(seed: 7)
        let articles = press.articles(40)
        let folder = try ScratchFolder()
        try RunWriterTests.write(articles, to: folder.path + "/a")
        for seed in 1...3 {
            var random = SplitMix64(seed: UInt64(seed))
            try RunWriterTests.write(articles.shuffled(using: &random), to: folder.path + "/b")
            let (a, b) = (try folder.contents(of: "a"), try folder.contents(of: "b"))
            #expect(a.keys.sorted() == b.keys.sorted())
            for name in a.keys { #expect(a[name] == b[name], "\(name) differs") }
        }
    }
}
