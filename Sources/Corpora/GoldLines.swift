#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import TextFiles

/// The lines of a file made for measuring. Where articles are forgiven, gold is not: any fault is an error.
struct GoldLines {
    let path: String
    private let source: TextSource
    private let lines: LineReader

    /// - Throws: `FileError` when the file cannot be read, is empty or no text.
    init(path: String) throws {
        self.path = path
        do throws(Problem) {
            source = try TextSource(try ByteSource(path: path))
        } catch {
            throw FileSystem.kind(of: path) == .missing
                ? FileError(path: path, reason: Rejection.missing.rawValue) : error.fileError
        }
        lines = LineReader(source, limit: 64 << 20)
    }

    /// Whether the file holds JSON, not a table.
    var isJSON: Bool { source.opening.first == UInt8(ascii: "{") }

    /// The next line that is not blank.
    func next() throws -> (number: Int, bytes: [UInt8])? {
        do throws(Problem) {
            while let line = try lines.next() {
                guard let bytes = line.bytes else { throw Problem(.tooLarge, path: path, line: line.number) }
                if !bytes.allSatisfy(Bytes.isSpace) { return (line.number, bytes) }
            }
            return nil
        } catch {
            throw error.fileError
        }
    }

    /// Decodes each line as JSON.
    func forEach<Row: Decodable>(_ type: Row.Type, _ body: (Row, _ line: Int) throws -> Void) throws {
        let decoder = JSONDecoder()
        while let line = try next() { try body(try decode(type, line, decoder), line.number) }
    }

    /// Decodes one line as JSON.
    func decode<Row: Decodable>(
        _ type: Row.Type, _ line: (number: Int, bytes: [UInt8]), _ decoder: JSONDecoder = JSONDecoder()
    ) throws -> Row {
        do {
            return try decoder.decode(type, from: Data(line.bytes))
        } catch let error as DecodingError {
            throw FileError(path: path, line: line.number, reason: GoldLines.reason(error))
        }
    }

    private static func reason(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "has no field '\(key.stringValue)'"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "field '\(context.codingPath.map(\.stringValue).joined(separator: "."))' has the wrong type"
        default: Rejection.notJSON.rawValue
        }
    }
}

extension GoldLines {
    /// A row of a tab-separated table without quoting.
    struct Row {
        let path: String
        let line: Int
        fileprivate let columns: [String: Int]
        fileprivate let cells: [Substring]

        /// The cell of a column; nil when the table has no such column or the row ends before it.
        subscript(column: String) -> String? {
            guard let index = columns[column], index < cells.count else { return nil }
            return String(cells[index])
        }

        func required(_ column: String) throws -> String {
            guard let cell = self[column] else { throw error("has no column '\(column)'") }
            return cell
        }

        func error(_ reason: String) -> FileError { FileError(path: path, line: line, reason: reason) }
    }

    /// Reads the header and calls `body` with each row.
    func forEachRow(_ body: (Row) throws -> Void) throws {
        guard let header = try next() else { throw FileError(path: path, reason: "has no header row") }
        let names = cells(header.bytes).enumerated().map { (String($1), $0) }
        let columns = Dictionary(names, uniquingKeysWith: { first, _ in first })
        while let line = try next() {
            try body(Row(path: path, line: line.number, columns: columns, cells: cells(line.bytes)))
        }
    }

    private func cells(_ bytes: [UInt8]) -> [Substring] {
        let line = bytes.last == 0x0D ? bytes.dropLast() : bytes[...]
        return String(decoding: line, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
    }
}
