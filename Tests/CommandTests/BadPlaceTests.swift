import Foundation
import TestSupport
import Testing

/// Models that are damaged and places that cannot be written: one line, status 2, nothing half-written.
struct BadPlaceTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try folder.write("a.txt", "Mara Tellen, the mediator, said the talks would resume on Monday.\n")
    }

    private func demarche(_ arguments: String...) async throws -> Command {
        try await Command.demarche(arguments, in: folder.path)
    }

    private func isRefused(_ run: Command, _ line: String) {
        #expect(run.errorLines == [line])
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
    }

    @Test func `a stance model cut in half is named, and an older run stays as it was`() async throws {
        let model = try Data(contentsOf: URL(filePath: Repository.models + "/stance-peace-talks.safetensors"))
        try folder.write("half.safetensors", model.prefix(model.count / 2))
        #expect(try await demarche("analyze", "a.txt", "--output", "run", "--format", "csv").status == 0)
        let before = try ScratchFolder.contents(of: folder.path + "/run")
        let run = try await demarche("analyze", "a.txt", "--output", "run", "--model", "half.safetensors")
        #expect(run.errorLines.count == 1 && run.errors.hasPrefix("half.safetensors: "), "\(run.errors)")
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(try ScratchFolder.contents(of: folder.path + "/run") == before)
        #expect(try folder.names() == ["a.txt", "half.safetensors", "run"])
    }

    @Test func `a data folder with half an attribution model names it`() async throws {
        let files = FileManager.default
        try files.createDirectory(atPath: folder.path + "/data/Models", withIntermediateDirectories: true)
        try files.createSymbolicLink(atPath: folder.path + "/data/Lexicons", withDestinationPath: Repository.lexicons)
        for name in ["stance-peace-talks.safetensors", "tone.safetensors", "word-vectors.safetensors"] {
            try files.copyItem(atPath: Repository.models + "/" + name, toPath: folder.path + "/data/Models/" + name)
        }
        let model = try Data(contentsOf: URL(filePath: Repository.models + "/attribution.safetensors"))
        try folder.write("data/Models/attribution.safetensors", model.prefix(model.count / 2))
        let run = try await demarche("analyze", "a.txt", "--output", "run", "--data", "data")
        #expect(run.errorLines.count == 1, "\(run.errors)")
        #expect(run.errors.hasPrefix("data/Models/attribution.safetensors: "), "\(run.errors)")
        #expect(run.status == 2)
        #expect(try folder.names() == ["a.txt", "data"])
        try files.removeItem(atPath: folder.path + "/data/Models/attribution.safetensors")
        isRefused(
            try await demarche("analyze", "a.txt", "--output", "run", "--data", "data"),
            "data/Models/attribution.safetensors: cannot be read")
        isRefused(
            try await demarche("analyze", "a.txt", "--output", "run", "--data", "a.txt"),
            "a.txt: holds no folders Lexicons and Models")
    }

    @Test func `an output place that cannot be written is told, and left as it is`() async throws {
        isRefused(
            try await demarche("analyze", "a.txt", "--output", "a.txt/run"),
            "a.txt/run: cannot be written: Not a directory")
        isRefused(try await demarche("analyze", "a.txt", "--output", "a.txt"), "a.txt: is a file, not a folder")
        isRefused(
            try await demarche("analyze", "a.txt", "--output", "/proc/run"),
            "/proc/run: cannot be written: No such file or directory")
        try folder.write("mine/notes.txt", "not of a run")
        isRefused(
            try await demarche("analyze", "a.txt", "--output", "mine"),
            "mine: holds files that are not of a run; name another folder")
        isRefused(try await demarche("compare", "a.txt", "--output", "a.txt/x"), "a.txt/x: cannot be made")
        #expect(try folder.names() == ["a.txt", "mine"])
        #expect(try folder.names("mine") == ["notes.txt"])
    }

    @Test func `a folder that is no run, and one whose lines were changed, are refused`() async throws {
        isRefused(try await demarche("explain", "a.txt", "--actor", "x"), "a.txt/articles.jsonl: cannot be read")
        for name in ["articles.jsonl", "statements.jsonl"] {
            try folder.write("run/" + name, Data(contentsOf: URL(filePath: Repository.sampleReport + "/" + name)))
        }
        isRefused(try await demarche("explain", "run", "--actor", "nobody"), "run: has no statement of nobody")
        let text = try folder.text("run/statements.jsonl")
        try folder.write("run/statements.jsonl", text.split(separator: "\n").dropLast().joined(separator: "\n"))
        let cut = try await demarche("explain", "run", "--actor", "nobody")
        #expect(
            cut.status == 2 && cut.errorLines.count == 1 && cut.errors.hasPrefix("run/articles.jsonl:7: has "),
            "\(cut.errors)")
        try folder.write("run/statements.jsonl", String(text.prefix(text.count / 2)))
        let half = try await demarche("explain", "run", "--actor", "nobody")
        #expect(half.status == 2 && half.errors.hasSuffix("is not a line of a run\n") && half.errorLines.count == 1)
    }
}
