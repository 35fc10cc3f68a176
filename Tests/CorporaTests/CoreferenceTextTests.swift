import Foundation
import Testing
import TextFiles

@testable import Corpora

struct CoreferenceTextTests {
    private func read(_ rows: [String]) throws -> (path: String, texts: [CoreferenceText]) {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).conllu").path
        let text = rows.map { $0.replacingOccurrences(of: " ", with: "\t") + "\n" }.joined()
            .replacingOccurrences(of: "#\t", with: "# ").replacingOccurrences(
                of: "newdoc\tid\t=\t", with: "newdoc id = ")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return (path, try CoreferenceText.read(path: path))
    }

    private func row(_ word: String, _ part: String, _ tag: String, _ misc: String) -> String {
        "1 \(word) _ \(part) \(tag) _ _ _ _ \(misc)"
    }

    @Test func `brackets become mentions of entities`() throws {
        let text = try read([
            "# newdoc id = a", "# newpar", row("Ada", "PROPN", "NNP", "Entity=(1-person-new"),
            row("Brill", "PROPN", "NNP", "Entity=1)"), row("saw", "VERB", "VBD", "_"),
            row("it", "PRON", "PRP", "Entity=(2-organization-new)|SpaceAfter=No"), row(".", "PUNCT", ".", "_"), "",
            "# newpar",
            row("Her", "PRON", "PRP$", "Entity=(3-object-new(1-person-giv)"), row("dog", "NOUN", "NN", "Entity=3)"),
        ]).texts[0]
        #expect(text.text == "Ada Brill saw it.\n\nHer dog")
        let bytes = Array(text.text.utf8)
        #expect(
            text.mentions.map {
                "\($0.entity) \($0.type) \(String(decoding: bytes[$0.bytes], as: UTF8.self)) \($0.isPronoun) \($0.isNamed)"
            } == [
                "1 person Ada Brill false true", "2 organization it true false", "1 person Her true false",
                "3 object Her dog false false",
            ])
    }

    @Test func `a bracket that closes nothing is an error with its line`() throws {
        #expect(throws: FileError.self) { try read(["# newdoc id = a", row("Ada", "PROPN", "NNP", "Entity=7)")]) }
    }
}
