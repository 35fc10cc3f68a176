import Discourse

/// One opened input, which gives its articles one at a time.
protocol ArticleSource: AnyObject {
    /// The next article, without the final id, or what is wrong with the next record; nil at the end.
    func next() -> Result<Article, Problem>?
}

/// A file that is one article.
final class WholeFile: ArticleSource {
    private var source: TextSource?
    private let file: InputFile
    private let format: InputFormat
    private let limit: Int

    init(_ source: TextSource, _ file: InputFile, format: InputFormat, limit: Int) {
        (self.source, self.file, self.format, self.limit) = (source, file, format, limit)
    }

    func next() -> Result<Article, Problem>? {
        guard let source else { return nil }
        self.source = nil
        do throws(Problem) {
            let bytes = try source.readAll(limit: limit)
            return .success(try article(bytes, repairs: source.repairs))
        } catch {
            return .failure(error)
        }
    }

    private func article(_ bytes: [UInt8], repairs: Article.Repairs) throws(Problem) -> Article {
        var repairs = repairs
        var article = try format == .html ? page(bytes, &repairs) : text(bytes, &repairs)
        article.origin = Article.Origin(path: file.path)
        article.repairs = repairs
        return article
    }

    private func page(_ bytes: [UInt8], _ repairs: inout Article.Repairs) throws(Problem) -> Article {
        guard let article = HTMLPage.article(bytes, repairs: &repairs) else {
            throw Problem(.noArticleText, path: file.path)
        }
        return article
    }

    private func text(_ bytes: [UInt8], _ repairs: inout Article.Repairs) throws(Problem) -> Article {
        let before = repairs.replacedSequences
        let text = TextEncoding.decode(bytes, repairs: &repairs)
        // Noise without a zero byte can pass for text until it is decoded.
        if (repairs.replacedSequences - before) * 5 > bytes.count { throw Problem(.notText, path: file.path) }
        let name = FileName(file.name).stem
        let article = format == .markdown ? Markdown.article(text, name: name) : PlainText.article(text, name: name)
        if article.text.utf8.allSatisfy(Bytes.isSpace) { throw Problem(.blank, path: file.path) }
        return article
    }
}
