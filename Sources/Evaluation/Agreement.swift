/// Precision, recall and their harmonic mean, each 0...1 and 0 where there is nothing to divide by.
public struct PrecisionRecall: Sendable, Equatable {
    public let precision: Double
    public let recall: Double
    public let f1: Double
    /// How many gold and predicted items there are.
    public let gold: Int
    public let predicted: Int

    /// - Parameters:
    ///   - correctPredicted: How many of the predicted items are right.
    ///   - correctGold: How many of the gold items were found. It may differ from the above where one
    ///     side decides what counts.
    public init(correctPredicted: Int, correctGold: Int, predicted: Int, gold: Int) {
        precision = ratio(Double(correctPredicted), Double(predicted))
        recall = ratio(Double(correctGold), Double(gold))
        f1 = ratio(2 * precision * recall, precision + recall)
        (self.gold, self.predicted) = (gold, predicted)
    }

    /// The figures of one label over pairs of gold and predicted labels.
    public init<Label: Equatable>(of label: Label, gold: [Label], predicted: [Label]) {
        let correct = zip(gold, predicted).count { $0 == label && $1 == label }
        self.init(
            correctPredicted: correct, correctGold: correct, predicted: predicted.count { $0 == label },
            gold: gold.count { $0 == label })
    }
}

/// `a / b`, and 0 where `b` is 0.
func ratio(_ a: Double, _ b: Double) -> Double { b == 0 ? 0 : a / b }

/// The share of pairs that are the same; 0 for none.
func accuracy<Label: Equatable>(gold: [Label], predicted: [Label]) -> Double {
    ratio(Double(zip(gold, predicted).count { $0 == $1 }), Double(gold.count))
}
