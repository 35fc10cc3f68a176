import Discourse
import Scoring
import TestSupport

/// The project's own lexicon and rules, found from this file.
enum Folder {
    static let sentiment: String = {
        let path = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return (path.dropLast(3) + ["Lexicons", "sentiment"]).joined(separator: "/")
    }()

    static let score = try! LexiconScorer(folder: sentiment)

    static func valence(_ text: String) -> Valence { score([Document.of(text).whole]) }
}
