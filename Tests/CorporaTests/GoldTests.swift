import Corpora
import Discourse
import Foundation
import TextFiles
import Testing

struct GoldTests {
    @Test func `attributions are read with byte ranges`() throws {
        let folder = Folder([
            "g.jsonl":
                #"{"id":"a","text":"Für Norland, Ösa said no.","attributions":[{"source":[[13,16]],"cue":[[17,21]],"content":[[0,11],[22,24]]},{"content":[[22,24]]}]}"#
        ])
        let gold = try GoldAttributions.read(path: folder["g.jsonl"])
        #expect(gold.map(\.article.id) == ["a"])
        let bytes = Array(gold[0].article.text.utf8)
        func words(_ ranges: [Range<Int>]) -> [String] { ranges.map { String(decoding: bytes[$0], as: UTF8.self) } }
        #expect(words(gold[0].attributions[0].source) == ["Ösa"])
        #expect(words(gold[0].attributions[0].cue) == ["said"])
        #expect(words(gold[0].attributions[0].content) == ["Für Norland", "no"])
        #expect(gold[0].attributions[1].source.isEmpty)
    }

    @Test func `predictions are read for the articles they are about`() throws {
        let folder = Folder([
            "g.jsonl":
                "{\"id\":\"a\",\"text\":\"é says no\",\"attributions\":[]}\n{\"id\":\"b\",\"text\":\"no\",\"attributions\":[]}",
            "p.jsonl": #"{"id":"b","attributions":[]}"# + "\n" + #"{"id":"a","attributions":[{"content":[[7,9]]}]}"#,
            "bad.jsonl": #"{"id":"c","attributions":[]}"#,
        ])
        let gold = try GoldAttributions.read(path: folder["g.jsonl"])
        #expect(
            try GoldAttributions.readPredictions(path: folder["p.jsonl"], for: gold) == [
                [AttributionSpans(content: [8..<10])], [],
            ])
        #expect(throws: FileError(path: folder["bad.jsonl"], line: 1, reason: "'c' is not in the gold data")) {
            try GoldAttributions.readPredictions(path: folder["bad.jsonl"], for: gold)
        }
    }

    @Test func `statements find their spans in the document, the line, or the context`() throws {
        let document = "Ösa, the envoy, spoke. She said talks must go on. She said no more."
        func row(_ extra: String) -> String {
            #"{"id":"d#1","doc":"d","source":{"start":50,"end":53,"text":"She"},"cue":{"start":54,"end":58,"text":"said"},"content":[{"start":59,"end":66,"text":"no more"}],"stance":"against","conditional":true,"sentiment":"negative","quality":"good","confidence":"low","selected":"random"\#(extra)}"#
        }
        let forms = [
            Folder(["s.jsonl": row(#","text":"\#(document)""#)]),
            Folder(["s.jsonl": row(#","doc_text":"\#(document)""#)]),
            Folder(["s.jsonl": row(""), "s_docs.jsonl": #"{"id":"d","text":"\#(document)"}"#]),
            Folder([
                "s.jsonl": row(
                    #","before":"Ösa spoke. She said talks must go on.","context":"She said no more.","outlet":"Harbour Post","date":"2026-03-01""#
                )
            ]),
        ]
        for (number, folder) in forms.enumerated() {
            let statement = try #require(try GoldStatement.read(path: folder["s.jsonl"]).first)
            let bytes = Array(statement.article.text.utf8)
            let source = try #require(statement.source)
            #expect(
                String(decoding: bytes[source.lowerBound...], as: UTF8.self) == "She said no more.", "form \(number)")
            #expect(String(decoding: bytes[try #require(statement.cue)], as: UTF8.self) == "said")
            #expect(statement.content.map { String(decoding: bytes[$0], as: UTF8.self) } == ["no more"])
            #expect(statement.label == "against" && statement.conditional && statement.sentiment == "negative")
            #expect(statement.target == "peace-talks" && statement.group == "d" && statement.quality == "good")
            #expect(statement.article.outlet == (number == 3 ? "Harbour Post" : nil))
        }
    }

    @Test func `in a context the words nearest to their place are taken`() throws {
        let row =
            #"{"id":"1","source":{"start":109,"end":111,"text":"He"},"cue":null,"content":[{"start":117,"end":119,"text":"no"},{"start":124,"end":127,"text":"yes"}],"before":"no yes. He said no.","context":"He said no and yes, He no."}"#
        let folder = Folder(["s.jsonl": row])
        let statement = try #require(try GoldStatement.read(path: folder["s.jsonl"]).first)
        #expect(statement.article.text == "no yes. He said no. He said no and yes, He no.")
        #expect(statement.source == 20..<22)
        #expect(statement.content == [28..<30, 35..<38])
    }

    @Test func `a table of statements takes the whole text`() throws {
        let folder = Folder(["s.tsv": "id\ttarget\ttext\tlabel\r\n#1\tHarbour\t\"Für\" all\tFAVOR\r\n\r\n"])
        let statement = try #require(try GoldStatement.read(path: folder["s.tsv"]).first)
        #expect(statement.id == "#1" && statement.target == "Harbour" && statement.label == "FAVOR")
        #expect(statement.article.text == "\"Für\" all")
        #expect(statement.content == [0..<10])
    }

    @Test func `texts are read with ratings, labels and targets`() throws {
        let folder = Folder([
            "r.tsv": "id\trating\tsd\ttext\n1_1\t-1.5\t\tA bad day.\n",
            "l.tsv": "id\ttarget\tstart\tend\tmore_mentions\tlabel\ttext\nt1\tÖsa\t4\t7\t\tpositive\tFür Ösa!\n",
        ])
        #expect(try GoldText.read(path: folder["r.tsv"]) == [GoldText(id: "1_1", text: "A bad day.", rating: -1.5)])
        #expect(
            try GoldText.read(path: folder["l.tsv"]) == [
                GoldText(id: "t1", text: "Für Ösa!", label: "positive", target: 5..<9)
            ])
    }

    @Test(
        arguments: [
            (
                "g.jsonl", #"{"id":"a","text":"abc","attributions":[{"content":[[0,4]]}]}"#, 1,
                "the span [0, 4] is none in a text of 3 code points"
            ),
            ("g.jsonl", "{\"id\":\"a\",\"text\":\"abc\",\"attributions\":[]}\n{", 2, "is not valid JSON"),
            ("g.jsonl", #"{"id":"a","attributions":[]}"#, 1, "has no field 'text'"),
            ("g.jsonl", #"{"id":7,"text":"","attributions":[]}"#, 1, "field 'id' has the wrong type"),
            ("none.jsonl", nil, nil, "does not exist"),
            ("g.jsonl", "", nil, "is empty"),
        ] as [(String, String?, Int?, String)])
    func `a fault in gold is an error with its line`(_ name: String, _ content: String?, _ line: Int?, _ reason: String)
    {
        let folder = Folder()
        if let content { folder.write(name, content) }
        #expect(throws: FileError(path: folder[name], line: line, reason: reason)) {
            try GoldAttributions.read(path: folder[name])
        }
    }

    @Test(arguments: [
        (#"{"id":"a","content":[{"start":0,"end":2,"text":"xy"}],"text":"no"}"#, "the span 0-2 does not hold 'xy'"),
        (#"{"id":"a","content":[{"start":0,"end":2,"text":"xy"}],"context":"no"}"#, "the span 0-2 does not hold 'xy'"),
        (#"{"id":"a","content":[],"text":"no"}"#, "has no content"),
        (#"{"id":"a","doc":"d","content":[{"start":0,"end":2}]}"#, "has no text"),
    ])
    func `a statement without its words is an error`(_ row: String, _ reason: String) {
        let folder = Folder(["s.jsonl": row])
        #expect(throws: FileError(path: folder["s.jsonl"], line: 1, reason: reason)) {
            try GoldStatement.read(path: folder["s.jsonl"])
        }
    }

    @Test func `a rating that is no number, and offsets that miss the target, are errors`() {
        let folder = Folder([
            "r.tsv": "id\trating\ttext\n1\tgood\tx\n",
            "t.tsv": "id\ttarget\tstart\tend\tlabel\ttext\n1\tab\t0\t1\tneutral\tab\n",
        ])
        #expect(throws: FileError(path: folder["r.tsv"], line: 2, reason: "column 'rating' holds 'good', not a number"))
        { try GoldText.read(path: folder["r.tsv"]) }
        #expect(throws: FileError(path: folder["t.tsv"], line: 2, reason: "the offsets do not hold the target 'ab'")) {
            try GoldText.read(path: folder["t.tsv"])
        }
    }
}
