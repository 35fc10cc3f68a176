import Discourse
import Scoring
import TestSupport

/// The project's own lexicon and rules.
enum Folder {
    static let sentiment = Repository.lexicons + "/sentiment"

    static let score = try! LexiconScorer(folder: sentiment)

    static func valence(_ text: String) -> Valence { score([Document.of(text).whole]) }
}
