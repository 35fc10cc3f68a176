import LinearModels

extension TextStanceModel {
    /// All features with their weights for a target, those of n-grams first.
    ///
    /// - Parameter target: One of `targets`.
    public func namedWeights(target: String) -> [NamedWeights] {
        guard let number = targets.firstIndex(of: target) else { return [] }
        let (k, d) = (labels.count, denseNames.count)
        var weights = shared
        for (index, column) in own[number].columns.enumerated() {
            for label in 0..<k { weights[Int(column) * k + label] = own[number].weights[index * k + label] }
        }
        let grams = (0..<vocabulary.count).map { column in
            NamedWeights(
                vocabulary.name(of: column),
                weights: (0..<k).map { Double(weights[column * k + $0]) / Double(weightsPerLogit) }, fallback: "other")
        }
        let measures = denseNames.indices.map { column in
            NamedWeights(
                denseNames[column],
                weights: (0..<k).map { Double(dense[number][$0 * d + column]) * 1_000 / unitsPerLogit },
                fallback: "measures")
        }
        return grams + measures
    }
}
