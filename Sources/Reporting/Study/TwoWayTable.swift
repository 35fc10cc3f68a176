/// A sparse table of weighted sums, modelled as row effect plus column effect.
///
/// Least squares: for given column effects the best row effect is the weighted mean of what they leave, so rows
/// can be taken out, and the column effects *b* solve a system *Lb = r* with one unknown a column. *L* is a weighted
/// graph Laplacian, singular once for each part that hangs together; conjugate gradients started at zero give the
/// solution of least length, in at most as many steps as there are columns (Hestenes and Stiefel 1952).
struct TwoWayTable: Sendable {
    private var cells: [(row: Int, column: Int, weight: Double, sum: Double)] = []
    private var rowWeights: [Double]
    private var rowSums: [Double]
    private(set) var columnWeights: [Double]
    private var indexOfCell: [Int: Int] = [:]

    init(rows: Int, columns: Int) {
        rowWeights = [Double](repeating: 0, count: rows)
        rowSums = rowWeights
        columnWeights = [Double](repeating: 0, count: columns)
    }

    /// - Parameter sum: Of weight times value.
    mutating func add(row: Int, column: Int, weight: Double, sum: Double) {
        let key = row * columnWeights.count + column
        if let index = indexOfCell[key] {
            cells[index].weight += weight
            cells[index].sum += sum
        } else {
            indexOfCell[key] = cells.count
            cells.append((row, column, weight, sum))
        }
        rowWeights[row] += weight
        rowSums[row] += sum
        columnWeights[column] += weight
    }

    /// The weighted mean of each row's values after the columns' effects are taken off; nil for an empty row.
    func rowMeans(without effects: [Double]) -> [Double?] {
        var left = rowSums
        for cell in cells { left[cell.row] -= cell.weight * effects[cell.column] }
        return left.indices.map { rowWeights[$0] > 0 ? left[$0] / rowWeights[$0] : nil }
    }

    /// Least-squares effects of the columns; they sum to zero in each part, weighted alike.
    func columnEffects() -> [Double] {
        var right = [Double](repeating: 0, count: columnWeights.count)
        for cell in cells { right[cell.column] += cell.sum - cell.weight * rowSums[cell.row] / rowWeights[cell.row] }
        var effects = [Double](repeating: 0, count: right.count)
        var (residual, direction) = (right, right)
        var length = TwoWayTable.dot(residual, residual)
        let enough = length * 1e-24
        for _ in 0..<right.count * 2 where length > enough && length > 0 {
            let image = product(direction)
            let step = length / TwoWayTable.dot(direction, image)
            guard step.isFinite else { break }
            for index in effects.indices {
                effects[index] += step * direction[index]
                residual[index] -= step * image[index]
            }
            let next = TwoWayTable.dot(residual, residual)
            for index in direction.indices { direction[index] = residual[index] + next / length * direction[index] }
            length = next
        }
        return effects
    }

    /// The Laplacian times a vector of columns.
    private func product(_ vector: [Double]) -> [Double] {
        var rows = [Double](repeating: 0, count: rowWeights.count)
        for cell in cells { rows[cell.row] += cell.weight * vector[cell.column] }
        var image = vector.indices.map { columnWeights[$0] * vector[$0] }
        for cell in cells { image[cell.column] -= cell.weight * rows[cell.row] / rowWeights[cell.row] }
        return image
    }

    private static func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

    /// Weighted means of values by group.
    static func means(_ values: [Double], weights: [Double], groups: [Int]) -> [Int: Double] {
        var sums: [Int: (sum: Double, weight: Double)] = [:]
        for index in values.indices {
            sums[groups[index], default: (0, 0)].sum += values[index] * weights[index]
            sums[groups[index]]!.weight += weights[index]
        }
        return sums.mapValues { $0.weight > 0 ? $0.sum / $0.weight : 0 }
    }
}
