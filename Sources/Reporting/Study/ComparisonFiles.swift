import Discourse
import TextFiles

/// Writes a comparison into a folder.
public struct ComparisonFiles {
    private let report: ComparisonReport

    public init(_ report: ComparisonReport) { self.report = report }

    /// Writes each table as CSV and JSON, `comparison.html`, and `datapackage.json` last.
    ///
    /// - Throws: `FileError` when a file cannot be written.
    public func write(to folder: String, version: String) throws {
        for table in report.tables {
            try StagedFile.write(table.csv, to: folder + "/" + table.name + ".csv")
            try StagedFile.write(table.json, to: folder + "/" + table.name + ".json")
        }
        try StagedFile.write(report.html(version: version), to: folder + "/comparison.html")
        let package = ComparisonPackage(report, version: version)
        try StagedFile.write(package.json(), to: folder + "/" + DataPackage.fileName)
    }
}
