import Foundation
import Testing

struct UsageTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func demarche(_ arguments: [String]) async throws -> Command {
        try await Command.demarche(arguments, in: folder.path)
    }

    @Test func `the version is one line`() async throws {
        let run = try await demarche(["--version"])
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.split(separator: ".").count == 3 && run.output.hasSuffix("\n"))
    }

    @Test(
        arguments: [
            [], ["analyze"], ["compare"], ["explain"], ["train"], ["train", "stance"], ["train", "attribution"],
            ["export"], ["check", "run"], ["evaluate"], ["evaluate", "attribution"], ["evaluate", "stance"],
            ["evaluate", "sentiment"],
        ])
    func `help has an example`(_ command: [String]) async throws {
        let run = try await demarche(command + ["--help"])
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.contains("Example"))
        #expect(run.output.contains("demarche " + (command.isEmpty ? "analyze" : command.joined(separator: " "))))
    }

    @Test func `exit statuses stand in the help, which is shown when nothing is asked`() async throws {
        let run = try await demarche([])
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.contains("Exit status: 0"))
    }

    @Test(
        arguments: [
            (["frob"], "Error: Unexpected argument 'frob'"),
            (["analyze"], "Error: Missing expected argument '<inputs> ...'"),
            (
                ["analyze", "a.txt", "--format", "pdf"],
                "Error: There is no format 'pdf'; there are csv, json, html, spreadsheet."
            ),
            (["analyze", "a.txt", "--format", ""], "Error: Name a format: csv, json, html, spreadsheet."),
            (["analyze", "a.txt", "--threads", "0"], "Error: --threads takes a number from 1 to 1024."),
            (["analyze", "a.txt", "--articles-shown", "-1"], "Error: --articles-shown takes 0 or more."),
            (["analyze", "a.txt", "--seed", "x"], "Error: The value 'x' is invalid for '--seed <seed>'"),
            (
                ["compare", "a.txt", "--by", "decade"],
                "Error: The value 'decade' is invalid for '--by <by>'. Please provide one of the following:"
            ),
            (["explain", "run"], "Error: Name a --statement or an --actor."),
            (["explain", "run", "--actor", "a", "--statement", "b"], "Error: Name a --statement or an --actor."),
        ] as [([String], String)])
    func `wrong usage is told in one sentence, with status 2`(_ arguments: [String], _ sentence: String) async throws {
        let run = try await demarche(arguments)
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errorLines.first == sentence)
        #expect(run.errors.contains("--help"))
        #expect(try folder.names().isEmpty)
    }
}
