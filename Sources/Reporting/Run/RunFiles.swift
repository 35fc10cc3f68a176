import Discourse

/// The open files of a run, in the folder where it is being written.
final class RunFiles {
    private let folder: String
    private let csv: TableFiles?
    private let spreadsheet: TableFiles?
    private let json: JSONFiles?
    private var page: OutputFile.Facts?

    init(folder: String, formats: Set<RunFormat>) throws {
        self.folder = folder
        csv = formats.contains(.csv) ? try TableFiles(folder: folder, variant: .plain) : nil
        spreadsheet = formats.contains(.spreadsheet) ? try TableFiles(folder: folder, variant: .spreadsheet) : nil
        json = formats.contains(.json) ? try JSONFiles(folder: folder) : nil
    }

    func write(_ article: UnpackedArticle, _ cluster: ArticleCluster) throws {
        for table in [csv, spreadsheet] { try table?.write(article, cluster) }
        try json?.write(article, cluster)
    }

    func write(_ report: ActorReport) throws {
        for table in [csv, spreadsheet] { try table?.write(report) }
        try json?.write(report)
    }

    func write(principal report: ActorReport) throws {
        for table in [csv, spreadsheet] { try table?.write(principal: report) }
        try json?.write(principal: report)
    }

    func write(_ comparison: PackedRow) throws {
        for table in [csv, spreadsheet] { try table?.write(comparison) }
        try json?.write(comparison)
    }

    func writePage(_ html: [UInt8]) throws {
        let file = try OutputFile(folder: folder, name: "report.html")
        try file.appendRow(html)
        page = try file.finish()
    }

    /// Closes all files and writes `datapackage.json`, which lists them.
    func finish(settings: RunSettings, counts: RunCounts) throws {
        let resources = try csv?.finish() ?? []
        let further = try (json?.finish() ?? []) + (page.map { [$0] } ?? []) + (spreadsheet?.finish() ?? [])
        let package = DataPackage(settings: settings, counts: counts, resources: resources, further: further)
        let file = try OutputFile(folder: folder, name: DataPackage.fileName)
        try file.append(package.json())
        _ = try file.finish()
    }
}

extension RunFiles {
    static let names: Set<String> = Set(
        TableFiles.names(.plain) + TableFiles.names(.spreadsheet) + JSONFiles.names + [
            "report.html", DataPackage.fileName,
        ])

    /// Whether a folder with these names holds a run and nothing else, so that it may be replaced.
    static func areOfARun(_ names: [String]) -> Bool {
        names.contains(DataPackage.fileName) && names.allSatisfy(RunFiles.names.contains)
    }
}
