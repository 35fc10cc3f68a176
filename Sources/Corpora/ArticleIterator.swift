import Discourse

/// The articles of a reader as they are asked for, and the tally of them. It is used from one task.
public final class ArticleIterator: IteratorProtocol {
    /// What came so far; complete after `next` returned nil.
    public private(set) var tally = IngestTally()
    private let options: ArticleReader.Options
    private var inputs: InputQueue
    private var current: (file: InputFile, source: any ArticleSource)?
    private var ids = UniqueIDs()

    init(_ reader: ArticleReader) {
        options = reader.options
        inputs = InputQueue(paths: reader.paths)
    }

    /// The next article or rejection; nil at the end.
    public func next() -> ArticleReader.Event? {
        while true {
            if let current, let reading = current.source.next() { return event(reading, current.file) }
            current = nil
            switch inputs.next() {
            case nil: return nil
            case .skipped(let reason): tally.skipped[reason, default: 0] += 1
            case .problem(let problem): return reject(problem)
            case .file(let file):
                do throws(Problem) {
                    current = (file, try open(file))
                } catch {
                    return reject(error)
                }
            }
        }
    }

    private func event(_ reading: Result<Article, Problem>, _ file: InputFile) -> ArticleReader.Event {
        switch reading {
        case .failure(let problem): return reject(problem)
        case .success(var article):
            let id = UniqueIDs.clean(article.id)
            article.id = ids.unique(id.isEmpty ? file.id : id)
            if article.id != id, !id.isEmpty { tally.renumberedIDs += 1 }
            tally.count(article)
            return .article(article)
        }
    }

    private func reject(_ problem: Problem) -> ArticleReader.Event {
        tally.count(problem)
        return .rejected(problem.fileError)
    }

    private func open(_ file: InputFile) throws(Problem) -> any ArticleSource {
        let isStandardInput = file.path == "-"
        let bytes =
            try isStandardInput ? ByteSource(descriptor: options.standardInput, path: "-") : ByteSource(path: file.path)
        let source = try TextSource(bytes)
        let limit = options.maximumBytes
        let format = isStandardInput ? options.standardInputFormat ?? ArticleIterator.format(of: source) : file.format
        switch format ?? ArticleIterator.formatOfUnknown(file, source) {
        case .jsonLines: return JSONLines(source, file, limit: limit)
        case .json: return JSONArray(source, file, limit: limit)
        case .csv: return CSVTable(source, file, limit: limit)
        case let single: return WholeFile(source, file, format: single, limit: limit)
        }
    }

    private static func format(of source: TextSource) -> InputFormat {
        source.opening.first == UInt8(ascii: "{") ? .jsonLines : .plainText
    }

    /// A pipe that stands in for a file has no name that could tell.
    private static func formatOfUnknown(_ file: InputFile, _ source: TextSource) -> InputFormat {
        FileSystem.kind(of: file.path) == .stream ? format(of: source) : .plainText
    }
}
