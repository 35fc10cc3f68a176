import Discourse

/// A CSV file whose header names the columns: each row is one article.
final class CSVTable: ArticleSource {
    private let source: TextSource
    private let file: InputFile
    private let limit: Int
    private var reader: CSVReader?
    private var columns: [(field: ArticleRecord.Field, index: Int)] = []
    private var width = 0
    private var hasRows = false

    init(_ source: TextSource, _ file: InputFile, limit: Int) {
        (self.source, self.file, self.limit) = (source, file, limit)
        reader = CSVReader(source, limit: limit)
    }

    func next() -> Result<Article, Problem>? {
        guard let reader else { return nil }
        do throws(Problem) {
            if width == 0 { try readHeader(reader) }
            if let record = try reader.next() {
                hasRows = true
                return article(of: record)
            }
            self.reader = nil
            return hasRows ? nil : .failure(Problem(.blank, path: file.path))
        } catch {
            self.reader = nil
            return .failure(error)
        }
    }

    private func readHeader(_ reader: CSVReader) throws(Problem) {
        guard let header = try reader.next() else { throw Problem(.blank, path: file.path) }
        var repairs = Article.Repairs()
        let names = header.cells.indices.map { index in
            let cell = TextEncoding(of: Array(header[index])).decode(Bytes.trimmed(header[index]), repairs: &repairs)
            return cell.lowercased()
        }
        width = names.count
        columns = ArticleRecord.Field.allCases.compactMap { field in
            field.names.lazy.compactMap { names.firstIndex(of: $0) }.first.map { (field, $0) }
        }
        guard columns.contains(where: { $0.field == .text }) else { throw Problem(.noTextColumn, path: file.path) }
    }

    private func article(of record: CSVReader.Record) -> Result<Article, Problem> {
        if let fault = fault(of: record) { return .failure(fault.at(file.path, line: record.line)) }
        var repairs = source.repairs
        repairs.replacedSequences = 0
        let encoding = TextEncoding(of: record.bytes)
        var fields = ArticleRecord()
        for column in columns { fields[column.field] = encoding.decode(record[column.index], repairs: &repairs) }
        return fields.article()
            .map { $0.placed(in: file, line: record.line, repairs: repairs) }
            .mapError { $0.at(file.path, line: record.line) }
    }

    private func fault(of record: CSVReader.Record) -> RecordFault? {
        if record.isTooLarge { return RecordFault(.tooLarge, detail: "\(limit) bytes") }
        if record.isOpen { return RecordFault(.openQuote) }
        guard record.cells.count != width else { return nil }
        return RecordFault(.ragged, detail: "\(record.cells.count) cells, the header has \(width)")
    }
}
