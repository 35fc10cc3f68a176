import Discourse
import Foundation
import Testing

@testable import Reporting

/// Figures of time and memory, printed on demand:
/// `SCALE=20000 swift test -c release -Xswiftc -enable-testing --filter ScaleTests`.
struct ScaleTests {
    private static let scale = ProcessInfo.processInfo.environment["SCALE"].flatMap { Int($0) }

    @Test(.enabled(if: scale != nil))
    func `a large run takes little memory`() throws {
        let folder = try ScratchFolder()
        let output = ProcessInfo.processInfo.environment["REPORT_FOLDER"] ?? folder.path + "/run"
        let count = ScaleTests.scale!
        var press = SyntheticPress(seed: 7)
        let pool = press.articles(100)
        let writer = try RunWriter(output: output, settings: RunSettings(version: "1"))
        let clock = ContinuousClock()
        let base = ScaleTests.peakMegabytes
        let adding = try clock.measure {
            for index in 0..<count { try writer.add(ScaleTests.renamed(pool[index % pool.count], index)) }
        }
        let added = ScaleTests.peakMegabytes
        var summary: RunSummary?
        let finishing = try clock.measure { summary = try writer.finish() }
        print("\(count) articles, \(summary!.counts.statements) statements, \(summary!.counts.clusters) clusters")
        print("add \(adding), finish \(finishing); peak MB \(base), \(added), \(ScaleTests.peakMegabytes)")
        #expect(summary!.counts.articles == count)
    }

    /// The article under another id, with words of its own so that it is no copy.
    private static func renamed(_ analyzed: AnalyzedArticle, _ index: Int) -> PackedArticle {
        let codePoints = CodePoints(of: analyzed.document)
        var article = analyzed.article
        article.id = "press/\(index)"
        var row = ArticleRow(analyzed)
        row.id = article.id
        row.text += "\n\n" + (0..<300).map { "\(index * 7 + $0 * index)" }.joined(separator: " ")
        let statements = analyzed.statements.enumerated().map { number, scored in
            let statement = scored.statement
            let renamed = Statement(
                id: article.id + "#0\(number)", form: statement.form, source: statement.source, cue: statement.cue,
                content: statement.content, speaker: statement.speaker, confidence: statement.confidence)
            let rescored = ScoredStatement(statement: renamed, valence: scored.valence, stance: scored.stance)
            return StatementRow(rescored, article: article, codePoints: codePoints)
        }
        return PackedArticle(article: row, statements: statements)
    }

    private static var peakMegabytes: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) / 1024
    }
}
