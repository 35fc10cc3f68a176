import TextFiles

extension SequenceModel {
    /// The file as it is stored: emissions, transitions and starts in one safetensors file.
    public var safetensors: Safetensors {
        var file = Safetensors(metadata: metadata)
        file.metadata["labels"] = labels.joined(separator: " ")
        file.set("emissions", emissions, shape: [emissions.count / SequenceModel.width, SequenceModel.width])
        file.set("transitions", transitions, shape: [labels.count, labels.count])
        file.set("starts", starts, shape: [labels.count])
        return file
    }

    /// - Parameter path: Named in errors.
    /// - Throws: `FileError` when an array is missing or has another size than the labels ask for.
    public init(_ file: Safetensors, path: String) throws {
        let labels = (file.metadata["labels"] ?? "").split(separator: " ").map(String.init)
        guard (1...SequenceModel.width).contains(labels.count),
            let emissions = file.numbers("emissions", of: Int16.self),
            let transitions = file.numbers("transitions", of: Int32.self),
            let starts = file.numbers("starts", of: Int32.self),
            transitions.count == labels.count * labels.count, starts.count == labels.count
        else { throw FileError(path: path, reason: "is no sequence model") }
        let rows = emissions.count / SequenceModel.width
        guard rows > 0, rows & (rows - 1) == 0, rows * SequenceModel.width == emissions.count else {
            throw FileError(path: path, reason: "has \(rows) rows, not a power of two")
        }
        self.init(
            labels: labels, emissions: emissions, transitions: transitions, starts: starts, metadata: file.metadata)
    }
}
