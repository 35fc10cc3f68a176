import TextFiles

extension SequenceModel {
    /// Adds the model to a file: arrays `name.emissions`, `name.unit`, `name.transitions` and `name.starts`, and the labels.
    public func store(as name: String, in file: inout Safetensors) {
        file.metadata["labels"] = labels.joined(separator: " ")
        file.set("\(name).emissions", emissions, shape: [emissions.count / SequenceModel.width, SequenceModel.width])
        file.set("\(name).unit", [unit], shape: [1])
        file.set("\(name).transitions", transitions, shape: [labels.count, labels.count])
        file.set("\(name).starts", starts, shape: [labels.count])
        for (key, value) in metadata { file.metadata["\(name).\(key)"] = value }
    }

    /// The model of a name.
    ///
    /// - Parameter path: Named in errors.
    /// - Throws: `FileError` when an array is missing or has another size than the labels ask for.
    public init(_ name: String, in file: Safetensors, path: String) throws {
        let labels = (file.metadata["labels"] ?? "").split(separator: " ").map(String.init)
        guard (1...SequenceModel.width).contains(labels.count),
            let emissions = file.numbers("\(name).emissions", of: Int8.self),
            let unit = file.numbers("\(name).unit", of: Int32.self)?.first, unit > 0,
            let transitions = file.numbers("\(name).transitions", of: Int32.self),
            let starts = file.numbers("\(name).starts", of: Int32.self),
            transitions.count == labels.count * labels.count, starts.count == labels.count
        else { throw FileError(path: path, reason: "has no sequence model '\(name)'") }
        let rows = emissions.count / SequenceModel.width
        guard rows > 0, rows & (rows - 1) == 0, rows * SequenceModel.width == emissions.count else {
            throw FileError(path: path, reason: "has \(rows) rows, not a power of two")
        }
        self.init(
            labels: labels, emissions: emissions, unit: unit, transitions: transitions, starts: starts,
            metadata: file.metadata.reduce(into: [:]) { own, entry in
                if entry.key.hasPrefix(name + ".") { own[String(entry.key.dropFirst(name.count + 1))] = entry.value }
            })
    }
}
