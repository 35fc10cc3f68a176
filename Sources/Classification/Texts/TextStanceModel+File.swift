import Discourse
import LinearModels
import TextFiles

extension TextStanceModel {
    public static let kind = "text-stance"
    /// The layout this program writes. A file that says another number is refused by name.
    static let formatVersion = "1"

    /// Whether a file is a model of this kind, as far as its header says.
    public static func isModel(path: String) throws -> Bool {
        try MappedTensors(path: path, verifying: false).metadata["kind"] == kind
    }

    /// - Throws: `FileError` when the file is cut off, altered, of another kind or version, or does not fit together.
    public init(path: String) throws { try self.init(Safetensors(path: path), path: path) }

    /// - Parameter path: Named in errors.
    init(_ file: Safetensors, path: String) throws {
        func error(_ reason: String) -> FileError { FileError(path: path, reason: reason) }
        func lines(_ key: String) -> [String] { (file.metadata[key] ?? "").split(separator: "\n").map(String.init) }
        guard file.metadata["kind"] == TextStanceModel.kind else { throw error("is no model of texts and targets") }
        guard file.metadata["format_version"] == TextStanceModel.formatVersion else {
            throw error(
                "has model format \(file.metadata["format_version"] ?? "unknown"), this program reads \(TextStanceModel.formatVersion)"
            )
        }
        let labels = lines("labels").compactMap { Stance(rawValue: $0) }
        let (targets, denseNames) = (lines("targets"), lines("dense_names"))
        guard labels.count >= 2, !targets.isEmpty,
            let fineness = file.metadata["weights_per_logit"].flatMap({ Int($0) }),
            fineness > 0, let risk = file.metadata["risk"].flatMap({ RiskTable(text: $0) })
        else { throw error("does not say its labels and targets") }
        guard let keys = file.numbers("sparse.keys", of: UInt64.self),
            let names = file.numbers("sparse.names", of: UInt8.self),
            let idf = file.numbers("sparse.idf", of: UInt16.self),
            let shared = file.numbers("shared.weights", of: Int16.self),
            let starts = file.numbers("own.starts", of: Int64.self)?.map(Int.init),
            let columns = file.numbers("own.columns", of: Int32.self),
            let weights = file.numbers("own.weights", of: Int16.self),
            let dense = file.numbers("dense.weights", of: Int32.self),
            let intercepts = file.numbers("intercepts", of: Int64.self)?.map(Int.init)
        else { throw error("lacks one of its arrays") }
        guard let vocabulary = Vocabulary(keys: keys, nameBytes: names) else {
            throw error("has feature keys out of order, or not one name a key")
        }
        let (k, d) = (labels.count, denseNames.count)
        guard idf.count == keys.count, shared.count == keys.count * k, starts.count == targets.count + 1,
            starts.first == 0, starts.last == columns.count, zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
            columns.allSatisfy({ $0 >= 0 && Int($0) < keys.count }), weights.count == columns.count * k,
            dense.count == targets.count * k * d, intercepts.count == targets.count * k
        else { throw error("has arrays of the wrong size for its \(k) labels and \(targets.count) targets") }
        let known: Set = [
            "kind", "format_version", "labels", "targets", "dense_names", "weights_per_logit", "vectors", "risk",
        ]
        self.init(
            labels: labels, targets: targets, vocabulary: vocabulary, idf: idf, shared: shared,
            own: targets.indices.map {
                (
                    Array(columns[starts[$0]..<starts[$0 + 1]]),
                    Array(weights[starts[$0] * k..<starts[$0 + 1] * k])
                )
            },
            denseNames: denseNames,
            dense: targets.indices.map { Array(dense[$0 * k * d..<($0 + 1) * k * d]) },
            intercepts: targets.indices.map { Array(intercepts[$0 * k..<($0 + 1) * k]) }, weightsPerLogit: fineness,
            vectors: file.metadata["vectors"] ?? "", risk: risk,
            metadata: file.metadata.filter { !known.contains($0.key) })
    }

    /// The model as a file of arrays that any language can open.
    ///
    /// | array | type | shape | unit |
    /// |---|---|---|---|
    /// | `sparse.keys` | U64 | columns | rising n-gram keys |
    /// | `sparse.names` | U8 | bytes | a name and a line feed a column |
    /// | `sparse.idf` | U16 | columns | 4,096ths |
    /// | `shared.weights` | I16 | columns × labels | 1 ÷ `weights_per_logit` |
    /// | `own.starts` | I64 | targets + 1 | where a target's columns begin |
    /// | `own.columns` | I32 | all targets' columns | |
    /// | `own.weights` | I16 | all targets' columns × labels | in place of the shared ones |
    /// | `dense.weights` | I32 | targets × labels × columns | units a thousandth |
    /// | `intercepts` | I64 | targets × labels | units, 100,000 × `weights_per_logit` a logit |
    public var file: Safetensors {
        var metadata = metadata
        metadata["kind"] = TextStanceModel.kind
        metadata["format_version"] = TextStanceModel.formatVersion
        metadata["labels"] = labels.map(\.rawValue).joined(separator: "\n")
        metadata["targets"] = targets.joined(separator: "\n")
        metadata["dense_names"] = denseNames.joined(separator: "\n")
        metadata["weights_per_logit"] = String(weightsPerLogit)
        metadata["vectors"] = vectors
        metadata["risk"] = risk.text
        let (k, pairs) = (labels.count, own.reduce(0) { $0 + $1.columns.count })
        var starts: [Int64] = [0]
        for one in own { starts.append(starts[starts.count - 1] + Int64(one.columns.count)) }
        var file = Safetensors(metadata: metadata)
        file.set("sparse.keys", vocabulary.keys, shape: [vocabulary.count])
        file.set("sparse.names", vocabulary.nameBytes, shape: [vocabulary.nameBytes.count])
        file.set("sparse.idf", idf, shape: [vocabulary.count])
        file.set("shared.weights", shared, shape: [vocabulary.count, k])
        file.set("own.starts", starts, shape: [targets.count + 1])
        file.set("own.columns", own.flatMap(\.columns), shape: [pairs])
        file.set("own.weights", own.flatMap(\.weights), shape: [pairs, k])
        file.set("dense.weights", dense.flatMap { $0 }, shape: [targets.count, k, denseNames.count])
        file.set("intercepts", intercepts.flatMap { $0.map { Int64($0) } }, shape: [targets.count, k])
        return file
    }

    /// Writes the model whole or not at all; the same model gives the same bytes.
    ///
    /// - Throws: `FileError` when the folder cannot be written.
    public func write(to path: String) throws { try file.write(to: path) }
}
