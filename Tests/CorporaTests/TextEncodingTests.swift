import Corpora
import Discourse
import Testing

@testable import Corpora

struct TextEncodingTests {
    private static let text = "Señor Álvaro’s “plan” costs 5 € – naïve? Für Køln: “já”… à la carte."

    @Test func `a byte order mark is taken off and noted`() {
        let article = read("a.txt", [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)).first
        #expect(article.text == Self.text)
        #expect(article.repairs.byteOrderMark)
        #expect(article.repairs.transcodedFrom == nil)
    }

    @Test(arguments: [true, false], [true, false])
    func `UTF-16 is read by its mark or by its zeros`(_ isBigEndian: Bool, _ hasMark: Bool) {
        let units = Array(("Plain words, mostly. " + Self.text + " 𝄞").utf16)
        let bytes = ((hasMark ? [0xFEFF] : []) + units).flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isBigEndian ? [high, low] : [low, high]
        }
        let article = read("a.txt", bytes).first
        #expect(article.text == "Plain words, mostly. " + Self.text + " 𝄞")
        #expect(article.repairs.transcodedFrom == (isBigEndian ? "utf-16be" : "utf-16le"))
        #expect(article.repairs.byteOrderMark == hasMark)
    }

    @Test func `JSON Lines and tables may be UTF-16 too`() {
        func utf16(_ text: String) -> [UInt8] {
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        }
        #expect(
            read("a.jsonl", utf16("{\"text\":\"Für\"}\n{\"text\":\"já\"}\n")).articles.map(\.text) == ["Für", "já"])
        #expect(read("a.csv", utf16("text;id\nFür;1\n")).articles.map(\.text) == ["Für"])
    }

    @Test func `Latin-1 is read as such, with the marks of Windows`() {
        let latin = read(
            "a.txt", Array("Le maire de Saint-".utf8) + [0xC9] + Array("tienne a d".utf8) + [0xE9, 0x6A, 0xE0, 0x2E]
        ).first
        #expect(latin.text == "Le maire de Saint-Étienne a déjà.")
        #expect(latin.repairs.transcodedFrom == "latin-1")
        let windows = read(
            "a.txt",
            Array("He said ".utf8) + [0x93] + Array("no".utf8) + [0x94] + Array(" \u{2D} it".utf8) + [0x92, 0x73]
        ).first
        #expect(windows.text == "He said “no” - it’s")
        #expect(windows.repairs.transcodedFrom == "windows-1252")
        #expect(windows.repairs.replacedSequences == 0)
    }

    @Test(
        arguments: [
            (Array("Für und ".utf8) + [0xFF] + Array(" wider".utf8), "Für und \u{FFFD} wider", 1),
            (Array("a ".utf8) + [0xFF, 0xFE] + Array(" b plain".utf8), "a \u{FFFD}\u{FFFD} b plain", 2),
            (Array("the end of a “quo".utf8) + [0xE2, 0x80], "the end of a “quo\u{FFFD}", 1),
            (Array("a \u{FFFD} stays “one” ".utf8) + [0xC3], "a \u{FFFD} stays “one” \u{FFFD}", 1),
            (Array("open ".utf8) + [0xC3, 0x28] + Array(" bracket".utf8), "open \u{FFFD}( bracket", 1),
        ] as [([UInt8], String, Int)])
    func `broken UTF-8 is mended and counted`(_ bytes: [UInt8], _ text: String, _ count: Int) {
        let article = read("a.txt", bytes).first
        #expect(article.text == text)
        #expect(article.repairs.replacedSequences == count)
        #expect(article.repairs.transcodedFrom == nil)
    }

    @Test func `carriage returns stay and are counted`() {
        let article = read("a.txt", "One.\r\n\r\nTwo.\rThree.\n").first
        #expect(article.text == "One.\r\n\r\nTwo.\rThree.\n")
        #expect(article.repairs.carriageReturns == 3)
        #expect(read("a.jsonl", "{\"text\":\"One.\\r\\nTwo.\"}\r\n").first.repairs.carriageReturns == 1)
    }

    @Test func `a line of JSON that is not UTF-8 is decoded by itself`() {
        let reading = read(
            "a.jsonl", Array("{\"text\":\"Für alle.\"}\n{\"text\":\"F".utf8) + [0xFC] + Array("r alle.\"}\n".utf8))
        #expect(reading.articles.map(\.text) == ["Für alle.", "Für alle."])
        #expect(reading.articles.map(\.repairs.transcodedFrom) == [nil, "latin-1"])
    }

    @Test func `a byte order mark inside a string stays, so that offsets hold`() {
        #expect(read("a.jsonl", "{\"text\":\"one\u{FEFF}two\"}").first.text.unicodeScalars.count == 7)
    }

    @Test func `UTF-16 comes out the same wherever its blocks are cut`() {
        let text = "a“b”𝄞c\u{D7FF}\u{E000}é"
        let units: [[UInt8]] = text.utf16.map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let bytes: [UInt8] = Array(units.joined()) + [0x00, 0xD8, 0x41]
        for cut in 0...bytes.count {
            for second in cut...bytes.count {
                var transcode = UTF16Transcoder(isBigEndian: false)
                let output =
                    transcode(Array(bytes[..<cut])) + transcode(Array(bytes[cut..<second]))
                    + transcode(Array(bytes[second...]))
                    + transcode.finish()
                #expect(String(decoding: output, as: UTF8.self) == text + "\u{FFFD}\u{FFFD}")
                #expect(transcode.replacements == 2)
            }
        }
    }
}
