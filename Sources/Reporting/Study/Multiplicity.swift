/// Corrects *p*-values for there being many of them.
public enum Multiplicity: String, Sendable, CaseIterable {
    /// Holm (1979): the chance of any false finding is at most the level, whatever hangs together.
    case holm
    /// Benjamini and Hochberg (1995): of the findings, the expected share of false ones is at most the level.
    case bh

    /// Adjusted values, to be compared with the level as they are.
    ///
    ///     Multiplicity.holm.adjusted([0.01, 0.04, 0.03])   // [0.03, 0.06, 0.06]
    func adjusted(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var adjusted = values
        var bound = self == .holm ? 0.0 : 1.0
        for rank in self == .holm ? Array(order.indices) : order.indices.reversed() {
            let value = values[order[rank]]
            bound =
                self == .holm
                ? max(bound, min(value * Double(values.count - rank), 1))
                : min(bound, value * Double(values.count) / Double(rank + 1))
            adjusted[order[rank]] = bound
        }
        return adjusted
    }
}
