import LinearModels

/// Random numbers that are the same on every run (SplitMix64, Steele, Lea and Flood).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
        return z ^ z >> 31
    }
}

extension FeatureMatrix {
    /// Rows with a few sparse values, some of them twice in a row, and dense values within ±8.
    static func generated(rows: Int, sparseColumns: Int, denseColumns: Int, seed: UInt64) -> FeatureMatrix {
        var random = SplitMix(seed: seed)
        var sparse = SparseMatrix()
        var dense: [Double] = []
        for _ in 0..<rows {
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                sparse.append(
                    column: Int.random(in: 0..<sparseColumns, using: &random),
                    value: Int.random(in: -1_500...1_500, using: &random))
            }
            sparse.endRow()
            for _ in 0..<denseColumns { dense.append(Double(Int.random(in: -8_000...8_000, using: &random))) }
        }
        return FeatureMatrix(sparse: sparse, sparseColumns: sparseColumns, dense: dense, denseColumns: denseColumns)
    }

    /// One row as plain numbers in units, sparse columns first.
    func plainRow(_ row: Int) -> [Double] {
        var plain = [Double](repeating: 0, count: sparseColumns + denseColumns)
        for entry in sparse.entries(of: row) {
            plain[Int(sparse.columns[entry])] += Double(sparse.values[entry]) / 1_000
        }
        for column in 0..<denseColumns { plain[sparseColumns + column] = dense[row * denseColumns + column] / 1_000 }
        return plain
    }
}

extension SoftmaxObjective {
    static func generated(seed: UInt64, rows: Int = 60) -> SoftmaxObjective {
        var random = SplitMix(seed: seed &+ 1)
        return SoftmaxObjective(
            features: .generated(rows: rows, sparseColumns: 9, denseColumns: 4, seed: seed),
            targets: (0..<rows).map { _ in Int.random(in: 0..<3, using: &random) },
            rowWeights: (0..<rows).map { _ in Double.random(in: 0.2...2, using: &random) },
            labels: 3, sparsePenalty: 0.7, densePenalty: 0.3)
    }
}

extension LinearModel {
    static func generated(seed: UInt64) -> LinearModel {
        var random = SplitMix(seed: seed)
        let vocabulary = Vocabulary((0..<40).map { (random.next(), "word:w\($0)") })
        return LinearModel(
            labels: ["favor", "against", "none"], vocabulary: vocabulary,
            sparseWeights: (0..<120).map { _ in Int16.random(in: -9_000...9_000, using: &random) },
            denseNames: (0..<7).map { "dense\($0)" },
            denseWeights: (0..<21).map { _ in Double(Int.random(in: -30_000...30_000, using: &random)) },
            intercepts: [1_234_567, -7, 0], metadata: ["kind": "test", "seed": String(seed)])
    }
}
