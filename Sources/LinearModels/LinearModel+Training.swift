extension LinearModel {
    /// Rounds trained parameters to whole thousandths and drops the columns that say next to nothing.
    ///
    /// - Parameters:
    ///   - parameters: As `SoftmaxObjective` lays them out.
    ///   - features: Key and name of each sparse column.
    ///   - scale: Multiplies all weights; a calibration's 1 ÷ temperature.
    ///   - offsets: Added to the intercepts, in logits; a calibration's shift of each label.
    ///   - smallestWeight: A column stays when a weight's magnitude is at least this, in logits.
    public init(
        parameters: [Double], labels: [String], features: [(key: UInt64, name: String)], denseNames: [String],
        scale: Double = 1, offsets: [Double]? = nil, smallestWeight: Double = 0.0005, metadata: [String: String]
    ) {
        let (k, d) = (labels.count, denseNames.count)
        precondition(parameters.count == k * (features.count + d + 1), "one parameter a column and label")
        func rounded(_ weight: Double) -> Double { (weight * scale * 1_000).rounded() }

        let order = features.indices.sorted { features[$0].key < features[$1].key }
        var kept: [(key: UInt64, name: String)] = []
        var sparse: [Int16] = []
        for column in order {
            let weights = parameters[column * k..<(column + 1) * k]
            guard weights.contains(where: { abs($0 * scale) >= smallestWeight }) else { continue }
            kept.append(features[column])
            sparse.append(contentsOf: weights.map { Int16(clamping: Int(rounded($0))) })
        }
        let (denseStart, interceptStart) = (k * features.count, k * (features.count + d))
        let offsets = offsets ?? Array(repeating: 0, count: k)
        self.init(
            labels: labels, vocabulary: Vocabulary(kept), sparseWeights: sparse, denseNames: denseNames,
            denseWeights: parameters[denseStart..<interceptStart].map(rounded),
            intercepts: (0..<k).map { label in
                Int(((parameters[interceptStart + label] * scale + offsets[label]) * 1_000_000).rounded())
            },
            metadata: metadata)
    }
}
