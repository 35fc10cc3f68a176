import LinearModels

/// How texts become rows for the solver: which n-grams count, what they weigh, and where the copies of each
/// feature stand.
///
/// Every feature stands in a row twice (Daumé 2007, "Frustratingly Easy Domain Adaptation"): once for all
/// targets, at half its value, and once for the text's own target. Measures are scaled to equal spread, each
/// group to a total of its share.
struct TextDesign {
    /// 4,096ths; 0 for n-grams that are left out.
    let idf: [UInt16]
    /// The column of each n-gram for all targets, then for each target by itself; -1 where it has none.
    private(set) var columns: [[Int32]]
    let denseStart: Int
    /// What one thousandth of each measure counts.
    let denseScales: [Float]
    let targets: Int
    let measures: Int
    let columnCount: Int
    static let sharedWeight: Float = 0.5

    /// - Parameter rows: The texts to learn from.
    init(_ set: TextTrainingSet, rows: [Int], settings: TextStanceTrainer.Settings) {
        var texts = [Int](repeating: 0, count: set.keys.count)
        for row in rows { for entry in set.starts[row]..<set.starts[row + 1] { texts[Int(set.grams[entry])] += 1 } }
        idf = texts.map { $0 < settings.minimalTexts ? 0 : GramWeights.idf(texts: rows.count, with: $0) }
        targets = set.targets.count
        measures = set.measures.count
        columns = Array(repeating: Array(repeating: -1, count: set.keys.count), count: targets + 1)
        var next: Int32 = 0
        for gram in idf.indices where idf[gram] > 0 {
            columns[0][gram] = next
            next += 1
        }
        // With one target a copy would only repeat what is shared.
        if targets > 1 {
            for row in rows {
                for entry in set.starts[row]..<set.starts[row + 1] {
                    let gram = Int(set.grams[entry])
                    guard idf[gram] > 0, columns[set.target[row] + 1][gram] < 0 else { continue }
                    columns[set.target[row] + 1][gram] = next
                    next += 1
                }
            }
        }
        denseStart = Int(next)
        denseScales = TextDesign.scales(set, rows: rows, settings: settings)
        columnCount = denseStart + (targets + 1) * measures + targets + 1
    }

    /// The column of a measure for all targets (0) or for one of them (its number + 1).
    func denseColumn(_ measure: Int, copy: Int) -> Int { denseStart + copy * measures + measure }

    /// The column of ones of a target.
    func interceptColumn(_ target: Int) -> Int { denseStart + (targets + 1) * measures + target }

    private static func scales(_ set: TextTrainingSet, rows: [Int], settings: TextStanceTrainer.Settings) -> [Float] {
        let (d, vectors) = (set.measures.count, set.measures.vectorCount)
        let groups = [
            (0..<vectors, settings.vectorShare),
            (vectors..<vectors + TextMeasures.surface.count, settings.surfaceShare),
            (vectors + TextMeasures.surface.count..<d, settings.flagShare),
        ]
        var scales = [Float](repeating: 0, count: d)
        for (columns, share) in groups {
            for column in columns {
                var (sum, square) = (0.0, 0.0)
                for row in rows {
                    let value = Double(set.dense[row * d + column])
                    sum += value
                    square += value * value
                }
                let count = Double(max(rows.count, 1))
                let spread = max(square / count - sum / count * sum / count, 0).squareRoot()
                scales[column] = spread < 1 ? 0 : Float(share / (spread * Double(columns.count).squareRoot()))
            }
        }
        return scales
    }

    /// Rows of texts; n-grams without a column are left out.
    func rows(_ set: TextTrainingSet, _ rows: [Int]) -> WeightedRows {
        var result = WeightedRows()
        var (grams, entries, values) = ([Int](), [GramWeights.Entry](), [Int32]())
        for row in rows {
            grams.removeAll(keepingCapacity: true)
            entries.removeAll(keepingCapacity: true)
            for entry in set.starts[row]..<set.starts[row + 1] where idf[Int(set.grams[entry])] > 0 {
                let gram = Int(set.grams[entry])
                grams.append(gram)
                entries.append(.init(count: set.counts[entry], idf: idf[gram], block: set.blocks[gram]))
            }
            GramWeights.weigh(entries, into: &values)
            let own = set.target[row] + 1
            for (gram, value) in zip(grams, values) {
                let value = Float(value) / Float(GramWeights.unit)
                append(&result, Int(columns[0][gram]), value * (targets > 1 ? TextDesign.sharedWeight : 1))
                append(&result, Int(columns[own][gram]), value)
            }
            for measure in 0..<measures {
                let value = Float(set.dense[row * measures + measure]) * denseScales[measure]
                guard value != 0 else { continue }
                append(&result, denseColumn(measure, copy: 0), value * (targets > 1 ? TextDesign.sharedWeight : 1))
                if targets > 1 { append(&result, denseColumn(measure, copy: own), value) }
            }
            append(&result, interceptColumn(set.target[row]), 1)
            result.endRow()
        }
        return result
    }

    private func append(_ rows: inout WeightedRows, _ column: Int, _ value: Float) {
        if column >= 0 { rows.append(column: column, value: value) }
    }
}
