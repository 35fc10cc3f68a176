import Corpora
import Discourse
import TextFiles
import Testing

struct BratFolderTests {
    private static let text = "Ösa Varga said\nthe bridge, she hopes, is open. “No,” Ivo Brandl replied.\n"
    private static let annotations = """
        T1	Source 0 9	Ösa Varga
        T2	Cue 10 14	said
        T3	Content 15 25;38 45	the bridge is open
        T4	Attribution 10 14	said
        E1	Attribution:T4 Source:T1 Cue:T2 Content:T3
        T5	Content 47 52	“No,”
        T6	Source 53 63	Ivo Brandl
        T7	Cue 64 71	replied
        E2	Attribution:T7 Source:T6 Content:T5
        T8	Discuss 0 3	Ösa
        A1	Sure E1
        R1	Follows Arg1:E1 Arg2:E2
        #1	AnnotatorNotes T8	who is this?
        E3	Attribution:T4 Source:T1

        """

    @Test func `events become attributions, fragments and code points included`() throws {
        let folder = Folder(["b.txt": Self.text, "b.ann": Self.annotations, "a.txt": "Nothing.", "a.ann": ""])
        let gold = try GoldAttributions.read(path: folder.path)
        #expect(gold.map(\.article.id) == ["a", "b"])
        #expect(gold[0].attributions.isEmpty)
        let bytes = Array(Self.text.utf8)
        func words(_ ranges: [Range<Int>]) -> [String] { ranges.map { String(decoding: bytes[$0], as: UTF8.self) } }
        #expect(gold[1].attributions.map { words($0.source) } == [["Ösa Varga"], ["Ivo Brandl"]])
        #expect(gold[1].attributions.map { words($0.cue) } == [["said"], ["replied"]])
        #expect(gold[1].attributions.map { words($0.content) } == [["the bridge", "is open"], ["“No,”"]])
    }

    @Test func `a folder and JSON Lines with the same spans read the same`() throws {
        let folder = Folder(["b.txt": Self.text, "b.ann": Self.annotations])
        let json = Folder([
            "g.jsonl":
                #"{"id":"b","text":"Ösa Varga said\nthe bridge, she hopes, is open. “No,” Ivo Brandl replied.\n","attributions":[{"source":[[0,9]],"cue":[[10,14]],"content":[[15,25],[38,45]]},{"source":[[53,63]],"cue":[[64,71]],"content":[[47,52]]}]}"#
        ])
        let (brat, lines) = (
            try GoldAttributions.read(path: folder.path), try GoldAttributions.read(path: json["g.jsonl"])
        )
        #expect(brat.map(\.article.text) == lines.map(\.article.text))
        #expect(brat.map(\.attributions) == lines.map(\.attributions))
    }

    @Test func `several contents are one, and a span split at a line end is whole`() throws {
        let folder = Folder([
            "a.txt": "Varga said no\nand no again, then left.",
            "a.ann": """
            E1	Attribution:T2 Source:T1 Cue:T2 Content:T3 Content2:T4
            T1	Source 0 5	Varga
            T2	Cue 6 10	said
            T3	Content 11 13;14 20	no and no
            T4	Content 28 37	then left
            """,
        ])
        let gold = try GoldAttributions.read(path: folder.path)
        #expect(
            gold[0].attributions == [AttributionSpans(source: [0..<5], cue: [6..<10], content: [11..<20, 28..<37])])
    }

    @Test(arguments: [
        ("T1\tSource 0 99\tVarga", "the offsets '0 99' are none in a text of 14 code points"),
        ("T1\tSource 0 5\tBrandl", "the offsets hold 'Varga', not 'Brandl'"),
        ("T1\tSource 0 5", "a span has three cells: id, label with offsets, words"),
        ("T1\tCue 6 10\tsaid\nE1\tAttribution:T1 Source:T9", "there is no span 'T9'"),
        ("T1\tCue 6 10\tsaid\nT1\tCue 6 10\tsaid", "'T1' stands twice"),
    ])
    func `a fault names file and line`(annotations: String, reason: String) {
        let folder = Folder(["a.txt": "Varga said no.", "a.ann": annotations])
        let line = annotations.split(separator: "\n").count
        #expect(throws: FileError(path: folder["a.ann"], line: line, reason: reason)) {
            try GoldAttributions.read(path: folder.path)
        }
    }

    @Test func `a text without annotations, or the other way round, is a fault`() {
        let text = Folder(["a.txt": "Varga said no.", "b.txt": "No.", "b.ann": ""])
        #expect(throws: FileError(path: text["a.txt"], reason: "has no .ann file beside it")) {
            try GoldAttributions.read(path: text.path)
        }
        let annotations = Folder(["a.ann": ""])
        #expect(throws: FileError(path: annotations["a.ann"], reason: "has no .txt file beside it")) {
            try GoldAttributions.read(path: annotations.path)
        }
    }
}
