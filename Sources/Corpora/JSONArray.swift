#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import Discourse

/// A `.json` file: an array of articles, or one article, or lines of them. It is held in memory as a whole.
final class JSONArray: ArticleSource {
    private let file: InputFile
    private var readings: ArraySlice<Result<Article, Problem>>

    init(_ source: TextSource, _ file: InputFile, limit: Int) {
        self.file = file
        do throws(Problem) {
            var repairs = source.repairs
            let text = TextEncoding.decode(try source.readAll(limit: limit), repairs: &repairs)
            readings = JSONArray.readings(Array(text.utf8), file, repairs)[...]
        } catch {
            readings = [.failure(error)]
        }
    }

    func next() -> Result<Article, Problem>? { readings.popFirst() }

    private static func readings(
        _ bytes: [UInt8], _ file: InputFile, _ repairs: Article.Repairs
    ) -> [Result<Article, Problem>] {
        guard bytes.first(where: { !Bytes.isSpace($0) }) == UInt8(ascii: "[") else {
            let record = ArticleRecord.decode(bytes)
            if case .failure(let fault) = record, fault.rejection == .notJSON { return lines(bytes, file, repairs) }
            return [reading(record, 1, of: 1, file, repairs)]
        }
        guard let array = try? JSONDecoder().decode(ArticleArray.self, from: Data(bytes)) else {
            return [.failure(Problem(.notJSON, path: file.path))]
        }
        guard !array.records.isEmpty else { return [.failure(Problem(.blank, path: file.path))] }
        return array.records.enumerated().map { reading($1, $0 + 1, of: array.records.count, file, repairs) }
    }

    /// Some tools write JSON Lines into files that end in `.json`.
    private static func lines(
        _ bytes: [UInt8], _ file: InputFile, _ repairs: Article.Repairs
    ) -> [Result<Article, Problem>] {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let records = lines.enumerated().filter { !$1.allSatisfy(Bytes.isSpace) }
            .map { (line: $0 + 1, record: ArticleRecord.decode(Array($1))) }
        guard records.count > 1, case .success = records[0].record else {
            return [.failure(Problem(.notJSON, path: file.path))]
        }
        return records.map { line, record in
            record.flatMap { $0.article() }
                .map { $0.placed(in: file, line: line, repairs: repairs) }
                .mapError { $0.at(file.path, line: line) }
        }
    }

    /// Records of an array have no line that could be told; the message numbers them.
    private static func reading(
        _ record: Result<ArticleRecord, RecordFault>, _ number: Int, of count: Int, _ file: InputFile,
        _ repairs: Article.Repairs
    ) -> Result<Article, Problem> {
        record.flatMap { $0.article() }
            .map { article in
                var placed = article.placed(in: file, line: number, repairs: repairs)
                placed.origin.line = nil
                if article.id.isEmpty, count == 1 { placed.id = file.id }
                return placed
            }
            .mapError { fault in
                Problem(fault.rejection, path: file.path, detail: count == 1 ? fault.detail : "record \(number)")
            }
    }
}
