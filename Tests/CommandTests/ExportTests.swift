import Foundation
import TestSupport
import Testing

struct ExportTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func export(_ format: String, _ more: [String] = []) async throws -> Command {
        try await Command.demarche(["export", format, Repository.sampleReport] + more, in: folder.path)
    }

    @Test func `a run becomes a database`() async throws {
        let run = try await export("sqlite", ["--output", "samples.db"])
        #expect(run.status == 0 && run.errors.isEmpty && run.output == "Written to samples.db\n")
        #expect(try folder.data("samples.db").starts(with: "SQLite format 3".utf8))
        #expect(try folder.names() == ["samples.db"])
    }

    @Test(arguments: ["brat", "dna", "spreadsheet"])
    func `a run becomes a folder`(format: String) async throws {
        let run = try await export(format, ["-o", "out"])
        #expect(run.status == 0 && run.errors.isEmpty)
        let names = try folder.names("out")
        switch format {
        case "brat": #expect(names.count == 15 && names.contains("annotation.conf"))
        case "dna": #expect(names == ["documents.csv", "statements.csv", "statements_without_position.csv"])
        default:
            #expect(names == ["actors.csv", "articles.csv", "comparison.csv", "principals.csv", "statements.csv"])
            #expect(try folder.data("out/actors.csv").starts(with: [0xEF, 0xBB, 0xBF]))
        }
    }

    @Test func `a run becomes a network`() async throws {
        let run = try await export("graphml", ["--output", "net.graphml", "--least", "2"])
        #expect(run.status == 0)
        #expect(try folder.lines("net.graphml")[1].hasPrefix("<graphml "))
    }

    @Test func `what is no run, or no format, is said in one line`() async throws {
        let none = try await Command.demarche(["export", "sqlite", "."], in: folder.path)
        #expect(none.status == 2 && none.errorLines == ["./articles.jsonl: cannot be read"])
        #expect(try await export("xml").status == 2)
        #expect(try folder.names().isEmpty)
    }
}
