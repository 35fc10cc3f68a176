import Discourse
import TextFiles

/// An article with the attributions that people marked in it.
public struct GoldAttributions: Sendable {
    public let article: Article
    /// In the order of the file.
    public let attributions: [AttributionSpans]

    public init(article: Article, attributions: [AttributionSpans]) {
        (self.article, self.attributions) = (article, attributions)
    }

    /// Reads JSON Lines of `id`, `text` and `attributions`, each with `source`, `cue` and `content` as lists of
    /// `[start, end]` in code points; or a folder of brat standoff, where the event `Attribution` has arguments
    /// `Source`, `Cue` and `Content`.
    ///
    /// - Throws: `FileError` with the line for anything that is not so: a missing field, an offset beyond the text.
    public static func read(path: String) throws -> [GoldAttributions] {
        if FileSystem.kind(of: path) == .folder { return try BratFolder(path: path).articles() }
        var articles: [GoldAttributions] = []
        try GoldLines(path: path).forEach(Row.self) { row, line in
            let index = CodePointIndex(row.text)
            let spans = try row.attributions.map { try $0.spans(in: index, path: path, line: line) }
            let article = Article(id: row.id, text: row.text, origin: Article.Origin(path: path, line: line))
            articles.append(GoldAttributions(article: article, attributions: spans))
        }
        return articles
    }

    /// Reads predictions in the same form, for articles whose texts are known.
    ///
    /// - Parameter articles: What the predictions are about.
    /// - Returns: One element for each of `articles`, empty where the file has no prediction.
    /// - Throws: `FileError` also for an id that is not among the articles or stands twice.
    public static func readPredictions(path: String, for articles: [GoldAttributions]) throws -> [[AttributionSpans]] {
        var predicted = [[AttributionSpans]?](repeating: nil, count: articles.count)
        let places = Dictionary(
            articles.enumerated().map { ($1.article.id, $0) }, uniquingKeysWith: { first, _ in first })
        try GoldLines(path: path).forEach(PredictionRow.self) { row, line in
            guard let place = places[row.id] else {
                throw FileError(path: path, line: line, reason: "'\(row.id)' is not in the gold data")
            }
            guard predicted[place] == nil else {
                throw FileError(path: path, line: line, reason: "'\(row.id)' stands twice")
            }
            let index = CodePointIndex(articles[place].article.text)
            predicted[place] = try row.attributions.map { try $0.spans(in: index, path: path, line: line) }
        }
        return predicted.map { $0 ?? [] }
    }

    /// Whether a file holds statements (`GoldStatement`) and not articles with attributions, by its first line.
    ///
    /// - Throws: `FileError` when it cannot be read.
    public static func areStatements(path: String) throws -> Bool {
        if FileSystem.kind(of: path) == .folder { return false }
        let lines = try GoldLines(path: path)
        guard lines.isJSON, let first = try lines.next() else { return false }
        return try lines.decode(Keys.self, first).isStatement
    }

    private struct Keys: Decodable {
        let isStatement: Bool

        init(from decoder: any Decoder) throws {
            let line = try decoder.container(keyedBy: CodingKeys.self)
            isStatement = line.contains(.content) && !line.contains(.attributions)
        }

        enum CodingKeys: CodingKey { case content, attributions }
    }

    private struct Row: Decodable {
        let id: String
        let text: String
        let attributions: [Offsets]
    }

    private struct PredictionRow: Decodable {
        let id: String
        let attributions: [Offsets]
    }

    private struct Offsets: Decodable {
        let source: [[Int]]?
        let cue: [[Int]]?
        let content: [[Int]]?

        func spans(in index: CodePointIndex, path: String, line: Int) throws -> AttributionSpans {
            func ranges(_ offsets: [[Int]]?) throws -> [Range<Int>] {
                try (offsets ?? []).map { pair in
                    guard pair.count == 2, let bytes = index.bytes(from: pair[0], to: pair[1]) else {
                        throw FileError(
                            path: path, line: line,
                            reason: "the span \(pair) is none in a text of \(index.count) code points")
                    }
                    return bytes
                }
            }
            return try AttributionSpans(source: ranges(source), cue: ranges(cue), content: ranges(content))
        }
    }
}
