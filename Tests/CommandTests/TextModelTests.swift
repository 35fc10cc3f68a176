import Foundation
import TestSupport
import Testing

struct TextModelTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try folder.write("texts.tsv", TextModelTests.table(90))
    }

    /// Invented texts on two targets; a word gives the stance away.
    private static func table(_ count: Int) -> String {
        let words = [["support", "welcome"], ["reject", "oppose"], ["describe", "mention"]]
        let labels = ["FAVOR", "AGAINST", "NONE"]
        let rows = (0..<count).map { number in
            "t\(number)\t\(number % 2 == 0 ? "Dams" : "Wind Power")\twe \(words[number % 3][number / 3 % 2]) plan \(number % 7)"
                + "\t\(labels[number % 3])\n"
        }
        return "id\ttarget\ttext\tlabel\n" + rows.joined()
    }

    private func demarche(_ arguments: String...) async throws -> Command {
        try await Command.demarche(arguments, in: folder.path)
    }

    @Test func `a table teaches one model several targets, which then judges, abstains and is looked into`()
        async throws
    {
        let train = try await demarche("train", "stance", "texts.tsv", "--model", "m.safetensors")
        #expect(train.status == 0 && train.errors.isEmpty, "\(train.errors)")
        #expect(train.output.hasPrefix("Learned from 90 texts on 2 targets; written to m.safetensors\n"))
        for part in ["Dams", "Wind Power", "macro_F1", "reliability", "at most 10 % wrong: "] {
            #expect(train.output.contains(part), "\(train.output)")
        }
        let evaluate = try await demarche(
            "evaluate", "stance", "texts.tsv", "--model", "m.safetensors", "--predictions", "p.tsv")
        #expect(
            evaluate.status == 0 && evaluate.output.contains("accuracy 100.00"), "\(evaluate.output)\(evaluate.errors)")
        #expect(try folder.lines("p.tsv").filter { !$0.isEmpty }.count == 91)
        let careful = try await demarche(
            "evaluate", "stance", "texts.tsv", "--model", "m.safetensors", "--max-risk", "0.2")
        #expect(careful.status == 0 && careful.output.hasPrefix("labels from probability "), "\(careful.errors)")
        let inspect = try await demarche("inspect", "model", "m.safetensors", "--target", "Dams", "--top", "2")
        #expect(inspect.status == 0 && inspect.output.hasPrefix("target Dams\n  favor\n"), "\(inspect.output)")
        #expect(inspect.output.contains("support"))
    }

    @Test(arguments: [
        (
            "id\ttarget\ttext\tlabel\na\tX\tyes\tFAVOR\nb\tX\tno\tMAYBE\n",
            "bad.tsv:3: label 'MAYBE' is none of favor, against, none"
        ),
        (
            "id\ttarget\ttext\tlabel\na\tX\tyes\tFAVOR\na\tX\tno\tAGAINST\n",
            "bad.tsv:3: the id 'a' stands twice, first at bad.tsv:2"
        ),
        (
            "id\ttarget\ttext\tlabel\na\tX\tyes\tFAVOR\nb\tX\tno\tFAVOR\n",
            "every text is labelled 'favor'; two labels at least are needed"
        ),
    ])
    func `what cannot teach is told in a line`(table: String, reason: String) async throws {
        try folder.write("bad.tsv", table)
        let run = try await demarche("train", "stance", "bad.tsv", "--output", "m.safetensors")
        #expect(run.status == 2 && run.errorLines == [reason], "\(run.errors)")
        #expect(try folder.names() == ["bad.tsv", "texts.tsv"])
    }

    @Test func `the shipped stance model can be looked into`() async throws {
        let run = try await demarche(
            "inspect", "model", Repository.models + "/stance-peace-talks.safetensors", "--top", "3")
        #expect(run.status == 0 && run.output.hasPrefix("target peace-talks\n  favor\n"), "\(run.errors)")
        let unknown = try await demarche(
            "inspect", "model", Repository.models + "/stance-peace-talks.safetensors", "--target", "x")
        #expect(unknown.status == 2 && unknown.errors.contains("has no target 'x'; it has peace-talks"))
    }

    @Test func `vectors are not made of a folder without an encoder`() async throws {
        let run = try await demarche("train", "vectors", folder.path, "--output", "v.safetensors")
        #expect(
            run.status == 2 && run.errorLines.count == 1 && run.errors.contains("vocab.txt: cannot be read"),
            "\(run.errors)")
    }
}
