import Discourse
import Testing

@testable import Corpora

struct WrittenDayTests {
    @Test(arguments: [
        ("2026-03-01", "2026-03-01"), ("2026-03-01T23:30:00-05:00", "2026-03-01"),
        ("Tue, 03 Mar 2026 08:00:00 GMT", "2026-03-03"),
        ("March 3, 2026", "2026-03-03"), ("3rd of March 2026", "2026-03-03"), ("Sept. 9, 2026", "2026-09-09"),
        ("20260301", "2026-03-01"), ("20260301080000", "2026-03-01"), ("2026/03/01", "2026-03-01"),
        ("25/03/2026", "2026-03-25"),
        ("03/25/2026 10:00", "2026-03-25"), ("1.3.2026", "2026-03-01"), ("  May 5, 2026 at 5:00 p.m. ", "2026-05-05"),
    ])
    func `a field tells its day`(_ text: String, _ day: String) {
        #expect(WrittenDay.inField(text)?.description == day)
    }

    @Test(arguments: [
        "", "yesterday", "03/04/2026", "2026-02-30", "May 2026", "32 March 2026", "March 3", "99999999", "1/2",
    ])
    func `a field without a certain day tells none`(_ text: String) { #expect(WrittenDay.inField(text) == nil) }

    @Test(arguments: [
        ("1 March 2026", true), ("Published: March 1, 2026", true), ("Sunday, 1 March 2026, 10:30 GMT", true),
        ("2026-03-01", true),
        ("Updated at 9:15 am on March 1, 2026", true), ("On March 1, 2026 the talks began", false),
        ("March 2026", false),
        ("The ceasefire of 1 March 2026", false), ("May 1", false),
    ])
    func `a line is a date only when it says nothing else`(_ line: String, _ isDate: Bool) {
        #expect((WrittenDay.ofDateLine(line) != nil) == isDate)
    }

    @Test(
        arguments: [
            ("2026-03-01_talks", "2026-03-01"), ("wire_2026_03_01", "2026-03-01"), ("20260301-talks", "2026-03-01"),
            ("post_2016-09-12_stealth-over", "2016-09-12"), ("000_4931d49061b9580e", nil), ("2026-03-011", nil),
            ("12345678", nil),
            ("talks", nil), ("a12026-03-01", nil),
        ] as [(String, String?)])
    func `a file name tells its day`(_ name: String, _ day: String?) {
        #expect(WrittenDay.inFileName(name)?.description == day)
    }
}
