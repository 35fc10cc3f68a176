import Discourse
import TextFiles

/// Positions that a person gave to statements of a run, drawn at random.
///
/// A tab-separated file with the columns `statement_id` and `label` (`favor`, `against` or `none`). For the intervals to
/// hold, statements must have been drawn by chance, whatever the program said of them.
public struct GoldSample: Sendable {
    let path: String
    /// 1, 0 or −1, by statement.
    let positions: [String: Int]

    /// - Throws: `FileError` with the line of a cell that is missing, a label that is none, or a statement that stands
    ///   twice.
    public init(path: String) throws { try self.init(TextTable(path: path)) }

    init(_ table: TextTable) throws {
        var positions: [String: Int] = [:]
        for row in table.rows {
            let (id, label) = (try row.required("statement_id"), try row.required("label"))
            guard let stance = Stance(rawValue: label) else { throw row.error("'\(label)' is no position") }
            guard positions.updateValue(stance.position, forKey: id) == nil else {
                throw row.error("'\(id)' stands twice")
            }
        }
        (path, self.positions) = (table.path, positions)
    }
}

extension Stance {
    /// 1 for favor, −1 against, 0 for none.
    var position: Int {
        switch self {
        case .favor: 1
        case .against: -1
        case .none: 0
        }
    }
}
