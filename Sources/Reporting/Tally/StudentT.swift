#if canImport(Glibc)
    import Glibc
#endif

/// Quantiles of Student's t distribution, and intervals of so few units that resampling them says too little.
enum StudentT {
    /// The share of draws to leave out at each end, for the 95 % expanded percentile interval.
    ///
    ///     StudentT.expandedTail(units: 10)   // 0.0086
    ///     StudentT.expandedTail(units: 10_000)   // 0.0250
    static func expandedTail(units: Int) -> Double {
        let n = Double(max(units, 2))
        let z = -(n / (n - 1)).squareRoot() * quantile975(degrees: max(units, 2) - 1)
        return erfc(-z / 2.0.squareRoot()) / 2
    }

    /// The 97.5 % quantile: from the table for up to three degrees of freedom, from there on by the expansion
    /// of Abramowitz and Stegun 26.7.5, off by less than 0.01 at four degrees and less than 0.001 from six on.
    static func quantile975(degrees: Int) -> Double {
        if degrees <= 3 { return [12.706_204_736, 4.302_652_730, 3.182_446_305][max(degrees, 1) - 1] }
        let (z, v) = (1.959_963_985, Double(degrees))
        let (z3, z5, z7, z9) = (pow(z, 3), pow(z, 5), pow(z, 7), pow(z, 9))
        let g1 = (z3 + z) / 4
        let g2 = (5 * z5 + 16 * z3 + 3 * z) / 96
        let g3 = (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / 384
        let g4 = (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / 92160
        return z + g1 / v + g2 / (v * v) + g3 / (v * v * v) + g4 / (v * v * v * v)
    }

    /// 95 % intervals around weighted means of a handful of units, cut at −1 and 1.
    ///
    /// The variance is the jackknife's: what the mean does when one unit is left out (Quenouille 1956, Tukey 1958). For
    /// units of one weight that is the textbook's; where weights differ, it is a little wider than the linearised one
    /// of a ratio, which is too small for three or four units.
    ///
    /// - Parameter units: At least two.
    static func intervals(_ units: [Sums]) -> Bootstrap.Intervals {
        let total = units.reduce(into: Sums()) { $0.add($1) }
        return Bootstrap.Intervals(
            stance: interval(units, total, \.stanceMean), sentiment: interval(units, total, \.sentimentMean))
    }

    private static func interval(_ units: [Sums], _ total: Sums, _ mean: (Sums) -> Double) -> ClosedRange<Double> {
        let (n, center) = (Double(units.count), mean(total))
        let squares = units.reduce(0.0) { sum, unit in
            let deviation = mean(total - unit) - center
            return sum + deviation * deviation
        }
        let reach = quantile975(degrees: units.count - 1) * (squares * (n - 1) / n).squareRoot()
        return max(center - reach, -1)...min(center + reach, 1)
    }
}
