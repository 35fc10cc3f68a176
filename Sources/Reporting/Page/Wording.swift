import Discourse

/// How numbers, days and counts are put into words on the page.
enum Wording {
    /// Two decimals with a sign: `+0.42`, `−0.07`, `0.00`.
    static func score(_ value: Double) -> String { signed(FixedPoint(value, decimals: 2)) }

    static func score(units: Int) -> String { score(Double(units) / 10_000) }

    /// A weight in millionths of a logit, with three decimals.
    static func weight(_ millionths: Int) -> String { signed(FixedPoint(Double(millionths) / 1e6, decimals: 3)) }

    static func interval(_ interval: ClosedRange<Double>) -> String {
        score(interval.lowerBound) + " to " + score(interval.upperBound)
    }

    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    static func percent(units: Int) -> String { percent(Double(units) / 10_000) }

    /// `1 statement`, `12 statements`.
    static func count(_ count: Int, _ noun: String) -> String { grouped(count) + " " + noun + (count == 1 ? "" : "s") }

    /// With a narrow space between thousands: `12 480`.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        return digits.enumerated().reduce(into: "") { text, digit in
            if digit.offset > 0 && (digits.count - digit.offset) % 3 == 0 { text.append("\u{202F}") }
            text.append(digit.element)
        }
    }

    /// `14 November 2026`.
    static func day(_ day: Day) -> String { "\(day.day) \(months[day.month - 1]) \(day.year)" }

    static func days(_ first: Day?, _ last: Day?) -> String? {
        guard let first, let last else { return nil }
        if first == last { return day(first) }
        if first.year != last.year { return day(first) + " to " + day(last) }
        if first.month != last.month { return "\(first.day) \(months[first.month - 1]) to " + day(last) }
        return "\(first.day) to " + day(last)
    }

    /// A label with its score: `in favor +0.62`.
    static func stance(_ row: StatementRow) -> String {
        let label =
            switch row.stance {
            case .favor: "in favor"
            case .against: "against"
            case .none: "no position"
            }
        return label + " " + score(units: row.score)
    }

    /// `peace-talks` as words.
    static func target(_ target: String) -> String { String(target.map { $0 == "-" || $0 == "_" ? " " : $0 }) }

    private static func signed(_ number: FixedPoint) -> String {
        let text = number.signed
        return text.utf8.first == UInt8(ascii: "-") ? "\u{2212}" + text.dropFirst() : text
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
