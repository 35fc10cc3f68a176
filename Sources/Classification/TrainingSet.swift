import Discourse
import LinearModels

/// Labelled statements turned into a matrix.
struct TrainingSet: Sendable {
    let examples: [LabelledStatement]
    let features: FeatureMatrix
    /// Key and name of each sparse column, in rising order of keys.
    let columns: [(key: UInt64, name: String)]

    /// - Parameter minimalGroups: In how many groups a feature must occur to get a column.
    init(_ examples: [LabelledStatement], features: StanceFeatures, minimalGroups: Int) {
        self.examples = examples
        let census = FeatureCensus(examples, features: features)
        let kept = census.features(inAtLeast: minimalGroups)
        var columnOf: [UInt64: Int] = [:]
        for (column, feature) in kept.enumerated() { columnOf[feature.key] = column }

        var (reading, row) = (StatementReading(), FeatureRow(denseColumns: features.denseNames.count))
        var (sparse, dense) = (SparseMatrix(), [Double]())
        var names = [String](repeating: "", count: kept.count)
        for (index, example) in examples.enumerated() {
            features(example.statement, reading: &reading, row: &row)
            for occurrence in row.occurrences {
                guard let column = columnOf[occurrence.key] else { continue }
                sparse.append(column: column, value: Int(occurrence.value))
                if kept[column].firstRow == index, names[column].isEmpty {
                    names[column] = features.name(of: occurrence, in: example.statement.document)
                }
            }
            sparse.endRow()
            dense.append(contentsOf: row.dense.lazy.map(Double.init))
        }
        self.features = FeatureMatrix(
            sparse: sparse, sparseColumns: kept.count, dense: dense, denseColumns: features.denseNames.count)
        columns = zip(kept, names).map { ($0.key, $1) }
    }

    /// The features of some of the rows, in the order of `rows`.
    func matrix(of rows: [Int]) -> FeatureMatrix {
        let d = features.denseColumns
        var (sparse, dense) = (SparseMatrix(), [Double]())
        for row in rows {
            for entry in features.sparse.entries(of: row) {
                sparse.append(
                    column: Int(features.sparse.columns[entry]), value: Int(features.sparse.values[entry]))
            }
            sparse.endRow()
            dense.append(contentsOf: features.dense[row * d..<(row + 1) * d])
        }
        return FeatureMatrix(sparse: sparse, sparseColumns: features.sparseColumns, dense: dense, denseColumns: d)
    }
}

/// In how many groups each feature occurs, and in which example first.
struct FeatureCensus {
    private var counts: [UInt64: Count] = [:]

    private struct Count {
        let firstRow: Int
        var groups: Int
        var lastGroup: Int
    }

    init(_ examples: [LabelledStatement], features: StanceFeatures) {
        var (reading, row) = (StatementReading(), FeatureRow(denseColumns: features.denseNames.count))
        let byGroup = examples.indices.sorted { (examples[$0].group, $0) < (examples[$1].group, $1) }
        let names = NameCensus(examples, lexicon: features.lexicon)
        var (group, number) = ("", -1)
        for index in byGroup {
            if examples[index].group != group || number < 0 { (group, number) = (examples[index].group, number + 1) }
            features(examples[index].statement, reading: &reading, row: &row)
            let document = examples[index].statement.document
            for occurrence in row.occurrences where !names.isNamed(occurrence, in: document) {
                var count = counts[occurrence.key] ?? Count(firstRow: index, groups: 0, lastGroup: -1)
                if count.lastGroup != number { (count.groups, count.lastGroup) = (count.groups + 1, number) }
                counts[occurrence.key] = count
            }
        }
    }

    /// In rising order of keys.
    func features(inAtLeast groups: Int) -> [(key: UInt64, firstRow: Int)] {
        counts.filter { $0.value.groups >= groups }.map { ($0.key, $0.value.firstRow) }.sorted { $0.0 < $1.0 }
    }
}
