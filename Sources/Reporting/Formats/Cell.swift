import Discourse

/// What stands in one cell of a table, before any format has been chosen.
enum Cell: Sendable, Equatable {
    /// Not known, or not applicable.
    case empty
    case text(String)
    case integer(Int)
    case number(FixedPoint)
    case boolean(Bool)
    case day(Day)
    /// Words with their weights in millionths: `ceasefire:+0.31;never:-0.12` in text.
    case terms([TermWeight])
    /// Half-open ranges: `12-40;55-61` in text.
    case spans([Range<Int>])
    /// Separated by `; ` in text; none make an empty cell.
    case clauses([String])

    static func text(_ text: String?) -> Cell { text.map(Cell.text) ?? .empty }
    static func integer(_ number: Int?) -> Cell { number.map(Cell.integer) ?? .empty }
    static func day(_ day: Day?) -> Cell { day.map(Cell.day) ?? .empty }

    /// A score or probability: four decimals.
    static func score(_ value: Double?) -> Cell { value.map { .number(FixedPoint($0, decimals: 4)) } ?? .empty }
    static func score(units: Int) -> Cell { .number(FixedPoint(units: units, decimals: 4)) }
    static func score(units: Int?) -> Cell { units.map { score(units: $0) } ?? .empty }
    /// Log-odds: six decimals.
    static func margin(units: Int) -> Cell { .number(FixedPoint(units: units, decimals: 6)) }
}

extension Cell {
    /// The cell as plain text; empty when there is nothing to say.
    var plain: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .integer(let number): String(number)
        case .number(let number): number.description
        case .boolean(let flag): flag ? "true" : "false"
        case .day(let day): day.description
        case .terms(let terms): terms.map(Cell.plain).joined(separator: ";")
        case .spans(let spans): spans.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ";")
        case .clauses(let clauses): clauses.joined(separator: "; ")
        }
    }

    /// A term that holds a `;` would end early, so the mark is printed as a comma; JSON keeps it.
    private static func plain(_ term: TermWeight) -> String {
        let word =
            term.term.utf8.contains(UInt8(ascii: ";")) ? String(term.term.map { $0 == ";" ? "," : $0 }) : term.term
        return word + ":" + FixedPoint(Double(term.weight) / 1e6, decimals: 2).signed
    }
}
