#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
import TextFiles

/// A BERT-like encoder read from its weights (Devlin and others 2019), run forward only.
///
/// It reads the folder of a sentence-transformers model: `model.safetensors`, `vocab.txt`. Activations are
/// tokens × hidden, row-major, 32-bit.
struct SentenceEncoder {
    let hidden: Int
    private let heads: Int
    private let words, positions: [Float]
    private let segment: [Float]
    private let norm: LayerNorm
    private let layers: [Layer]

    /// - Parameter heads: How many heads share the attention; the weights do not tell.
    /// - Throws: `FileError` when the weights are missing or are not those of such an encoder.
    init(weights path: String, heads: Int) throws {
        let file = try MappedTensors(path: path)
        func floats(_ name: String) throws -> [Float] {
            guard let floats = file.floats(name) else { throw FileError(path: path, reason: "lacks '\(name)'") }
            return floats
        }
        words = try floats("embeddings.word_embeddings.weight")
        positions = try floats("embeddings.position_embeddings.weight")
        hidden = file.shape("embeddings.word_embeddings.weight")?.last ?? 0
        guard hidden > 0, heads > 0, hidden % heads == 0 else {
            throw FileError(path: path, reason: "is no encoder with \(heads) heads")
        }
        segment = Array(try floats("embeddings.token_type_embeddings.weight").prefix(hidden))
        norm = try LayerNorm("embeddings.LayerNorm", floats)
        var layers: [Layer] = []
        while file.shape("encoder.layer.\(layers.count).output.dense.weight") != nil {
            layers.append(try Layer("encoder.layer.\(layers.count).", floats))
        }
        (self.heads, self.layers) = (heads, layers)
    }

    var vocabularySize: Int { words.count / hidden }

    /// The mean of the last layer over all tokens, for sequences of one length.
    ///
    /// - Parameter tokens: Sequences × length.
    /// - Returns: Sequences × hidden.
    func means(_ tokens: [Int], length: Int) -> [Float] {
        precondition(length > 0 && tokens.count % length == 0, "sequences have one length")
        var x = embedded(tokens, length)
        for layer in layers { layer(&x, length: length, heads: heads, hidden: hidden) }
        var means = [Float](repeating: 0, count: tokens.count / length * hidden)
        for token in tokens.indices {
            let (from, to) = (token * hidden, token / length * hidden)
            for column in 0..<hidden { means[to + column] += x[from + column] }
        }
        return means.map { $0 / Float(length) }
    }

    private func embedded(_ tokens: [Int], _ length: Int) -> [Float] {
        var x = [Float](repeating: 0, count: tokens.count * hidden)
        for (index, token) in tokens.enumerated() {
            let (word, position) = (token * hidden, index % length * hidden)
            for column in 0..<hidden {
                x[index * hidden + column] = words[word + column] + positions[position + column] + segment[column]
            }
        }
        norm(&x)
        return x
    }
}

extension SentenceEncoder {
    private typealias Floats = (String) throws -> [Float]

    /// A product with a matrix, outputs × inputs, and a bias.
    private struct Linear {
        let weights, bias: [Float]

        init(_ name: String, _ floats: Floats) throws {
            (weights, bias) = (try floats(name + ".weight"), try floats(name + ".bias"))
        }

        func callAsFunction(_ x: [Float]) -> [Float] {
            var y = DenseAlgebra.singlePrecisionScores(rows: x, weights: weights, labels: bias.count)
            for row in 0..<y.count / bias.count {
                for column in bias.indices { y[row * bias.count + column] += bias[column] }
            }
            return y
        }
    }

    /// Each row shifted and scaled to mean 0 and variance 1, then weighted by column.
    private struct LayerNorm {
        let gain, bias: [Float]

        init(_ name: String, _ floats: Floats) throws {
            (gain, bias) = (try floats(name + ".weight"), try floats(name + ".bias"))
        }

        func callAsFunction(_ x: inout [Float]) {
            let n = gain.count
            for row in 0..<x.count / n {
                var (sum, square): (Float, Float) = (0, 0)
                for column in 0..<n { sum += x[row * n + column] }
                let mean = sum / Float(n)
                for column in 0..<n {
                    let difference = x[row * n + column] - mean
                    square += difference * difference
                }
                let inverse = 1 / (square / Float(n) + 1e-12).squareRoot()
                for column in 0..<n {
                    x[row * n + column] = (x[row * n + column] - mean) * inverse * gain[column] + bias[column]
                }
            }
        }
    }

    private struct Layer {
        let query, key, value, mixed: Linear
        let attentionNorm: LayerNorm
        let wide, narrow: Linear
        let outputNorm: LayerNorm

        init(_ name: String, _ floats: Floats) throws {
            query = try Linear(name + "attention.self.query", floats)
            key = try Linear(name + "attention.self.key", floats)
            value = try Linear(name + "attention.self.value", floats)
            mixed = try Linear(name + "attention.output.dense", floats)
            attentionNorm = try LayerNorm(name + "attention.output.LayerNorm", floats)
            wide = try Linear(name + "intermediate.dense", floats)
            narrow = try Linear(name + "output.dense", floats)
            outputNorm = try LayerNorm(name + "output.LayerNorm", floats)
        }

        func callAsFunction(_ x: inout [Float], length: Int, heads: Int, hidden: Int) {
            let seen = attended(query(x), key(x), value(x), length, heads, hidden)
            SentenceEncoder.add(mixed(seen), to: &x)
            attentionNorm(&x)
            // GELU: each input times the chance that a normal variable is below it.
            let inner = wide(x).map { $0 * 0.5 * (1 + erff($0 * Float(0.5).squareRoot())) }
            SentenceEncoder.add(narrow(inner), to: &x)
            outputNorm(&x)
        }

        /// Each token's mean of its sequence's values, weighted by how well its query fits their keys.
        private func attended(
            _ q: [Float], _ k: [Float], _ v: [Float], _ length: Int, _ heads: Int, _ hidden: Int
        ) -> [Float] {
            let (width, root) = (hidden / heads, Float(hidden / heads).squareRoot())
            var result = [Float](repeating: 0, count: q.count)
            for token in 0..<q.count / hidden {
                let first = token / length * length
                for head in 0..<heads {
                    let column = head * width
                    let fits = (first..<first + length).map { other in
                        (0..<width).reduce(Float(0)) {
                            $0 + q[token * hidden + column + $1] * k[other * hidden + column + $1]
                        } / root
                    }
                    let top = fits.max() ?? 0
                    let powers = fits.map { expf($0 - top) }
                    let sum = powers.reduce(0, +)
                    for (index, power) in powers.enumerated() {
                        let (share, from) = (power / sum, (first + index) * hidden + column)
                        for c in 0..<width { result[token * hidden + column + c] += share * v[from + c] }
                    }
                }
            }
            return result
        }
    }

    private static func add(_ a: [Float], to b: inout [Float]) { for index in b.indices { b[index] += a[index] } }
}
