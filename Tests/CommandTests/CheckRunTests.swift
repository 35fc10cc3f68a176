import Foundation
import TestSupport
import Testing

struct CheckRunTests {
    private let folder: ScratchFolder

    init() async throws {
        folder = try ScratchFolder()
        try folder.write("a.txt", "Talks resume\n\nMara Tellen, the mediator, said the talks would resume on Monday.\n")
        try folder.write("b.txt", "“We reject the ceasefire,” said Orlo Venn, the commander.\n")
        try folder.write("c.xyz.txt", "")
        let run = try await Command.demarche(
            ["analyze", "a.txt", "b.txt", "none.txt", "--seed", "7", "--caution", "-1", "--output", "run"],
            in: folder.path)
        #expect(run.status == 1)
    }

    private func check() async throws -> Command {
        try await Command.demarche(["check", "run", "run"], in: folder.path)
    }

    /// Changes one file of the run.
    private func change(_ name: String, _ text: String, to other: String) throws {
        let old = try String(decoding: folder.data("run/" + name), as: UTF8.self)
        #expect(old.contains(text))
        try folder.write("run/" + name, old.replacingOccurrences(of: text, with: other))
    }

    @Test func `a run made anew is the same`() async throws {
        let done = try await check()
        #expect(done.status == 0 && done.errors.isEmpty)
        #expect(done.output == "2 articles analysed anew: every cell and every file is the same.\n")
    }

    @Test func `the first cell that differs is named`() async throws {
        try change("statements.jsonl", "\"form\":\"direct\"", to: "\"form\":\"mixed\"")
        let done = try await check()
        #expect(done.status == 1)
        #expect(
            done.output
                == "run: differs from what is computed now: statements, row b#01, column form: 'mixed' is not 'direct'\n"
        )
    }

    @Test func `a change in a file that nothing is computed from is found too`() async throws {
        try change("report.html", "Table of actors", to: "Table of heroes")
        let done = try await check()
        #expect(done.status == 1 && done.output.hasPrefix("run: differs from what is computed now: report.html, line "))
    }

    @Test func `what is no run is said in one line`() async throws {
        let done = try await Command.demarche(["check", "run", "."], in: folder.path)
        #expect(done.status == 2 && done.errorLines == ["./datapackage.json: cannot be read"])
    }
}
