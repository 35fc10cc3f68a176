import LinearModels

extension FeatureMatrix {
    /// Some of the rows, in the order of `rows`.
    func rows(_ rows: [Int]) -> FeatureMatrix {
        let d = denseColumns
        var (part, values) = (SparseMatrix(), [Double]())
        values.reserveCapacity(rows.count * d)
        for row in rows {
            for entry in sparse.entries(of: row) {
                part.append(column: Int(sparse.columns[entry]), value: Int(sparse.values[entry]))
            }
            part.endRow()
            values.append(contentsOf: dense[row * d..<(row + 1) * d])
        }
        return FeatureMatrix(sparse: part, sparseColumns: sparseColumns, dense: values, denseColumns: d)
    }
}
