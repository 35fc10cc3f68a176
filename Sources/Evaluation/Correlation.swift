/// How two series of numbers go together.
public enum Correlation {
    /// Pearson's *r*, -1...1; 0 where one series does not vary or there are no numbers.
    public static func pearson(_ x: [Double], _ y: [Double]) -> Double {
        precondition(x.count == y.count, "both series have the same length")
        let meanX = ratio(x.reduce(0, +), Double(x.count))
        let meanY = ratio(y.reduce(0, +), Double(y.count))
        var (products, squaresX, squaresY) = (0.0, 0.0, 0.0)
        for (a, b) in zip(x, y) {
            products += (a - meanX) * (b - meanY)
            squaresX += (a - meanX) * (a - meanX)
            squaresY += (b - meanY) * (b - meanY)
        }
        return ratio(products, (squaresX * squaresY).squareRoot())
    }

    /// Spearman's rho: Pearson's *r* of the ranks.
    public static func spearman(_ x: [Double], _ y: [Double]) -> Double { pearson(ranks(x), ranks(y)) }

    /// Ranks from 0; equal values share the mean of their ranks.
    ///
    ///     Correlation.ranks([3, 1, 3])   // [1.5, 0, 1.5]
    public static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var first = 0
        while first < order.count {
            var last = first
            while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
            for place in first...last { ranks[order[place]] = Double(first + last) / 2 }
            first = last + 1
        }
        return ranks
    }
}
