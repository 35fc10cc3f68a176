import Discourse
import LinearModels

/// Labelled targets turned into a matrix.
struct TargetTrainingSet: Sendable {
    let examples: [LabelledTarget]
    let features: FeatureMatrix
    /// Key and name of each sparse column, in rising order of keys.
    let columns: [(key: UInt64, name: String)]

    /// - Parameter minimalGroups: In how many groups a feature must occur to get a column.
    init(_ examples: [LabelledTarget], extract: TargetExtractor, minimalGroups: Int) {
        self.examples = examples
        let kept = TargetTrainingSet.columns(examples, extract, minimalGroups)
        var columnOf: [UInt64: Int] = [:]
        for (column, feature) in kept.enumerated() { columnOf[feature] = column }

        var row = TargetRow(denseColumns: TargetFeatures.denseNames.count)
        var (sparse, dense) = (SparseMatrix(), [Double]())
        var names = [String](repeating: "", count: kept.count)
        for example in examples {
            let reading = extract(example.mention.tokens, of: example.mention.document, row: &row)
            for occurrence in row.occurrences {
                guard let column = columnOf[occurrence.key] else { continue }
                sparse.append(column: column, value: Int(occurrence.value))
                if names[column].isEmpty { names[column] = extract.features.name(of: occurrence, in: reading) }
            }
            sparse.endRow()
            dense.append(contentsOf: row.dense.lazy.map(Double.init))
        }
        features = FeatureMatrix(
            sparse: sparse, sparseColumns: kept.count, dense: dense, denseColumns: TargetFeatures.denseNames.count)
        columns = zip(kept, names).map { ($0, $1) }
    }

    /// Features that occur in enough groups, in rising order.
    private static func columns(
        _ examples: [LabelledTarget], _ extract: TargetExtractor, _ minimalGroups: Int
    ) -> [UInt64] {
        var groups: [UInt64: (count: Int, last: Int)] = [:]
        var row = TargetRow(denseColumns: TargetFeatures.denseNames.count)
        let byGroup = examples.indices.sorted { (examples[$0].group, $0) < (examples[$1].group, $1) }
        var (group, number) = ("", -1)
        for index in byGroup {
            if examples[index].group != group || number < 0 { (group, number) = (examples[index].group, number + 1) }
            _ = extract(examples[index].mention.tokens, of: examples[index].mention.document, row: &row)
            for occurrence in row.occurrences {
                let seen = groups[occurrence.key] ?? (0, -1)
                if seen.last != number { groups[occurrence.key] = (seen.count + 1, number) }
            }
        }
        return groups.filter { $0.value.count >= minimalGroups }.map(\.key).sorted()
    }
}
