import Glibc
import Discourse
import LinearModels

/// Labelled statements turned into a matrix: features, targets, weights, and the folds of their documents.
struct TrainingSet {
    let examples: [LabelledStatement]
    let features: FeatureMatrix
    /// Key and name of each sparse column.
    let columns: [(key: UInt64, name: String)]
    /// The fold of each row; all rows of a group are in one fold.
    let folds: [Int]

    /// - Parameters:
    ///   - minimalGroups: A feature must occur in so many different groups.
    ///   - folds: How many folds; groups are dealt out by a hash of their name and the seed.
    init(
        _ examples: [LabelledStatement], features: StanceFeatures, minimalGroups: Int, folds: Int, seed: UInt64, idf: Double = 0
    ) {
        var (scratch, row) = (StanceFeatures.Scratch(), FeatureRow(denseColumns: features.denseNames.count))
        let groups = TrainingSet.numbers(of: examples.map(\.group))
        var seen: [UInt64: Seen] = [:]
        for (index, example) in examples.enumerated() {
            features(example.statement, scratch: &scratch, row: &row)
            for (place, occurrence) in row.occurrences.enumerated() {
                seen[occurrence.key, default: Seen(row: Int32(index), place: Int32(place))].count(group: groups[index])
            }
        }
        let kept = seen.filter { $0.value.groups >= minimalGroups }.sorted { $0.key < $1.key }
        var columnOf: [UInt64: Int] = [:]
        for (column, entry) in kept.enumerated() { columnOf[entry.key] = column }
        var names = [String](repeating: "", count: kept.count)
        var wanted: [Int32: [(place: Int32, column: Int)]] = [:]
        for (column, entry) in kept.enumerated() { wanted[entry.value.row, default: []].append((entry.value.place, column)) }

        let total = Double(Set(groups).count)
        let scale = idf > 0 ? kept.map { pow(log(total / Double($0.value.groups)) / log(total / 20), idf) } : []
        var (sparse, dense) = (SparseMatrix(), [Double]())
        for (index, example) in examples.enumerated() {
            features(example.statement, scratch: &scratch, row: &row)
            for occurrence in row.occurrences {
                if let column = columnOf[occurrence.key] { sparse.append(column: column, value: Int(Double(occurrence.value) * (scale.isEmpty ? 1 : scale[column]))) }
            }
            sparse.endRow()
            dense.append(contentsOf: row.dense.lazy.map(Double.init))
            for (place, column) in wanted[Int32(index)] ?? [] {
                names[column] = features.name(of: row.occurrences[Int(place)], in: example.statement.document)
            }
        }
        self.examples = examples
        self.features = FeatureMatrix(
            sparse: sparse, sparseColumns: kept.count, dense: dense, denseColumns: features.denseNames.count)
        columns = zip(kept, names).map { ($0.key, $1) }
        self.folds = examples.map { TrainingSet.fold(of: $0.group, among: folds, seed: seed) }
    }

    /// Where a feature was first seen, and in how many groups.
    private struct Seen {
        let row: Int32
        let place: Int32
        var groups = 0
        var last: Int32 = -1

        init(row: Int32, place: Int32) { (self.row, self.place) = (row, place) }

        /// Rows of a group that are not neighbours may count twice; they are neighbours in every file we know.
        mutating func count(group: Int32) {
            if group != last { groups += 1 }
            last = group
        }
    }

    private static func numbers(of groups: [String]) -> [Int32] {
        var numbers: [String: Int32] = [:]
        return groups.map { group in
            if let number = numbers[group] { return number }
            let number = Int32(numbers.count)
            numbers[group] = number
            return number
        }
    }

    private static func fold(of group: String, among folds: Int, seed: UInt64) -> Int {
        var hash = Hasher64(seed: seed)
        for byte in group.utf8 { hash.combine(byte) }
        return Int(hash.finish() % UInt64(folds))
    }

    /// Some of the rows, in order.
    func rows(where isIn: (Int) -> Bool) -> [Int] { examples.indices.filter(isIn) }

    func matrix(of rows: [Int]) -> FeatureMatrix {
        let d = features.denseColumns
        var (sparse, dense) = (SparseMatrix(), [Double]())
        for row in rows {
            for entry in features.sparse.entries(of: row) {
                sparse.append(column: Int(features.sparse.columns[entry]), value: Int(features.sparse.values[entry]))
            }
            sparse.endRow()
            dense.append(contentsOf: features.dense[row * d..<(row + 1) * d])
        }
        return FeatureMatrix(sparse: sparse, sparseColumns: features.sparseColumns, dense: dense, denseColumns: d)
    }
}
