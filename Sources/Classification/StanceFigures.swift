import Discourse

/// How well labels and probabilities agree with gold.
///
///     let figures = StanceFigures(judged)
///     figures.macroF1                 // 0.69
///     figures.f1[.against]            // 0.57
public struct StanceFigures: Sendable, Equatable {
    public let count: Int
    public let accuracy: Double
    /// Mean of the three classes' F1.
    public let macroF1: Double
    public let f1: [Stance: Double]
    /// Gold by row, label by column, in the order favor, against, none.
    public let confusion: [[Int]]
    /// F1 of `conditional`; 0 when nothing is marked.
    public let conditionalF1: Double
    /// Expected calibration error of the likeliest class's probability, in ten bins of equal width.
    public let calibrationError: Double
    /// The bins that hold statements, from the least sure to the surest.
    public let reliability: [Bin]

    /// Statements whose likeliest class has a probability within one tenth.
    public struct Bin: Sendable, Equatable {
        public let count: Int
        /// Mean probability of the likeliest class.
        public let confidence: Double
        /// How often that class is the gold one.
        public let accuracy: Double
    }

    /// - Parameter judged: With none, all figures are 0.
    public init(_ judged: [JudgedStance]) {
        let order = StanceModel.stances
        let gold = judged.map { order.firstIndex(of: $0.gold)! }
        let labels = judged.map { order.firstIndex(of: $0.label)! }
        var confusion = [[Int]](repeating: [0, 0, 0], count: 3)
        for (g, l) in zip(gold, labels) { confusion[g][l] += 1 }
        let f1 = StanceFigures.f1(gold: gold, predicted: labels, labels: 3)
        count = judged.count
        self.confusion = confusion
        self.f1 = Dictionary(uniqueKeysWithValues: zip(order, f1))
        macroF1 = f1.reduce(0, +) / 3
        accuracy = judged.isEmpty ? 0 : Double((0..<3).reduce(0) { $0 + confusion[$1][$1] }) / Double(judged.count)
        conditionalF1 =
            StanceFigures.f1(
                gold: judged.map { $0.isGoldConditional ? 1 : 0 }, predicted: judged.map { $0.isConditional ? 1 : 0 },
                labels: 2)[1]
        reliability = StanceFigures.bins(judged)
        calibrationError =
            judged.isEmpty
            ? 0
            : reliability.reduce(0) { $0 + Double($1.count) * abs($1.confidence - $1.accuracy) } / Double(judged.count)
    }

    /// F1 of each label: 2 · hits ÷ (gold + predicted), 0 where there are none of either.
    static func f1(gold: [Int], predicted: [Int], labels: Int) -> [Double] {
        var (hits, sizes) = ([Int](repeating: 0, count: labels), [Int](repeating: 0, count: labels))
        for (g, p) in zip(gold, predicted) {
            if g == p { hits[g] += 1 }
            sizes[g] += 1
            sizes[p] += 1
        }
        return zip(hits, sizes).map { $1 == 0 ? 0 : 2 * Double($0) / Double($1) }
    }

    private static func bins(_ judged: [JudgedStance]) -> [Bin] {
        var (counts, sums, hits) = (
            [Int](repeating: 0, count: 10), [Double](repeating: 0, count: 10), [Int](repeating: 0, count: 10)
        )
        for one in judged {
            let likeliest = [(one.favor, Stance.favor), (one.against, .against), (one.none, .none)].max { $0.0 < $1.0 }!
            let bin = min(Int(likeliest.0 * 10), 9)
            counts[bin] += 1
            sums[bin] += likeliest.0
            if likeliest.1 == one.gold { hits[bin] += 1 }
        }
        return (0..<10).filter { counts[$0] > 0 }.map {
            Bin(
                count: counts[$0], confidence: sums[$0] / Double(counts[$0]),
                accuracy: Double(hits[$0]) / Double(counts[$0]))
        }
    }
}
