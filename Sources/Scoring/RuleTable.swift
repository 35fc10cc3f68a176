import TextFiles

/// The rules of tone: a table with the columns `name`, `kind`, `words` (parted by ` | `), `value`, `reach`,
/// `sentence` (what the rule says), `source`, and `example` (a text with the word it acts on in brackets).
struct RuleTable: Sendable {
    let rules: [ToneRule]
    /// α of the compound.
    let squash: Double
    /// Rules that need no words; nil when the table has none of the kind.
    let capitals: Int?
    let exclamation: Int?
    let question: Int?
    let split: Int?

    /// A set of rules is kept as the bits of one word.
    static let most = 32

    init(path: String) throws { try self.init(TextTable(path: path)) }

    init(_ table: TextTable) throws {
        let rules = try table.rows.map(RuleTable.rule)
        guard rules.count <= RuleTable.most else {
            throw FileError(path: table.path, reason: "has \(rules.count) rules, more than \(RuleTable.most)")
        }
        let names = Set(rules.map(\.name))
        guard names.count == rules.count else { throw FileError(path: table.path, reason: "has two rules of one name") }
        guard let squash = rules.first(where: { $0.kind == .squash }), squash.factor > 0 else {
            throw FileError(path: table.path, reason: "has no rule of kind squash with a value above 0")
        }
        self.squash = squash.factor
        self.rules = rules
        capitals = rules.firstIndex { $0.kind == .capitals }
        exclamation = rules.firstIndex { $0.kind == .exclamation }
        question = rules.firstIndex { $0.kind == .question }
        split = rules.firstIndex { $0.kind == .split }
    }

    private static func rule(_ row: TextTable.Row) throws -> ToneRule {
        guard let kind = ToneRule.Kind(rawValue: try row.required("kind")) else {
            let kinds = ToneRule.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw row.error("kind '\(try row.required("kind"))' is none of \(kinds)")
        }
        let (factor, reach) = (try row.number("value"), try row.number("reach"))
        guard (-4...4).contains(factor) else { throw row.error("value \(factor) is not in -4...4") }
        guard let reach = Int(exactly: reach), (0...100).contains(reach) else {
            throw row.error("reach is not a whole number in 0...100")
        }
        return ToneRule(
            name: try row.required("name"), kind: kind, words: try row.words("words"), factor: factor, reach: reach)
    }
}

extension TextTable.Row {
    /// The runs of words in a cell, parted by ` | `; none for an empty cell.
    func words(_ column: String) throws -> [String] {
        let cell = try required(column)
        guard !cell.isEmpty else { return [] }
        return try cell.split(separator: "|", omittingEmptySubsequences: false).map { part in
            let words = String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            guard words.isTokenRun else { throw error("'\(part)' is not words parted by single spaces") }
            return words
        }
    }
}
