import Discourse
import Foundation
import Scoring
import Segmentation

#if canImport(Glibc)
    import Glibc
#endif

/// Timed passes of tone by lexicon over a file of texts, one a line.
///
///     tone FILE LEXICON_FOLDER PASSES
///
/// Prints for each way of reading the CPU seconds of the fastest pass and the sum of the compounds, to be checked.
@main
struct ToneBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let passes = Int(arguments[3]), passes > 0 else {
            return print("usage: tone FILE LEXICON_FOLDER PASSES")
        }
        let lines = try String(contentsOfFile: arguments[1], encoding: .utf8).split(separator: "\n").map(String.init)
        let (score, segment) = (try LexiconScorer(folder: arguments[2]), Segmenter())
        // Blank lines make paragraphs, so that each text is read by itself, as in an article.
        let article = Article(id: "", text: lines.joined(separator: "\n\n"))
        let document = segment(article)

        func time(_ name: String, _ body: () -> Double) {
            var (fastest, answer) = (Double.infinity, 0.0)
            for _ in 0..<passes {
                let start = processSeconds
                answer = body()
                fastest = min(fastest, processSeconds - start)
            }
            print("\(name)\t\(lines.count)\t\(fastest)\t\(answer)")
        }
        time("apart") { lines.reduce(0) { $0 + score.compound([segment(Article(id: "", text: $1)).whole]) } }
        time("together") { sum(segment(article), score) }
        time("segmented") { sum(document, score) }
    }

    /// The compounds of all paragraphs, summed.
    private static func sum(_ document: Document, _ score: LexiconScorer) -> Double {
        document.paragraphs.reduce(0) { $0 + score.compound([document.passage($1.tokens)]) }
    }

    /// What the process has used of processors.
    private static var processSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
