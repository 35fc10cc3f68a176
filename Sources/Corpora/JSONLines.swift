import Discourse

/// A file of JSON Lines: each line that is not blank is one article.
final class JSONLines: ArticleSource {
    private let source: TextSource
    private let file: InputFile
    private let limit: Int
    private var lines: LineReader?
    private var isBlank = true

    init(_ source: TextSource, _ file: InputFile, limit: Int) {
        (self.source, self.file, self.limit) = (source, file, limit)
        lines = LineReader(source, limit: limit)
    }

    func next() -> Result<Article, Problem>? {
        do throws(Problem) {
            while let line = try lines?.next() {
                if line.bytes?.allSatisfy(Bytes.isSpace) ?? false { continue }
                isBlank = false
                return article(of: line)
            }
        } catch {
            (lines, isBlank) = (nil, false)
            return .failure(error)
        }
        lines = nil
        defer { isBlank = false }
        return isBlank ? .failure(Problem(.blank, path: file.path)) : nil
    }

    private func article(of line: LineReader.Line) -> Result<Article, Problem> {
        guard var bytes = line.bytes else {
            return .failure(Problem(.tooLarge, path: file.path, line: line.number, detail: "\(limit) bytes"))
        }
        var repairs = source.repairs
        repairs.replacedSequences = 0
        if String(validating: bytes, as: UTF8.self) == nil {
            if bytes.last == 0x0D { bytes.removeLast() }
            bytes = Array(TextEncoding.decode(bytes, repairs: &repairs).utf8)
        }
        return ArticleRecord.decode(bytes).flatMap { $0.article() }
            .map { $0.placed(in: file, line: line.number, repairs: repairs) }
            .mapError { $0.at(file.path, line: line.number) }
    }
}

extension Article {
    /// The article of a record with its origin, and an id from its file and line where it brings none.
    func placed(in file: InputFile, line: Int, repairs: Repairs) -> Article {
        var article = self
        article.id = id.isEmpty ? "\(file.id):\(line)" : id
        article.origin = Origin(path: file.path, line: line)
        article.repairs = repairs
        article.repairs.carriageReturns = text.utf8.count { $0 == 0x0D }
        return article
    }
}
