import Discourse
import Testing

@testable import Reporting

struct CSVFormatTests {
    @Test func `random cells come back as they were`() {
        var text = RandomText(seed: 1)
        let rows = (0..<2500).map { _ in (0..<4).map { _ in text.next() } }
        var bytes: [UInt8] = []
        for row in rows { CSVFormat(variant: .plain).append(row.map { .text($0) }, to: &bytes) }
        let read = CSVReader.rows(bytes)
        #expect(read.count == rows.count)
        // Bytes are compared: equal strings may differ in their scalars.
        #expect(read.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
    }

    @Test(arguments: [
        (Cell.text("plain"), "plain"), (.text("a,b"), "\"a,b\""),
        (.text("so \"they\" said"), "\"so \"\"they\"\" said\""),
        (.text("two\nlines"), "\"two\nlines\""), (.empty, ""), (.integer(-3), "-3"), (.score(-0.25), "-0.2500"),
        (.boolean(true), "true"), (.text("=1+1"), "=1+1"),
        (
            .terms([TermWeight(term: "talks", weight: 314_000), TermWeight(term: "a;b", weight: -120_000)]),
            "talks:+0.31;a,b:-0.12".quoted
        ),
        (.spans([1..<4, 6..<9]), "1-4;6-9"), (.clauses(["a", "b"]), "a; b"),
    ])
    func `cells are written plainly and quoted where they must be`(cell: Cell, expected: String) {
        var bytes: [UInt8] = []
        CSVFormat(variant: .plain).appendCells([cell], to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@cmd", "\tx", "\rx"])
    func `a spreadsheet takes no text for a formula`(text: String) {
        var bytes: [UInt8] = []
        CSVFormat(variant: .spreadsheet).append([.text(text), .score(-0.5)], to: &bytes)
        #expect(CSVReader.rows(bytes) == [["'" + text, "-0.5000"]], "numbers are left alone")
    }

    @Test func `a spreadsheet file begins with a byte order mark and ends rows in CR LF`() {
        var bytes: [UInt8] = []
        CSVFormat(variant: .spreadsheet).appendHeader(ActorReport.columns, to: &bytes)
        #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
        #expect(bytes.suffix(2) == [0x0D, 0x0A])
    }
}

extension String {
    fileprivate var quoted: String { "\"" + self + "\"" }
}
