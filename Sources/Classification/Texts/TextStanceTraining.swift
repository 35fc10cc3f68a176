import Discourse
import LinearModels

/// A trained model with what cross-validation says of it.
public struct TextStanceTraining: Sendable {
    public let model: TextStanceModel
    /// One for each text in order, judged by a model that had not seen its group.
    public let crossValidated: [JudgedStance]

    /// - Parameter scores: Texts × labels, calibrated logits.
    static func judged(_ examples: [TextExample], labels: [Stance], _ scores: [Double]) -> [JudgedStance] {
        let k = labels.count
        return examples.enumerated().map { row, example in
            let own = scores[row * k..<(row + 1) * k]
            let chances = Softmax.probabilities(own)
            let best = chances.indices.max { (chances[$0], $1) < (chances[$1], $0) }!
            func chance(_ stance: Stance) -> Double { labels.firstIndex(of: stance).map { chances[$0] } ?? 0 }
            return JudgedStance(
                gold: example.stance, label: labels[best], favor: chance(.favor), against: chance(.against),
                none: chance(.none), isGoldConditional: false, isConditional: false, isNatural: true)
        }
    }
}
