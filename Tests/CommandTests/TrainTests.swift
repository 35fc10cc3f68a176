import Foundation
import TestSupport
import Testing

struct TrainTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func train(_ statements: String, _ output: String) async throws -> Command {
        try await Command.demarche(["train", "stance", statements, "--output", output], in: folder.path)
    }

    @Test func `training twice gives the same bytes, and the model can be used`() async throws {
        let lines = try String(contentsOfFile: Repository.models + "/training/stance.jsonl", encoding: .utf8).split(
            separator: "\n")
        let some = lines.enumerated().filter { $0.offset % 9 == 0 }.map { String($0.element) }
        try folder.write("some.jsonl", some.joined(separator: "\n") + "\n")
        async let first = train("some.jsonl", "one.safetensors")
        async let second = train("some.jsonl", "two.safetensors")
        for run in try await [first, second] {
            #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
            #expect(run.output.contains("Learned from \(some.count) statements"))
            #expect(run.output.contains("macro-F1 0."))
        }
        #expect(try folder.data("one.safetensors") == folder.data("two.safetensors"))
        let run = try await Command.demarche(
            ["evaluate", "stance", "some.jsonl", "--model", "one.safetensors", "--predictions", "p.tsv"],
            in: folder.path)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(try folder.names() == ["one.safetensors", "p.tsv", "some.jsonl", "two.safetensors"])
    }

    @Test func `what cannot be learned from, and where it cannot be written, is told`() async throws {
        try folder.write("bad.jsonl", "{\"id\":\n")
        let bad = try await train("bad.jsonl", "m.safetensors")
        #expect(bad.status == 2 && bad.errorLines.count == 1 && bad.errors.hasPrefix("bad.jsonl:1: "), "\(bad.errors)")
        let missing = try await train("missing.jsonl", "m.safetensors")
        #expect(missing.status == 2 && missing.errorLines == ["missing.jsonl: does not exist"], "\(missing.errors)")
        try folder.write("empty.jsonl", "")
        let empty = try await train("empty.jsonl", "m.safetensors")
        #expect(empty.status == 2 && empty.errorLines.count == 1, "\(empty.errors)")
        let place = try await train(Repository.models + "/training/stance.jsonl", "bad.jsonl/m.safetensors")
        #expect(
            place.status == 2 && place.errorLines == ["bad.jsonl/m.safetensors: cannot be written"], "\(place.errors)")
        #expect(try folder.names() == ["bad.jsonl", "empty.jsonl"])
    }
}
