import Discourse
import Foundation
import Testing

@testable import Reporting

/// The files of a small run, as they stand in `Snapshots`. After a change that is meant to change them:
/// `UPDATE_SNAPSHOTS=1 swift test --filter SnapshotTests`, and look at the difference.
struct SnapshotTests {
    private static let folder = String(#filePath.dropLast("SnapshotTests.swift".count)) + "Snapshots"

    @Test func `a small run is what it was`() throws {
        let scratch = try ScratchFolder()
        let articles = SnapshotTests.articles
        let summary = try RunWriterTests.write(articles, to: scratch.path + "/run")
        var files = try scratch.contents(of: "run")
        files["table.txt"] = Array(ActorTable(summary).text().utf8)
        if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil { try SnapshotTests.update(files) }
        let names = try FileManager.default.contentsOfDirectory(atPath: SnapshotTests.folder)
        #expect(names.sorted() == files.keys.sorted())
        for name in names {
            let expected = Array(try Data(contentsOf: URL(filePath: SnapshotTests.folder + "/" + name)))
            // Not compared inside the expectation, which would print both files byte by byte.
            let isSame = files[name] == expected
            #expect(isSame, "\(name) is not what it was")
        }
    }

    /// Three articles and a wire copy.
    private static var articles: [AnalyzedArticle] {
        var press = SyntheticPress(seed: 7)
        return Array(press.articles(7).suffix(4))
    }

    private static func update(_ files: [String: [UInt8]]) throws {
        for (name, bytes) in files { try Data(bytes).write(to: URL(filePath: folder + "/" + name)) }
    }
}
