import ArgumentParser
import Reporting
import TextFiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a finished run in another form.",
        discussion: """
            FORMAT is one of
              sqlite       one database file with keys, indices and views
              brat         a folder of texts and annotations that brat shows and edits
              dna          documents and statements for Discourse Network Analyzer
              graphml      the agreement network of the actors, one file
              spreadsheet  CSV for spreadsheet programs: byte order mark, guarded against formulas
            The run must have its JSON files (--format json of analyze).

            Examples:
              demarche export sqlite Reports/november --output november.db
              demarche export brat Reports/november --output november-brat
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case sqlite, brat, dna, graphml, spreadsheet

        /// What the file or folder is called when no name is given.
        var ending: String {
            switch self {
            case .sqlite: ".db"
            case .graphml: ".graphml"
            default: "-" + rawValue
            }
        }

        var isFolder: Bool { self != .sqlite && self != .graphml }
    }

    @Argument(help: "sqlite, brat, dna, graphml or spreadsheet.")
    var format: Format

    @Argument(help: ArgumentHelp("The folder of a run.", valueName: "run"))
    var path: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file or folder to write; beside the run when not given.", valueName: "path"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "For graphml: positions an actor must have taken to stand in the network.", valueName: "count"))
    var least = 1

    func run() throws {
        let target = output ?? Export.trimmed(path) + format.ending
        let folder = format.isFolder ? try OutputFolder(target) : nil
        defer { folder?.removeIfUnused() }
        switch format {
        case .sqlite: try SQLiteExport(run: path).write(to: target)
        case .brat: try BratExport(run: path).write(to: target)
        case .dna: try DNAExport(run: path).write(to: target)
        case .graphml: try GraphMLExport(run: path, least: least).write(to: target)
        case .spreadsheet: try SpreadsheetExport(run: path).write(to: target)
        }
        Console.output("Written to \(target)\n")
    }

    private static func trimmed(_ path: String) -> String {
        var path = path[...]
        while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
        return String(path)
    }
}
