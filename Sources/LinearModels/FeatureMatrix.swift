/// Examples as rows of features: a sparse part for words and a dense part for measures that every
/// example has.
public struct FeatureMatrix: Sendable, Equatable {
    public let sparse: SparseMatrix
    /// How many columns the sparse part may use.
    public let sparseColumns: Int
    /// Row-major, examples × `denseColumns`, whole thousandths.
    public let dense: [Double]
    public let denseColumns: Int

    public init(sparse: SparseMatrix, sparseColumns: Int, dense: [Double] = [], denseColumns: Int = 0) {
        precondition(dense.count == sparse.rowCount * denseColumns, "dense values are rows × columns")
        precondition(
            sparse.columns.allSatisfy { $0 >= 0 && $0 < sparseColumns }, "every sparse column has a weight")
        (self.sparse, self.sparseColumns) = (sparse, sparseColumns)
        (self.dense, self.denseColumns) = (dense, denseColumns)
    }

    public var rowCount: Int { sparse.rowCount }
}
