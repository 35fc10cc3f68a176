/// Rows of few values for training, in compressed form: the columns and values of row *i* stand at
/// `starts[i]..<starts[i + 1]`.
public struct WeightedRows: Sendable {
    public private(set) var starts: [Int] = [0]
    public private(set) var columns: [Int32] = []
    public private(set) var values: [Float] = []

    public init() {}

    public var rowCount: Int { starts.count - 1 }

    /// Adds one value to the row that the next `endRow()` closes; a column stands once in a row.
    @inlinable public mutating func append(column: Int, value: Float) {
        appendEntry(Int32(truncatingIfNeeded: column), value)
    }

    @usableFromInline mutating func appendEntry(_ column: Int32, _ value: Float) {
        columns.append(column)
        values.append(value)
    }

    /// Closes a row; it holds what was added since the row before, perhaps nothing.
    public mutating func endRow() { starts.append(columns.count) }
}
