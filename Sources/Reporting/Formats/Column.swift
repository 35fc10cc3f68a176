/// One column of a table: its name, what stands in it, and where that comes from.
///
/// A table is a list of columns. Its CSV, its JSON and its schema are all made from that list, so they
/// cannot disagree.
struct Column<Row>: Sendable {
    let name: String
    let type: ColumnType
    let description: String
    let constraints: Constraints
    let cell: @Sendable (Row) -> Cell

    init(
        _ name: String, _ type: ColumnType, _ description: String, _ constraints: Constraints = Constraints(),
        cell: @escaping @Sendable (Row) -> Cell
    ) {
        (self.name, self.type, self.description) = (name, type, description)
        (self.constraints, self.cell) = (constraints, cell)
    }
}

/// The types of the Frictionless Table Schema that the tables use.
enum ColumnType: String, Sendable {
    case string, integer, number, boolean, date
}

/// What the Table Schema promises of every cell of a column.
struct Constraints: Sendable, Equatable {
    var required = false
    var unique = false
    var range: ClosedRange<Int>?
    var minimum: Int?
    var among: [String] = []

    static let required = Constraints(required: true)
    static let key = Constraints(required: true, unique: true)
    static let count = Constraints(required: true, minimum: 0)
    /// A share or probability, 0...1.
    static let share = Constraints(required: true, range: 0...1)
    /// A score, -1...1.
    static let score = Constraints(required: true, range: -1...1)
    static let scoreOrEmpty = Constraints(range: -1...1)
    static func among(_ values: [String]) -> Constraints { Constraints(required: true, among: values) }
}
