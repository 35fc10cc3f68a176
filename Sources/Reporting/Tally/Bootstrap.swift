import Discourse

/// 95 % intervals of means by resampling: what the mean might have been, had other articles been published.
///
/// Units (article clusters, as a rule) are drawn with replacement, as many as there are, and the weighted
/// mean of the draw is taken; the interval lies between two ranks of the sorted means (percentile
/// bootstrap, Efron 1979). With few units plain percentiles come out too narrow, so the ranks are those
/// of the *expanded* percentile interval of Hesterberg, "What teachers should know about the bootstrap"
/// (2015, section 5.3): at Φ(−√(n/(n−1)) · t₀.₉₇₅,ₙ₋₁) instead of 2.5 %.
///
/// With fewer than twelve units even those are too narrow, and `StudentT` takes over.
///
/// Coverage of 95 % intervals in 2,000 simulations of articles with two to five statements alike
/// (`SLOW_TESTS=1 swift test -c release --filter BootstrapTests`): 95.9 % with 2 articles, 94.8 % with 3, 93.3 % with 4,
/// 94.4 % with 5, 94.3 % with 8, 94.7 % with 11 (all Student's t), 94.8 % with 12, 94.7 % with 20, 95.5 % with 60;
/// resampling statements instead of articles gives about 70 %.
struct Bootstrap: Sendable {
    let seed: UInt64
    let draws: Int

    init(seed: UInt64, draws: Int = 2000) { (self.seed, self.draws) = (seed, draws) }

    struct Intervals: Sendable, Equatable {
        let stance: ClosedRange<Double>
        let sentiment: ClosedRange<Double>
    }

    /// With fewer units on either side no difference is told: few draws differ, and none can reach as far as a
    /// difference may.
    static let fewestUnits = 5

    /// With fewer units the percentiles come out too narrow, and Student's t is taken instead.
    static let fewestResampled = 12

    /// - Parameters:
    ///   - units: At least `fewestResampled`; with fewer the interval is too narrow.
    ///   - stream: Names what is estimated; its numbers are drawn independently of all others, so that
    ///     a row does not change when other rows come or go.
    func intervals(_ units: [Sums], stream: String) -> Intervals {
        var random = generator(stream)
        var (stance, sentiment) = ([Double](), [Double]())
        for _ in 0..<draws {
            let sums = Bootstrap.draw(units.span, &random)
            stance.append(sums.stanceMean)
            sentiment.append(sums.sentimentMean)
        }
        return Intervals(
            stance: interval(of: stance, units: units.count), sentiment: interval(of: sentiment, units: units.count))
    }

    /// As many units as there are, drawn and summed; what is conditional is left out.
    ///
    /// Counters wrap, as a check at each of millions of additions would cost as much as the rest; a sum of
    /// 2³² statements would still fit.
    private static func draw(_ units: Span<Sums>, _ random: inout SplitMix64) -> Sums {
        var (weight, stance, sentiment) = (0, 0, 0)
        for _ in 0..<units.count {
            let unit = random.index(below: units.count)
            weight &+= units[unit].weight
            stance &+= units[unit].stance
            sentiment &+= units[unit].sentiment
        }
        return Sums(weight: weight, stance: stance, sentiment: sentiment)
    }

    /// The interval between the ranks that fit the number of units.
    func interval(of means: [Double], units: Int) -> ClosedRange<Double> {
        let outside = Int((Double(means.count) * StudentT.expandedTail(units: units)).rounded())
        let rank = min(max(outside - 1, 0), (means.count - 1) / 2)
        var means = means
        let low = Bootstrap.select(rank, of: &means)
        return low...Bootstrap.select(means.count - 1 - rank, of: &means)
    }

    /// The value that would stand at a rank if the values were sorted; they are moved about (Hoare's *Find*, 1961).
    static func select(_ rank: Int, of values: inout [Double]) -> Double {
        var values = values.mutableSpan
        var (low, high) = (0, values.count - 1)
        while low < high {
            let pivot = values[low + (high - low) / 2]
            var (left, right) = (low, high)
            while left <= right {
                while values[left] < pivot { left += 1 }
                while values[right] > pivot { right -= 1 }
                if left <= right {
                    values.swapAt(left, right)
                    (left, right) = (left + 1, right - 1)
                }
            }
            if rank <= right { high = right } else if rank >= left { low = left } else { break }
        }
        return values[rank]
    }

    func generator(_ stream: String) -> SplitMix64 {
        var hash = Hasher64(seed: seed)
        for byte in stream.utf8 { hash.combine(byte) }
        return SplitMix64(seed: hash.finish())
    }
}
