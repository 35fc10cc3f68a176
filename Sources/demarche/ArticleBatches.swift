import Corpora
import Discourse
import TextFiles

/// The articles of the inputs in batches that are worth a task; what is rejected is reported at once.
final class ArticleBatches {
    private let articles: ArticleIterator
    private let reject: (FileError) -> Void

    /// A batch ends at this many bytes of text or articles.
    private static let bytes = 65_536
    private static let count = 32

    init(_ paths: [String], reject: @escaping (FileError) -> Void) {
        articles = ArticleReader(paths: paths).makeIterator()
        self.reject = reject
    }

    var tally: IngestTally { articles.tally }

    /// nil at the end.
    func next() -> [Article]? {
        var batch: [Article] = []
        var bytes = 0
        while bytes < ArticleBatches.bytes, batch.count < ArticleBatches.count, let event = articles.next() {
            switch event {
            case .article(let article):
                batch.append(article)
                bytes += article.text.utf8.count
            case .rejected(let error):
                Console.error(String(describing: error))
                reject(error)
            }
        }
        return batch.isEmpty ? nil : batch
    }
}
