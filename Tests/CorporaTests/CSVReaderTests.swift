import Corpora
import Discourse
import Foundation
import Testing

@testable import Corpora

struct CSVReaderTests {
    @Test func `quoted cells hold separators, line breaks and doubled marks`() {
        let table = "id,title,text\r\n1,\"Talks, again\",\"She said \"\"no\"\".\r\nTwice.\"\r\n"
        let article = read("a.csv", [0xEF, 0xBB, 0xBF] + Array(table.utf8)).first
        #expect(article.id == "1")
        #expect(article.title == "Talks, again")
        #expect(article.text == "She said \"no\".\r\nTwice.")
        #expect(article.repairs.byteOrderMark)
        #expect(article.origin.line == 2)
    }

    @Test(arguments: [",", ";", "\t"])
    func `the separator is the one that the header has`(_ separator: String) {
        let rows = [["id", "Text", "Source", "date"], ["7", "\"a, b; c\td\"", "Harbour Post", "2026-03-01"]]
        let article = read("a.csv", rows.map { $0.joined(separator: separator) }.joined(separator: "\n")).first
        #expect(article.id == "7")
        #expect(article.text == "a, b; c\td")
        #expect(article.outlet == "Harbour Post")
        #expect(article.published == Day(year: 2026, month: 3, day: 1))
    }

    @Test func `rows are numbered by the lines of the file`() {
        let reading = read("a.csv", "text\n\"one\n\n\ntwo\"\n\nthree\rfour\r\nfive")
        #expect(reading.articles.map(\.origin.line) == [2, 7, 8, 9])
        #expect(reading.ids == ["a:2", "a:7", "a:8", "a:9"])
    }

    @Test func `what is written as RFC 4180 is read back`() throws {
        var dice = Dice(state: 3)
        for _ in 0..<300 {
            let table = CSVReaderTests.table(using: &dice)
            let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &dice)!
            let lines = table.map { row in
                row.map { CSVReaderTests.written($0, using: &dice) }.joined(separator: ",")
            }
            let content = lines.joined(separator: lineEnd) + (Bool.random(using: &dice) ? lineEnd : "")
            #expect(try records(content) == table, "\(content.debugDescription)")
        }
    }

    @Test func `any bytes are cut as the obvious reader cuts them`() throws {
        var dice = Dice(state: 5)
        let alphabet = Array("a,\"\n\r b".utf8)
        for _ in 0..<1500 {
            let bytes = (0..<Int.random(in: 1...14, using: &dice)).map { _ in alphabet.randomElement(using: &dice)! }
            let content = "x,y\n" + String(decoding: bytes, as: UTF8.self)
            #expect(try records(content) == obviousRecords(content), "\(content.debugDescription)")
        }
    }

    private static func table(using dice: inout Dice) -> [[String]] {
        let width = Int.random(in: 2...4, using: &dice)
        let alphabet = ["a", "é", ",", "\"", "\n", "\r\n", " ", ";", ""]
        let header = (0..<width).map { "column\($0)" }
        let rows = (0..<Int.random(in: 1...4, using: &dice)).map { _ in
            (0..<width).map { _ in
                (0..<Int.random(in: 0...5, using: &dice)).map { _ in alphabet.randomElement(using: &dice)! }.joined()
            }
        }
        return [header] + rows
    }

    private static func written(_ cell: String, using dice: inout Dice) -> String {
        let mustQuote = cell.unicodeScalars.contains { ",\"\n\r;".unicodeScalars.contains($0) }
        guard mustQuote || Int.random(in: 0..<4, using: &dice) == 0 else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }

    private let folder = Folder()

    private func records(_ content: String) throws -> [[String]] {
        let source = try TextSource(ByteSource(path: folder.write("t", content)))
        let reader = CSVReader(source, limit: 1000)
        var records: [[String]] = []
        while let record = try reader.next() {
            records.append(record.cells.indices.map { String(decoding: record[$0], as: UTF8.self) })
        }
        return records
    }

    /// The grammar read from a list of scalars, one cell at a time, with line ends made one first
    /// where they are outside quotes.
    private func obviousRecords(_ content: String) -> [[String]] {
        var (records, record) = ([[String]](), [String]())
        var rest = Array(content.unicodeScalars)[...]
        while true {
            record.append(obviousCell(&rest))
            if rest.first == "," {
                rest.removeFirst()
                continue
            }
            if record != [""] { records.append(record) }
            record = []
            if rest.first == "\r" {
                rest.removeFirst()
                if rest.first == "\n" { rest.removeFirst() }
            } else if rest.first == "\n" {
                rest.removeFirst()
            }
            if rest.isEmpty { return records }
        }
    }

    private func obviousCell(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
        var cell = String.UnicodeScalarView()
        if rest.first == "\"" {
            rest.removeFirst()
            while let next = rest.popFirst() {
                if next != "\"" {
                    cell.append(next)
                } else if rest.first == "\"" {
                    cell.append("\"")
                    rest.removeFirst()
                } else {
                    break
                }
            }
        }
        while let next = rest.first, next != ",", next != "\n", next != "\r" {
            cell.append(next)
            rest.removeFirst()
        }
        return String(cell)
    }
}
