import ArgumentParser
import Discourse
import Scoring
import Segmentation
import TextFiles

/// Where the tables are, and which lexicon of tone is used.
struct LexiconOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder that holds Lexicons and Models.", valueName: "folder"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            "Another lexicon of tone: VADER, AFINN, a table of words and numbers, or a quanteda dictionary.",
            valueName: "file"))
    var lexicon: String?

    var root: DataRoot { get throws { try DataRoot(data) } }

    /// Tone by the shipped lexicon, or by the one that was named; the rules are ours in either case.
    func sentimentScorer() throws -> LexiconScorer {
        let folder = try root.lexicons + "/sentiment"
        guard let lexicon else { return try LexiconScorer(folder: folder) }
        let segment = Segmenter()
        return try LexiconScorer(lexicon: lexicon, rulesFolder: folder) { entry in
            let document = segment(Article(id: "", text: entry))
            return document.tokens.indices.map { document.text(of: $0) }
        }
    }
}
