#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif
import TextFiles
import Testing

@testable import LinearModels

struct SentenceEncoderTests {
    /// Weights ½ · sin(0.7 i + n) for the nth array: hidden 8, 7 words, 2 layers.
    private func tinyEncoder() -> Safetensors {
        var (file, number) = (Safetensors(), 0)
        func add(_ name: String, _ shape: [Int]) {
            let count = shape.reduce(1, *)
            file.set(name, (0..<count).map { Float(0.5 * sin(0.7 * Double($0) + Double(number))) }, shape: shape)
            number += 1
        }
        add("embeddings.word_embeddings.weight", [7, 8])
        add("embeddings.position_embeddings.weight", [6, 8])
        add("embeddings.token_type_embeddings.weight", [2, 8])
        add("embeddings.LayerNorm.weight", [8])
        add("embeddings.LayerNorm.bias", [8])
        for layer in 0..<2 {
            let name = "encoder.layer.\(layer)."
            for part in ["self.query", "self.key", "self.value", "output.dense"] {
                add(name + "attention.\(part).weight", [8, 8])
                add(name + "attention.\(part).bias", [8])
            }
            add(name + "attention.output.LayerNorm.weight", [8])
            add(name + "attention.output.LayerNorm.bias", [8])
            add(name + "intermediate.dense.weight", [16, 8])
            add(name + "intermediate.dense.bias", [16])
            add(name + "output.dense.weight", [8, 16])
            add(name + "output.dense.bias", [8])
            add(name + "output.LayerNorm.weight", [8])
            add(name + "output.LayerNorm.bias", [8])
        }
        return file
    }

    @Test func `it computes what the same formulas in numpy give`() throws {
        let scratch = try ScratchFolder()
        try tinyEncoder().write(to: scratch.path + "/w")
        let means = try SentenceEncoder(weights: scratch.path + "/w", heads: 2).means([1, 4, 2, 1, 6, 2], length: 3)
        // numpy 2, 64 bits.
        let expected: [Float] = [
            -0.53297, -0.89903, 0.01321, 0.67220, 0.40451, 0.89582, 0.89232, -0.31607, -0.53304, -0.89889, 0.01305,
            0.67221, 0.40453, 0.89622, 0.89184, -0.31638,
        ]
        #expect(means.count == 16)
        for (mean, value) in zip(means, expected) { #expect(abs(mean - value) < 1e-4) }
    }

    @Test func `weights that are missing are named`() throws {
        let scratch = try ScratchFolder()
        var file = Safetensors()
        file.set("embeddings.word_embeddings.weight", [1, 2] as [Float], shape: [1, 2])
        try file.write(to: scratch.path + "/w")
        #expect(throws: FileError(path: scratch.path + "/w", reason: "lacks 'embeddings.position_embeddings.weight'")) {
            try SentenceEncoder(weights: scratch.path + "/w", heads: 1)
        }
    }

    @Test func `distilled vectors are read back, and keep the distances of the encoder's states`() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.write("[PAD]\n[CLS]\n[SEP]\n.\nthe\ntalk\n##s\n", to: "vocab.txt")
        // 16 dimensions are the fewest, and the tiny encoder has 8.
        try tinyEncoder().write(to: scratch.path + "/model.safetensors")
        #expect(throws: FileError.self) { try WordVectorDistiller()(folder: scratch.path) }
    }
}

struct SymmetricMatrixTests {
    @Test func `axes rebuild the matrix and stand at right angles`() {
        var random = SplitMix(seed: 3)
        let n = 9
        var matrix = [Double](repeating: 0, count: n * n)
        for i in 0..<n {
            for j in 0...i {
                matrix[i * n + j] = Double.random(in: -1...1, using: &random)
                matrix[j * n + i] = matrix[i * n + j]
            }
        }
        let axes = SymmetricMatrix.axes(matrix, size: n)
        for i in 0..<n {
            for j in 0..<n {
                let rebuilt = axes.reduce(0) { $0 + $1.value * $1.vector[i] * $1.vector[j] }
                #expect(abs(rebuilt - matrix[i * n + j]) < 1e-9)
                let product = (0..<n).reduce(0) { $0 + axes[i].vector[$1] * axes[j].vector[$1] }
                #expect(abs(product - (i == j ? 1 : 0)) < 1e-9)
            }
        }
        #expect(axes.map(\.value) == axes.map(\.value).sorted(by: >))
    }
}
