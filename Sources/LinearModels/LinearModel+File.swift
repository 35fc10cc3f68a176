import TextFiles

extension LinearModel {
    /// The layout this program writes. A file that says another number is refused by name.
    public static let formatVersion = "1"

    /// Reads a model that `write(to:)` wrote.
    ///
    /// - Throws: `FileError` when the file is cut off, altered, of another version, or does not fit together.
    public init(path: String) throws { try self.init(Safetensors(path: path), path: path) }

    /// - Parameter path: Named in errors.
    public init(_ file: Safetensors, path: String) throws {
        func error(_ reason: String) -> FileError { FileError(path: path, reason: reason) }
        func lines(_ key: String) -> [String] {
            (file.metadata[key] ?? "").split(separator: "\n").map(String.init)
        }
        guard let version = file.metadata["format_version"] else { throw error("is no model of this program") }
        guard version == LinearModel.formatVersion else {
            throw error("has model format \(version), this program reads \(LinearModel.formatVersion)")
        }
        let (labels, denseNames) = (lines("labels"), lines("dense_names"))
        guard labels.count >= 2 else { throw error("names fewer than two labels") }
        guard let keys = file.numbers("sparse.keys", of: UInt64.self),
            let names = file.numbers("sparse.names", of: UInt8.self),
            let sparse = file.numbers("sparse.weights", of: Int16.self),
            let dense = file.numbers("dense.weights", of: Int32.self),
            let intercepts = file.numbers("intercepts", of: Int64.self)
        else { throw error("lacks one of its arrays") }
        guard let vocabulary = Vocabulary(keys: keys, nameBytes: names) else {
            throw error("has feature keys out of order, or not one name a key")
        }
        guard sparse.count == keys.count * labels.count, dense.count == denseNames.count * labels.count,
            intercepts.count == labels.count
        else { throw error("has arrays of the wrong size for its \(labels.count) labels") }
        let known: Set = ["format_version", "labels", "dense_names"]
        self.init(
            labels: labels, vocabulary: vocabulary, sparseWeights: sparse, denseNames: denseNames,
            denseWeights: dense.map(Double.init), intercepts: intercepts.map(Int.init),
            metadata: file.metadata.filter { !known.contains($0.key) })
    }

    /// The model as a file of arrays that any language can open.
    ///
    /// | array | type | shape | unit |
    /// |---|---|---|---|
    /// | `sparse.keys` | U64 | columns | rising feature keys |
    /// | `sparse.names` | U8 | bytes | a name and a line feed a column |
    /// | `sparse.weights` | I16 | columns × labels | thousandths of a logit |
    /// | `dense.weights` | I32 | labels × columns | thousandths of a logit |
    /// | `intercepts` | I64 | labels | millionths of a logit |
    public var file: Safetensors {
        var metadata = metadata
        metadata["format_version"] = LinearModel.formatVersion
        metadata["labels"] = labels.joined(separator: "\n")
        metadata["dense_names"] = denseNames.joined(separator: "\n")
        var file = Safetensors(metadata: metadata)
        file.set("sparse.keys", vocabulary.keys, shape: [vocabulary.count])
        file.set("sparse.names", vocabulary.nameBytes, shape: [vocabulary.nameBytes.count])
        file.set("sparse.weights", sparseWeights, shape: [vocabulary.count, labels.count])
        file.set("dense.weights", denseWeights.map { Int32($0) }, shape: [labels.count, denseNames.count])
        file.set("intercepts", intercepts.map { Int64($0) }, shape: [labels.count])
        return file
    }

    /// Writes the model whole or not at all; the same model gives the same bytes.
    ///
    /// - Throws: `FileError` when the folder cannot be written.
    public func write(to path: String) throws { try file.write(to: path) }
}
