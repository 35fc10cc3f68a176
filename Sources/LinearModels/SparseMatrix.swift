/// Rows of few non-zero values, in compressed form: the columns and values of row *i* stand at
/// `starts[i]..<starts[i + 1]`.
///
/// Values are whole thousandths, so that training and prediction see the same numbers and sums of
/// products with whole weights are exact. A column may stand in a row more than once; its values add up.
public struct SparseMatrix: Sendable, Equatable {
    /// One more than there are rows, from 0.
    public private(set) var starts: [Int] = [0]
    public private(set) var columns: [Int32] = []
    /// Thousandths.
    public private(set) var values: [Int32] = []

    public init() {}

    public var rowCount: Int { starts.count - 1 }

    /// Adds one value to the row that the next `endRow()` closes.
    @inlinable public mutating func append(column: Int, value: Int) {
        appendEntry(Int32(truncatingIfNeeded: column), Int32(truncatingIfNeeded: value))
    }

    @usableFromInline mutating func appendEntry(_ column: Int32, _ value: Int32) {
        columns.append(column)
        values.append(value)
    }

    /// Closes a row; it holds what was added since the row before, perhaps nothing.
    public mutating func endRow() { starts.append(columns.count) }

    /// The entries of a row, as a range into `columns` and `values`.
    public func entries(of row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }
}
