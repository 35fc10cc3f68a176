/// How often labels are wrong, by how sure the model is of them, measured on texts it had not seen.
///
/// It answers from which probability on labels can be given at a chosen risk.
public struct RiskTable: Sendable, Equatable {
    /// For each whole percent *p*, how many held-out texts had a likeliest label of at least *p*, and how many of them were wrong.
    let kept, wrong: [Int]

    init(kept: [Int], wrong: [Int]) { (self.kept, self.wrong) = (kept, wrong) }

    init(_ judged: [JudgedStance]) {
        var (kept, wrong) = ([Int](repeating: 0, count: 101), [Int](repeating: 0, count: 101))
        for one in judged {
            let top = max(one.favor, one.against, one.none)
            for percent in 0...min(Int(top * 100), 100) {
                kept[percent] += 1
                if one.gold != one.label { wrong[percent] += 1 }
            }
        }
        self.init(kept: kept, wrong: wrong)
    }

    /// The smallest probability, in whole percents, from which labels are wrong at most this often.
    ///
    /// One error more than was counted is assumed, so that a handful of lucky texts promises nothing.
    ///
    /// - Parameter risk: A share of the labels that are given, 0...1.
    /// - Returns: Nil when no probability is high enough.
    public func threshold(risk: Double) -> Double? {
        for percent in kept.indices where kept[percent] > 0 {
            if Double(wrong[percent] + 1) <= risk * Double(kept[percent] + 1) { return Double(percent) / 100 }
        }
        return nil
    }

    /// How many held-out texts had a label of at least this probability.
    public func kept(at threshold: Double) -> Int { kept[min(max(Int((threshold * 100).rounded()), 0), 100)] }

    /// `kept wrong` for each percent, as model files store it.
    var text: String { zip(kept, wrong).map { "\($0) \($1)" }.joined(separator: ",") }

    init?(text: String) {
        let pairs = text.split(separator: ",").map { $0.split(separator: " ").compactMap { Int($0) } }
        guard pairs.count == 101, pairs.allSatisfy({ $0.count == 2 && $0[1] <= $0[0] }) else { return nil }
        self.init(kept: pairs.map { $0[0] }, wrong: pairs.map { $0[1] })
    }
}
