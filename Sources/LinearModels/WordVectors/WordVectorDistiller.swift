#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import TextFiles

/// Makes word vectors out of a sentence encoder: what the encoder says of each word piece alone, in fewer
/// dimensions and in bytes.
///
/// After Minish Lab's Model2Vec (2024): mean of the last layer, principal components, weights by frequency. A
/// word's share of all words is taken from its rank, since BERT's vocabulary lists words by falling
/// frequency; the weight is a ÷ (a + share) (Arora, Liang and Ma 2017, "smooth inverse frequency").
public struct WordVectorDistiller {
    /// How many principal components are kept; a multiple of 16.
    public var dimensions = 192
    /// *a* of the weights.
    public var smoothing = 1e-3
    /// How many heads the encoder's attention has.
    public var heads = 12

    public init() {}

    /// - Parameters:
    ///   - folder: `model.safetensors` and `vocab.txt` of an uncased BERT-like encoder.
    ///   - progress: Called with the number of pieces done and of all pieces.
    /// - Throws: `FileError` for what is missing or does not fit together.
    public func callAsFunction(folder: String, progress: (Int, Int) -> Void = { _, _ in }) throws -> Safetensors {
        precondition(dimensions > 0 && dimensions % 16 == 0, "dimensions are a multiple of 16")
        let vocabulary = try WordPieceVocabulary(path: folder + "/vocab.txt")
        let encoder = try SentenceEncoder(weights: folder + "/model.safetensors", heads: heads)
        guard encoder.vocabularySize == vocabulary.names.count else {
            throw FileError(path: folder, reason: "has a vocabulary that is not the encoder's")
        }
        guard dimensions <= encoder.hidden else {
            throw FileError(path: folder, reason: "has an encoder of fewer than \(dimensions) dimensions")
        }
        let rows = vocabulary.rows(smoothing: smoothing)
        let states = states(rows.map(\.token), vocabulary, encoder, progress)
        return stored(rows, reduced(states, width: encoder.hidden))
    }

    /// What the encoder says of each piece between the marks of start and end; pieces × hidden.
    private func states(
        _ tokens: [Int], _ vocabulary: WordPieceVocabulary, _ encoder: SentenceEncoder, _ progress: (Int, Int) -> Void
    ) -> [Double] {
        var states: [Double] = []
        states.reserveCapacity(tokens.count * encoder.hidden)
        for start in stride(from: 0, to: tokens.count, by: 256) {
            progress(start, tokens.count)
            let batch = tokens[start..<min(start + 256, tokens.count)]
            let sequences = batch.flatMap { [vocabulary.start, $0, vocabulary.end] }
            states.append(contentsOf: encoder.means(sequences, length: 3).lazy.map(Double.init))
        }
        return states
    }

    /// Principal components, rows × `dimensions`.
    private func reduced(_ states: [Double], width: Int) -> [Double] {
        let count = states.count / width
        var mean = [Double](repeating: 0, count: width)
        for index in states.indices { mean[index % width] += states[index] }
        let centred = states.indices.map { states[$0] - mean[$0 % width] / Double(count) }
        let products = DenseAlgebra.gradient(residuals: centred, rows: centred, labels: width)
        let axes = SymmetricMatrix.axes(products, size: width).prefix(dimensions).flatMap(\.vector)
        return DenseAlgebra.scores(rows: centred, weights: axes, labels: dimensions)
    }
}

extension WordVectorDistiller {
    /// The rows as bytes, each with a scale of its own, in byte order of their names.
    private func stored(_ rows: [WordPieceVocabulary.Row], _ vectors: [Double]) -> Safetensors {
        let order = rows.indices.sorted { rows[$0].name.lexicographicallyPrecedes(rows[$1].name) }
        let peaks = rows.indices.map { row in
            vectors[row * dimensions..<(row + 1) * dimensions].reduce(1e-12) { max($0, abs($1)) }
        }
        let largest = peaks.max() ?? 1
        var (names, bytes, scales, weights) = ([UInt8](), [Int8](), [UInt16](), [UInt16]())
        for row in order {
            names.append(contentsOf: rows[row].name + [UInt8(ascii: "\n")])
            for value in vectors[row * dimensions..<(row + 1) * dimensions] {
                bytes.append(Int8((value / peaks[row] * 127).rounded()))
            }
            scales.append(UInt16((peaks[row] / largest * 65_535).rounded()))
            weights.append(UInt16((rows[row].weight * 65_535).rounded()))
        }
        var file = Safetensors(metadata: ["kind": WordVectors.kind, "format_version": WordVectors.formatVersion])
        file.set("names", names, shape: [names.count])
        file.set("vectors", bytes, shape: [rows.count, dimensions])
        file.set("scales", scales, shape: [rows.count])
        file.set("weights", weights, shape: [rows.count])
        return file
    }
}
