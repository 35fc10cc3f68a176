import Discourse
import Testing

struct DayCalendarTests {
    @Test func `days are numbered without a gap from 1970`() throws {
        #expect(Day("1970-01-01")!.number == 0 && Day("2000-03-01")!.number == 11_017)
        var day = try #require(Day("1896-02-01"))
        while day < Day("2104-03-05")! {
            let next = try #require(Day(number: day.number + 1))
            #expect(day < next && next.number == day.number + 1 && next.previous == day)
            day = next
        }
        #expect(Day(number: Day("0001-01-01")!.number - 1) == nil && Day("9999-12-31")!.number == 2_932_896)
    }

    @Test(arguments: [("2026-11-24", "2026-11-23"), ("2026-11-23", "2026-11-23"), ("2027-01-03", "2026-12-28")])
    func `a week begins on Monday`(day: String, monday: String) { #expect(Day(day)!.monday == Day(monday)) }
}
