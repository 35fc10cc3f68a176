import Foundation
import Testing

struct StandardInputTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private static let sentence = "Mara Tellen, the mediator, said the talks would resume on Monday."

    @Test func `a plain text on standard input is one article`() async throws {
        let run = try await Command.demarche(
            ["analyze", "-", "--output", "run", "--format", "json"], in: folder.path,
            input: StandardInputTests.sentence + "\n")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.contains("1 articles read, 1 analysed, 0 rejected"))
        let statements = try folder.lines("run/statements.jsonl")
        #expect(statements.count == 1)
        #expect(statements[0].contains("\"name\":\"Mara Tellen\""))
        #expect(
            try folder.names("run") == [
                "actors.json", "articles.jsonl", "comparison.json", "datapackage.json", "principals.json",
                "statements.jsonl",
            ])
    }

    @Test func `JSON Lines on standard input are articles, and a bad line has its number`() async throws {
        let lines = [
            "{\"id\":\"a\",\"text\":\"\(StandardInputTests.sentence)\"}", "{\"text\":7}",
            "{\"id\":\"b\",\"text\":\"Rain.\"}",
        ]
        let run = try await Command.demarche(
            ["analyze", "-", "--output", "run", "--format", "csv"], in: folder.path,
            input: lines.joined(separator: "\n"))
        #expect(run.status == 1)
        #expect(run.errorLines == ["-:2: has no field 'text' that holds a string"])
        #expect(try folder.lines("run/articles.csv").dropFirst().map { $0.prefix(2) } == ["a,", "b,"])
    }

    @Test func `caution may be below zero`() async throws {
        let run = try await Command.demarche(
            ["analyze", "-", "--output", "run", "--format", "csv", "--caution", "-2"], in: folder.path,
            input: StandardInputTests.sentence)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(try folder.text("run/datapackage.json").contains("\"caution\": \"-2\""))
    }

    @Test func `nothing on standard input is an error`() async throws {
        let run = try await Command.demarche(["analyze", "-", "--output", "run"], in: folder.path)
        #expect(run.status == 2)
        #expect(run.errorLines == ["-: is empty", "run: not written: no article could be read"])
    }
}
