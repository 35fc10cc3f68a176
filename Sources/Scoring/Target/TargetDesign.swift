import Discourse
import LinearModels

/// The matrix that is fitted: the features of a training set, scaled, with the word vectors of their words.
///
/// Sparse features are scaled by 1 + ln(n ÷ df), so that common ones are held back; measures are brought to a deviation
/// of 1. A word's vector stands for it wherever the word alone is a feature of one of `views`. Since all of it is linear,
/// what is learned of vectors becomes a weight of each word that has one, whether the training texts have the word or not:
/// `unscaled` gives the weights of the features as they are, and no vector is needed to predict.
struct TargetDesign: Sendable {
    let features: FeatureMatrix
    private let set: TargetTrainingSet
    private let factors: [Double]
    private let deviations: [Double]
    private let vectors: WordVectorFile?
    /// What a vector's numbers are multiplied by in each view.
    private var viewScales: [Double] = []

    private static let views: [TargetRow.Family] = [.sentence, .clause, .left, .right]

    init(_ set: TargetTrainingSet, vectors: WordVectorFile?, settings: TargetTrainer.Settings) {
        let (source, n) = (set.features, set.features.rowCount)
        (self.set, self.vectors) = (set, vectors)
        factors = TargetDesign.factors(source)
        deviations = TargetDesign.deviations(source)

        var sparse = SparseMatrix()
        for row in 0..<n {
            for entry in source.sparse.entries(of: row) {
                let column = Int(source.sparse.columns[entry])
                sparse.append(
                    column: column, value: Int((Double(source.sparse.values[entry]) * factors[column]).rounded()))
            }
            sparse.endRow()
        }
        let width = vectors.map { $0.width * TargetDesign.views.count } ?? 0
        var block = vectors.map { TargetDesign.block(sparse, set.columns.map(\.key), $0) } ?? []
        if let vectors { viewScales = TargetDesign.scale(&block, width: vectors.width, to: settings.vectorScale) }
        var dense: [Double] = []
        let d = source.denseColumns
        for row in 0..<n {
            for column in 0..<d { dense.append(source.dense[row * d + column] / deviations[column]) }
            dense.append(contentsOf: block[row * width..<(row + 1) * width])
        }
        features = FeatureMatrix(
            sparse: sparse, sparseColumns: source.sparseColumns, dense: dense, denseColumns: d + width)
    }

    /// 1 + ln(n ÷ df) over its mean.
    private static func factors(_ source: FeatureMatrix) -> [Double] {
        var (counts, last) = (
            [Int](repeating: 0, count: source.sparseColumns), [Int](repeating: -1, count: source.sparseColumns)
        )
        for row in 0..<source.rowCount {
            for entry in source.sparse.entries(of: row) {
                let column = Int(source.sparse.columns[entry])
                if last[column] != row { (counts[column], last[column]) = (counts[column] + 1, row) }
            }
        }
        let factors = counts.map { 1 + logarithm(Double(source.rowCount) / Double($0 + 1)) }
        let mean = factors.reduce(0, +) / Double(max(factors.count, 1))
        return factors.map { $0 / mean }
    }

    /// Of each dense column, in units; 1 for one that does not vary.
    private static func deviations(_ source: FeatureMatrix) -> [Double] {
        let (n, d) = (source.rowCount, source.denseColumns)
        return (0..<d).map { column in
            let values = (0..<n).map { source.dense[$0 * d + column] / 1_000 }
            let mean = values.reduce(0, +) / Double(n)
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n)
            // Rounding leaves a constant column a variance of some 1e-30.
            return variance > 1e-9 ? variance.squareRoot() : 1
        }
    }
}

// MARK: - Word vectors

extension TargetDesign {
    /// The vectors of a row's words, summed with the values of their features: rows × views × width.
    private static func block(_ sparse: SparseMatrix, _ keys: [UInt64], _ vectors: WordVectorFile) -> [Double] {
        let places = places(keys, vectors)
        let width = vectors.width
        var block = [Double](repeating: 0, count: sparse.rowCount * views.count * width)
        for row in 0..<sparse.rowCount {
            for entry in sparse.entries(of: row) {
                guard let place = places[Int(sparse.columns[entry])] else { continue }
                let (base, value) = ((row * views.count + place.view) * width, Double(sparse.values[entry]))
                for index in 0..<width { block[base + index] += value * vectors.numbers[place.word * width + index] }
            }
        }
        return block
    }

    /// The view and word of each column that is a single word with a vector.
    private static func places(_ keys: [UInt64], _ vectors: WordVectorFile) -> [(view: Int, word: Int)?] {
        var placeOf: [UInt64: (view: Int, word: Int)] = [:]
        for (word, key) in vectors.words.map({ WordKey($0).bits }).enumerated() {
            for (view, family) in views.enumerated() {
                placeOf[TargetFeatures.key(family, [key])] = (view, word)
            }
        }
        return keys.map { placeOf[$0] }
    }

    /// Scales each view to a deviation; returns what it was multiplied by.
    private static func scale(_ block: inout [Double], width: Int, to deviation: Double) -> [Double] {
        let stride = views.count * width
        return views.indices.map { view in
            var squares = 0.0
            for row in 0..<block.count / stride {
                for index in 0..<width {
                    let number = block[row * stride + view * width + index] / 1_000
                    squares += number * number
                }
            }
            let scale = squares > 0 ? deviation / (squares / Double(block.count / views.count)).squareRoot() : 0
            for row in 0..<block.count / stride {
                for index in 0..<width { block[row * stride + view * width + index] *= scale }
            }
            return scale
        }
    }
}

// MARK: - Back to the features as they are

extension TargetDesign {
    /// The weights of unscaled features, and the columns: those of the training set, then words that only have a vector.
    func unscaled(_ parameters: [Double]) -> (parameters: [Double], columns: [(key: UInt64, name: String)]) {
        let (k, d) = (3, set.features.denseColumns)
        var columns = set.columns
        var sparse = [Double](parameters[..<(k * set.columns.count)])
        for column in columns.indices { for label in 0..<k { sparse[column * k + label] *= factors[column] } }
        let denseStart = k * set.columns.count
        if let vectors { addVectors(vectors, parameters, to: &sparse, &columns) }
        var dense: [Double] = []
        for label in 0..<k {
            let base = denseStart + label * features.denseColumns
            for column in 0..<d { dense.append(parameters[base + column] / deviations[column]) }
        }
        return (sparse + dense + parameters.suffix(k), columns)
    }

    private func addVectors(
        _ vectors: WordVectorFile, _ parameters: [Double], to sparse: inout [Double],
        _ columns: inout [(key: UInt64, name: String)]
    ) {
        let (k, d, denseStart) = (3, set.features.denseColumns, 3 * set.columns.count)
        var columnOf: [UInt64: Int] = [:]
        for (column, feature) in columns.enumerated() { columnOf[feature.key] = column }
        // A word that training has not seen is as rare as can be.
        let rarest = factors.max() ?? 1
        for (word, name) in vectors.words.enumerated() {
            for (view, family) in TargetDesign.views.enumerated() {
                let key = TargetFeatures.key(family, [WordKey(name).bits])
                let column = columnOf[key] ?? columns.count
                if column == columns.count {
                    columnOf[key] = column
                    columns.append((key, "\(family): \(name)"))
                    sparse += Array(repeating: 0, count: k)
                }
                let factor = (column < factors.count ? factors[column] : rarest) * viewScales[view]
                for label in 0..<k {
                    let base = denseStart + label * features.denseColumns + d + view * vectors.width
                    var weight = 0.0
                    for index in 0..<vectors.width {
                        weight += parameters[base + index] * vectors.numbers[word * vectors.width + index]
                    }
                    sparse[column * k + label] += weight * factor
                }
            }
        }
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

private func logarithm(_ value: Double) -> Double { log(value) }
