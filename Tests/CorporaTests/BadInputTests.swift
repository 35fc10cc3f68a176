import Corpora
import Discourse
import Foundation
import Testing

/// Each kind of bad input is one clear error, and the rest is read.
struct BadInputTests {
    @Test(
        arguments: [
            ("a.txt", [], "is empty"),
            ("a.txt", [0xEF, 0xBB, 0xBF], "is empty"),
            ("a.txt", Array(" \n\r\n".utf8), "has no text"),
            ("a.html", [], "is empty"),
            ("a.jsonl", [], "is empty"),
            ("a.jsonl", Array("\n\n".utf8), "has no text"),
            ("a.csv", Array("\n\n".utf8), "has no text"),
            ("a.csv", Array("id,text\n".utf8), "has no text"),
            ("a.json", Array("[]".utf8), "has no text"),
            ("a.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D], "is not text"),
            ("a.txt", Array("%PDF-1.7\nwords and more words".utf8), "is not text"),
            ("a.txt", Array("words ".utf8) + [1, 2, 3], "is not text"),
            ("a.txt", [UInt8](repeating: 0xFF, count: 64), "is not text"),
            ("a.jsonl", [0, 1, 2, 3, 0, 9], "is not text"),
            ("a.csv", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1], "is not text"),
            ("a.html", [0, 0, 0, 1], "is not text"),
            ("a.md", Array("---\ntitle: Talks\n---\n".utf8), "has no text"),
            ("a.csv", Array("id,body\n1,words\n".utf8), "has no column 'text'"),
            ("a.json", Array("[{\"text\":".utf8), "is not valid JSON"),
            ("a.json", Array("7".utf8), "is not a JSON object"),
            ("a.html", Array("<html><nav><a href=x>Home</a></nav></html>".utf8), "has no article text"),
            ("a.txt.gz", [], "is empty"),
            ("a.txt.gz", Array("not gzip at all".utf8), "gzip data is damaged"),
            ("a.txt.gz", [0x1F, 0x8B], "gzip data ends early"),
        ] as [(String, [UInt8], String)])
    func `a bad file is one error`(_ name: String, _ bytes: [UInt8], _ reason: String) {
        let folder = Folder(["z.txt": "The rest is read."])
        let path = folder.write(name, bytes)
        let reading = Reading([path, folder["z.txt"]])
        #expect(reading.errors.map(\.description) == ["\(path): \(reason)"])
        #expect(reading.ids == ["z"])
    }

    @Test func `a bad line is an error with its number, and the next line goes on`() {
        let lines = [
            #"{"text":"One."}"#, "{", "[1]", "null", #"{"title":"x"}"#, #"{"text":7}"#, #"{"text":"  "}"#, "",
            #"{"text":"Two."}"#,
            #"{"text":"\ud800"}"#,
        ]
        let reading = read("a.jsonl", lines.joined(separator: "\n"))
        #expect(reading.articles.map(\.text) == ["One.", "Two."])
        #expect(reading.errors.map(\.line) == [2, 3, 4, 5, 6, 7, 10])
        #expect(
            reading.reasons == [
                "is not valid JSON", "is not a JSON object", "is not a JSON object",
                "has no field 'text' that holds a string",
                "has no field 'text' that holds a string", "has no text", "is not valid JSON",
            ])
    }

    @Test func `a line beyond the limit is passed over`() {
        var options = ArticleReader.Options()
        options.maximumBytes = 1000
        let long = String(repeating: "x", count: 300_000)
        let reading = read("a.jsonl", "{\"text\":\"One.\"}\n{\"text\":\"\(long)\"}\n{\"text\":\"Three.\"}\n", options)
        #expect(reading.articles.map(\.text) == ["One.", "Three."])
        #expect(reading.errors.map(\.line) == [2])
        #expect(reading.reasons == ["is larger than the limit: 1000 bytes"])
        #expect(read("a.txt", long, options).reasons == ["is larger than the limit: 1000 bytes"])
        let table = read("a.csv", "text\nOne.\n\"\(long)\"\nThree.\n", options)
        #expect(table.articles.map(\.text) == ["One.", "Three."])
        #expect(table.errors.map(\.line) == [3])
    }

    @Test func `a row that does not fit the header is an error with its line`() {
        let reading = read("a.csv", "id,text\n1,One.\n2\n3,Three.,more\n\"4\",\"Four\nlines.\"\n5,\n6,Six.\n")
        #expect(reading.articles.map(\.text) == ["One.", "Four\nlines.", "Six."])
        #expect(reading.errors.map(\.line) == [3, 4, 7])
        #expect(reading.reasons[0] == "does not fit the header: 1 cells, the header has 2")
        #expect(reading.reasons[2] == "has no text")
    }

    @Test func `a quotation mark that never closes is an error with the line where its row begins`() {
        let reading = read("a.csv", "id,text\n1,One.\n2,\"Two.\n3,Three.\n")
        #expect(reading.ids == ["1"])
        #expect(reading.errors.map(\.line) == [3])
        #expect(reading.reasons == ["has a quotation mark that is never closed"])
    }

    @Test func `of a gzip file cut at any byte, the complete lines before are read`() {
        let lines = (1...4).map { #"{"id":"a\#($0)","text":"Article \#($0)."}"# }
        let whole = gzipped(Array((lines.joined(separator: "\n") + "\n").utf8))
        for length in 2..<whole.count {
            let reading = read("a.jsonl.gz", Array(whole[..<length]))
            #expect(reading.reasons == ["gzip data ends early"], "cut at \(length)")
            #expect(reading.ids == Array(["a1", "a2", "a3", "a4"].prefix(reading.ids.count)))
        }
        #expect(read("a.jsonl.gz", Array(whole[..<(whole.count - 1)])).ids.count == 4)
        #expect(read("a.jsonl.gz", whole).errors.isEmpty)
    }

    @Test func `gzip data that contradicts its checksum is damaged`() {
        var bytes = gzipped(Array("{\"text\":\"One.\"}\n".utf8))
        bytes[bytes.count - 6] ^= 1
        let reading = read("a.jsonl.gz", bytes)
        #expect(reading.ids == ["a:1"])
        #expect(reading.reasons == ["gzip data is damaged"])
    }

    @Test func `gzip members follow one another, zeros may pad them, other bytes may not`() {
        let two = gzipped(Array("{\"text\":\"One.\"}\n".utf8)) + gzipped(Array("{\"text\":\"Two.\"}\n".utf8))
        #expect(read("a.jsonl.gz", two).articles.map(\.text) == ["One.", "Two."])
        #expect(read("a.jsonl.gz", two + [0, 0, 0]).errors.isEmpty)
        let padded = read("a.jsonl.gz", two + [7, 7])
        #expect(padded.ids.count == 2)
        #expect(padded.reasons == ["gzip data is damaged"])
    }

    @Test func `gzip data is known by its first bytes, whatever its name`() {
        #expect(read("a.txt", gzipped(Array("Plain words.".utf8))).articles.map(\.text) == ["Plain words."])
    }

    @Test func `no bytes of any kind bring reading down`() {
        var dice = Dice(state: 11)
        let alphabet: [UInt8] =
            Array("{}[]\",:\\<>/=!-# \n\r\tabc".utf8) + [0, 0x1F, 0x8B, 0x80, 0xC3, 0xE2, 0xF0, 0xFE, 0xFF]
        for name in ["a.txt", "a.md", "a.html", "a.jsonl", "a.json", "a.csv", "a.txt.gz"] {
            for _ in 0..<60 {
                let bytes = (0..<Int.random(in: 0...120, using: &dice)).map { _ in alphabet.randomElement(using: &dice)!
                }
                let reading = read(name, bytes)
                #expect(!reading.articles.isEmpty || !reading.errors.isEmpty)
            }
        }
    }
}
