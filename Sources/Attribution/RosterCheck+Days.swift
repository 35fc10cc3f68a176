import Discourse
import TextFiles

// Days that are none, and offices that two people hold at a time.

extension RosterCheck.Run {
    /// A term in an office, with the days that are given; an end that is not given lasts.
    private struct Term {
        let row: TextTable.Row
        let person: String
        let start: Day
        let end: Day?
    }

    /// Offices that one person at a time holds.
    private static let single: Set<String> = [
        "head_of_state", "head_of_government", "foreign_minister", "defense_minister", "secretary_general",
        "supreme_leader", "vice_president", "foreign_policy_chief", "commander_in_chief", "chief_of_staff",
        "security_council_secretary", "un_ambassador", "intelligence_chief",
    ]

    mutating func days() {
        let kinds = Dictionary(rows(.roles).map { ($0["role"]!, $0["kind"]!) }, uniquingKeysWith: { first, _ in first })
        var terms: [[String]: [Term]] = [:]
        for row in rows(.memberships) {
            let (start, end) = (day(row, "start"), day(row, "end"))
            guard let start, end != nil || row["end"]!.isEmpty else { continue }
            if let end, end <= start {
                found(row, "ends on \(end), not after it starts on \(start)")
                continue
            }
            let isSingle = kinds[row["role"]!].map { Self.single.contains($0) } ?? false
            let office = [row["organization_id"]!, row["role"]!] + (isSingle ? [] : [row["person_id"]!])
            terms[office, default: []].append(Term(row: row, person: row["person_id"]!, start: start, end: end))
        }
        for office in terms.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) { overlaps(terms[office]!, office) }
    }

    private mutating func overlaps(_ terms: [Term], _ office: [String]) {
        let ordered = terms.sorted { ($0.start, $0.row.line) < ($1.start, $1.row.line) }
        for (earlier, later) in zip(ordered, ordered.dropFirst()) where earlier.end.map({ later.start < $0 }) ?? true {
            let until = earlier.end.map { "until \($0)" } ?? "without an end"
            found(
                later.row,
                "'\(later.person)' is \(office[1]) of '\(office[0])' from \(later.start), and '\(earlier.person)' \(until)"
            )
        }
    }

    /// A cell's day; nil when it is empty, or holds something else, which is reported.
    private mutating func day(_ row: TextTable.Row, _ column: String) -> Day? {
        let cell = row[column]!
        guard !cell.isEmpty else { return nil }
        guard cell.utf8.count == 10, let day = Day(cell) else {
            found(row, "column '\(column)' holds '\(cell)', not a day such as 2026-11-24")
            return nil
        }
        if day < Self.earliest || Self.latest < day {
            found(row, "column '\(column)' holds '\(cell)', which cannot be")
        }
        return day
    }

    /// Nobody who speaks in the news took or left an office before or after these days.
    private static let earliest = Day("1900-01-01")!
    private static let latest = Day("2100-01-01")!
}
