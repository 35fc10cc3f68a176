import ArgumentParser
import Discourse
import Scoring
import Segmentation
import TextFiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#endif

/// From text to compound, a line at a time, as a program that calls VADER does it.
struct SentimentBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sentiment", abstract: "Tone by lexicon of each line of a file, text in and compound out.")

    @Argument(help: "Texts, one a line.")
    var path: String

    @Option(help: "How often to go through the file; the fastest pass counts.")
    var passes = 20

    @Option(help: "The folder that holds Lexicons and Models.")
    var data: String?

    func run() throws {
        guard let bytes = FileManager.default.contents(atPath: path), let text = String(validating: bytes, as: UTF8.self)
        else { throw FileError(path: path, reason: "cannot be read as UTF-8") }
        let lines = text.split(separator: "\n").map(String.init)
        let score = try LexiconScorer(folder: DataRoot(data).lexicons + "/sentiment")
        let segment = Segmenter()
        // Blank lines make paragraphs, so that each text is read by itself, as in an article.
        let article = Article(id: "", text: lines.joined(separator: "\n\n"))
        let document = segment(article)
        let apart = fastest { lines.reduce(0) { $0 + score.compound([segment(Article(id: "", text: $1)).whole]) } }
        let together = fastest { SentimentBenchmark.sum(segment(article), score) }
        let segmented = fastest { SentimentBenchmark.sum(document, score) }
        for (name, result) in [("apart", apart), ("together", together), ("segmented", segmented)] {
            print("\(name)\t\(lines.count)\t\(result.seconds)\t\(result.answer)")
        }
    }

    /// The compounds of all paragraphs, summed.
    private static func sum(_ document: Document, _ score: LexiconScorer) -> Double {
        document.paragraphs.reduce(0) { $0 + score.compound([document.passage($1.tokens)]) }
    }

    private func fastest(_ body: () -> Double) -> (seconds: Double, answer: Double) {
        var (fastest, answer) = (Double.infinity, 0.0)
        for _ in 0..<max(passes, 1) {
            let start = SentimentBenchmark.processSeconds
            answer = body()
            fastest = min(fastest, SentimentBenchmark.processSeconds - start)
        }
        return (fastest, answer)
    }

    /// What the process has used of processors.
    private static var processSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
