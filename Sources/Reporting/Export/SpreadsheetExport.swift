import Discourse
import TextFiles

/// The tables of a run as CSV for spreadsheet programs: with a byte order mark, CR LF, and text that a program would
/// take for a formula behind an apostrophe.
public struct SpreadsheetExport: Sendable {
    private let run: String

    /// - Parameter run: The folder of a run with its JSON files.
    public init(run: String) { self.run = run }

    /// Writes `articles.csv`, `statements.csv` and so on into a folder that is there.
    public func write(to folder: String) throws {
        for table in RunTables(path: run).all {
            try StagedFile.write(try SpreadsheetExport.csv(table, .spreadsheet), to: folder + "/" + table.name + ".csv")
        }
    }

    static func csv(_ table: RunTables.Table, _ variant: CSVFormat.Variant) throws -> [UInt8] {
        let format = CSVFormat(variant: variant)
        var bytes = format.byteOrderMark
        format.append(table.fields.map { .text($0.name) }, to: &bytes)
        try table.forEachRow { format.append($0, to: &bytes) }
        return bytes
    }
}
