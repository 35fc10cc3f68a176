import TextFiles
import Testing

@testable import LinearModels

struct WordVectorsTests {
    private static let names = ["##ing", "##s", "cease", "fire", "talk", "talks", "un"]
    private let scratch: ScratchFolder
    private let vectors: WordVectors
    private let file: Safetensors

    init() throws {
        scratch = try ScratchFolder()
        var random = SplitMix(seed: 5)
        let names = WordVectorsTests.names
        var file = Safetensors(metadata: ["kind": "word-vectors", "format_version": "1"])
        file.set(
            "names", Array(names.joined(separator: "\n").utf8) + [10], shape: [names.joined().utf8.count + names.count])
        file.set(
            "vectors", (0..<names.count * 32).map { _ in Int8.random(in: -127...127, using: &random) },
            shape: [names.count, 32])
        file.set("scales", names.map { _ in UInt16.random(in: 9_000...65_535, using: &random) }, shape: [names.count])
        file.set("weights", names.map { _ in UInt16.random(in: 9_000...65_535, using: &random) }, shape: [names.count])
        self.file = file
        try file.write(to: scratch.path + "/v")
        vectors = try WordVectors(path: scratch.path + "/v")
    }

    private func pieces(_ text: String) -> [String] {
        vectors.units(Array(text.utf8).span).map { vectors.name(of: Int($0.row)) }
    }

    @Test(arguments: [
        ("talks", "talks"), ("talking", "talk ##ing"), ("Talk talks", "talk talks"), ("fires", "fire ##s"),
        ("ceasefire", ""), ("zzz talk", "talk"), ("", ""), ("unfire", ""),
    ])
    func `a word is itself or its longest pieces from the left`(text: String, expected: String) {
        #expect(pieces(text) == expected.split(separator: " ").map(String.init))
    }

    @Test func `pieces of a word share its place in the text`() {
        let units = vectors.units(Array("no talking".utf8).span)
        #expect(units.map(\.range) == [3..<10, 3..<10])
    }

    @Test(arguments: ["talks", "talk talking un", "cease fire cease fires talks"])
    func `what the words give adds up to the text to the last thousandth`(text: String) {
        let long = String(repeating: text + " ", count: 300)
        for text in [text, long] {
            let pooled = vectors.pool(Array(text.utf8).span)
            var sums = [Int](repeating: 0, count: 32)
            for share in vectors.shares(in: pooled) { for column in 0..<32 { sums[column] += share[column] } }
            #expect(pooled.units.isEmpty == false)
            #expect(sums == pooled.values.map(Int.init))
        }
    }

    @Test(arguments: ["talks", "talk talking un", "cease fire cease fires talks"])
    func `what the words give a score adds up to it and is near what their columns give`(text: String) {
        let pooled = vectors.pool(Array(text.utf8).span)
        let weights = (0..<32).map { Int32($0 * 37 % 101) - 50 }
        let score = zip(pooled.values, weights).reduce(0) { $0 + Int($1.0) * Int($1.1) }
        let given = vectors.contributions(in: pooled, weights: weights)
        #expect(given.reduce(0, +) == score)
        for (share, columns) in zip(given, vectors.shares(in: pooled)) {
            let slow = zip(columns, weights).reduce(0) { $0 + $1.0 * Int($1.1) }
            #expect(abs(share - slow) <= weights.reduce(0) { $0 + Int(abs($1)) } * 2)
        }
    }

    @Test(arguments: ["talks", "talk talking un", "cease fire cease fires talks"])
    func `a text has a root mean square of one and the direction of the weighted sum`(text: String) {
        let pooled = vectors.pool(Array(text.utf8).span)
        var plain = [Double](repeating: 0, count: 32)
        let entries = file.numbers("vectors", of: Int8.self)!
        let (scales, weights) = (file.numbers("scales", of: UInt16.self)!, file.numbers("weights", of: UInt16.self)!)
        for unit in pooled.units {
            let row = Int(unit.row)
            for column in 0..<32 {
                plain[column] += Double(entries[row * 32 + column]) * Double(scales[row]) * Double(weights[row])
            }
        }
        let length = plain.reduce(0) { $0 + $1 * $1 }.squareRoot()
        for column in 0..<32 {
            let expected = plain[column] / length * 32.0.squareRoot() * 1_000
            #expect(abs(expected - Double(pooled.values[column])) < 4)
        }
    }

    @Test func `a text without known words is all zeros`() {
        #expect(vectors.pool(Array("zzz".utf8).span).values == Array(repeating: 0, count: 32))
    }

    @Test func `a very long text counts by its first words`() {
        let long = Array(String(repeating: "talks ", count: 9_000).utf8)
        let pooled = vectors.pool(long.span)
        #expect(pooled.units.count == WordVectors.mostUnits)
        #expect(pooled.values == vectors.pool(Array("talks".utf8).span).values)
    }

    @Test func `a file of something else, a cut one and an altered one are refused`() throws {
        func reason(_ bytes: [UInt8]) throws -> String? {
            let path = scratch.path + "/bad"
            try StagedFile.write(bytes, to: path)
            do {
                _ = try WordVectors(path: path)
                return nil
            } catch { return (error as? FileError)?.reason }
        }
        #expect(try reason(LinearModel.generated(seed: 1).file.encoded) == "holds no word vectors")
        #expect(try reason(file.encoded.dropLast()) == "model file ends early")
        #expect(try reason([]) == "model file ends early")
        var bytes = file.encoded
        bytes[bytes.count - 9] ^= 4
        #expect(try reason(bytes)?.hasPrefix("was altered") == true)
        var other = file
        other.set("weights", [1] as [UInt16], shape: [1])
        #expect(try reason(other.encoded)?.hasPrefix("has arrays of the wrong size") == true)
        other = file
        other.set("names", Array("b\na\n".utf8), shape: [4])
        #expect(try reason(other.encoded) == "has names out of order")
    }
}
