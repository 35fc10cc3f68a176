#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A tab-separated data file of the project: a header row, then rows; `#` starts a line of comment.
///
///     for row in try TextTable(path: "Lexicons/cues.tsv").rows { row["cue"] … row.line }
///
/// Cells are not quoted, so they hold no tab and no line break. Blank lines are passed over.
public struct TextTable: Sendable {
    public let path: String
    public let columns: [String]
    /// The line of the header, from 1.
    public let headerLine: Int
    public let rows: [Row]

    /// - Throws: `FileError` when the file cannot be read, is not UTF-8, has no header, or a row has
    ///   another number of cells than the header.
    public init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FileError(path: path, reason: "cannot be read")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw FileError(path: path, reason: "is not valid UTF-8")
        }
        try self.init(text: text, path: path)
    }

    public init(text: String, path: String) throws {
        var columns: [String]?
        var headerLine = 0
        var rows: [Row] = []
        for (index, rawLine) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        {
            var line = Substring(rawLine)
            if line.utf8.last == UInt8(ascii: "\r") { line = Substring(rawLine.dropLast()) }
            if line.isEmpty || line.utf8.first == UInt8(ascii: "#") { continue }
            // Over bytes: a lexicon has ten thousand rows, and a search by characters made it the slowest thing to load.
            let cells = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(Substring($0)) }
            guard let header = columns else {
                columns = cells
                headerLine = index + 1
                continue
            }
            guard cells.count == header.count else {
                throw FileError(
                    path: path, line: index + 1, reason: "has \(cells.count) cells, the header has \(header.count)")
            }
            rows.append(Row(path: path, line: index + 1, columns: header, cells: cells))
        }
        guard let columns else { throw FileError(path: path, reason: "has no header row") }
        (self.path, self.columns, self.headerLine, self.rows) = (path, columns, headerLine, rows)
    }

    public struct Row: Sendable {
        public let path: String
        /// From 1, in the file.
        public let line: Int
        let columns: [String]
        public let cells: [String]

        /// The cell of a column; nil when the file has no such column.
        public subscript(column: String) -> String? { columns.firstIndex(of: column).map { cells[$0] } }

        /// The cell of a column that must be there.
        public func required(_ column: String) throws -> String {
            guard let cell = self[column] else { throw error("has no column '\(column)'") }
            return cell
        }

        /// The cell of a column that must hold a number.
        public func number(_ column: String) throws -> Double {
            let cell = try required(column)
            guard let value = Double(cell) else { throw error("column '\(column)' holds '\(cell)', not a number") }
            return value
        }

        public func error(_ reason: String) -> FileError { FileError(path: path, line: line, reason: reason) }
    }
}
