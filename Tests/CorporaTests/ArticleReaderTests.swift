import Corpora
import Discourse
import Foundation
import Testing

struct ArticleReaderTests {
    @Test func `every format gives an article, plain or gzipped`() {
        let text = "The envoy of Norland said the talks would go on."
        let forms = [
            "a.txt": text, "b.md": text, "c.markdown": text, "d.html": "<p>\(text)</p>", "e.htm": "<p>\(text)</p>",
            "f.jsonl": #"{"text":"\#(text)"}"#, "g.ndjson": #"{"text":"\#(text)"}"#, "h.csv": "text\n\(text)\n",
            "i.json": #"[{"text":"\#(text)"}]"#,
        ]
        for (name, content) in forms {
            #expect(read(name, content).articles.map(\.text) == [text], "\(name)")
            #expect(read(name + ".gz", gzipped(Array(content.utf8))).articles.map(\.text) == [text], "\(name).gz")
        }
    }

    @Test func `the order of paths makes no difference, and nothing is read twice`() {
        let folder = Folder([
            "news/b/one.txt": "One.", "news/a.txt": "A.", "news/a/two.txt": "Two.", "wire.txt": "Wire.",
            "news/b.md": "B.",
        ])
        let paths = ["news", "wire.txt", "news/a", "news/b/one.txt", "news"].map { folder[$0] }
        let expected = ["news/a", "news/a/two", "news/b", "news/b/one", "wire"]
        var dice = Dice(state: 7)
        for _ in 0..<10 {
            let reading = Reading(paths.shuffled(using: &dice))
            #expect(reading.ids == expected)
            #expect(reading.errors.isEmpty)
        }
    }

    @Test func `ids do not depend on how a folder is written`() {
        let folder = Folder(["march/one.txt": "One.", "march/deep/two.txt": "Two."])
        for form in ["march", "march/", "./march", "march/deep/..", "march//"] {
            #expect(Reading([folder.path + "/" + form]).ids == ["march/deep/two", "march/one"], "\(form)")
        }
    }

    @Test func `a repeated id gets a number`() {
        let lines = ["talks", "talks", "talks-2", "talks", "other"].map { #"{"id":"\#($0)","text":"Word."}"# }
        let reading = read("a.jsonl", lines.joined(separator: "\n"))
        #expect(reading.ids == ["talks", "talks-2", "talks-2-2", "talks-3", "other"])
        #expect(reading.tally.renumberedIDs == 3)
    }

    @Test func `folders pass over other formats and hidden files, and count the former`() {
        let folder = Folder([
            "n/a.txt": "A.", "n/b.pdf": "B.", "n/.c.txt": "C.", "n/.git/d.txt": "D.", "n/e": "E.", "n/f.docx": "F.",
        ])
        let reading = Reading([folder["n"]])
        #expect(reading.ids == ["n/a"])
        #expect(reading.tally.skipped == [.unknownFormat: 3])
        #expect(reading.tally.skippedByReason.map(\.reason) == ["unknown format"])
    }

    @Test func `a file that is named itself is read as plain text whatever its extension`() {
        let folder = Folder(["notes.log": "The talks go on.", "n/x.log": "X."])
        #expect(Reading([folder["notes.log"]]).articles.map(\.text) == ["The talks go on."])
        #expect(Reading([folder["n"], folder["n/x.log"]]).ids == ["x"])
    }

    @Test func `links to folders are not followed, so a circle ends`() throws {
        let folder = Folder(["n/a.txt": "A."])
        try FileManager.default.createSymbolicLink(atPath: folder["n/loop"], withDestinationPath: folder["n"])
        let reading = Reading([folder["n"]])
        #expect(reading.ids == ["n/a"])
        #expect(reading.tally.skipped == [.linkedFolder: 1])
    }

    @Test func `a path that is not there, and a folder without articles, are one error each`() {
        let folder = Folder(["full/a.txt": "A.", "bare/b.pdf": "B."])
        let reading = Reading([folder["none.txt"], folder["bare"], folder["full"]])
        #expect(reading.ids == ["full/a"])
        #expect(
            Set(reading.errors.map(\.description)) == [
                "\(folder["bare"]): holds no articles", "\(folder["none.txt"]): does not exist",
            ])
        #expect(reading.tally.rejected == [.emptyFolder: 1, .missing: 1])
    }

    @Test func `a descriptor that cannot be read is an error`() {
        var options = ArticleReader.Options()
        options.standardInput = -1
        #expect(Reading(["-"], options).errors.map(\.description) == ["-: cannot be read"])
    }

    @Test(
        arguments: [
            (#"{"text":"One."}\#n{"text":"Two."}"#, nil, ["One.", "Two."]),
            ("The first line {.", nil, ["The first line {."]),
            ("text\nOne.\n", InputFormat.csv, ["One."]),
            ("# Talks\n", InputFormat.markdown, ["Talks"]),
        ] as [(String, InputFormat?, [String])])
    func `standard input is told by its first byte unless a format is given`(
        _ content: String, _ format: InputFormat?, _ texts: [String]
    ) {
        let folder = Folder(["in": content.replacing("\\n", with: "\n")])
        let file = FileHandle(forReadingAtPath: folder["in"])!
        var options = ArticleReader.Options()
        (options.standardInput, options.standardInputFormat) = (file.fileDescriptor, format)
        let reading = Reading(["-"], options)
        #expect(reading.articles.map(\.text) == texts)
        #expect(reading.first.id == (texts.count > 1 || format == .csv ? reading.first.id : "stdin"))
    }

    @Test func `counts say what became of everything`() {
        let folder = Folder([
            "n/a.txt": "One.\r\nTwo.\r\n", "n/b.txt": "", "n/c.jsonl": "{\"text\":\"x\"}\nnonsense\n{}\n",
            "n/d.zip": "PK",
        ])
        folder.write("n/e.txt", [0xEF, 0xBB, 0xBF] + Array("Marked.".utf8))
        let tally = Reading([folder["n"]]).tally
        #expect(tally.articles == 3)
        #expect(tally.rejected == [.empty: 1, .notJSON: 1, .noTextField: 1])
        #expect(tally.rejectedInAll == 3)
        #expect(
            tally.rejectedByReason.map(\.reason) == [
                "has no field 'text' that holds a string", "is empty", "is not valid JSON",
            ])
        #expect(tally.skipped == [.unknownFormat: 1])
        #expect(tally.carriageReturns == 2)
        #expect(tally.byteOrderMarks == 1)
    }

    @Test func `an article says where it was read`() {
        let folder = Folder(["a.jsonl": "\n{\"text\":\"x\"}\n", "b.txt": "Word."])
        let reading = Reading([folder["b.txt"], folder["a.jsonl"]])
        #expect(
            reading.articles.map(\.origin) == [
                Article.Origin(path: folder["a.jsonl"], line: 2), Article.Origin(path: folder["b.txt"]),
            ])
        #expect(reading.ids == ["a:2", "b"])
    }
}
