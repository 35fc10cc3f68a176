/// How far a sum of hits may be off because the values of its entries are.
///
/// With *fᵢ* the factors that the rules gave to the hits of an entry, and *u* the entry's standard error (the deviation
/// of its ratings over the root of their number), the variance of the sum is Σ (Σ *fᵢ*)² *u*² over entries: errors of
/// different entries are independent, hits of one entry share its error (JCGM 100:2008, *Guide to the expression of
/// uncertainty in measurement*, 5.1.2 and 5.2.2). The words of a text are taken as they are; that the rules or the list
/// of words may be wrong is not in it.
struct ToneError {
    private var shares: [(entry: Int, factor: Double, error: Double)] = []
    private var isKnown = true

    mutating func add(_ entry: Lexicon.Entry, index: Int, factor: Double) {
        if entry.raters == 0 { isKnown = false }
        shares.append((index, factor, entry.error))
    }

    /// Standard error of the sum in points; nil when an entry says nothing of its spread.
    var deviation: Double? {
        guard isKnown else { return nil }
        let sorted = shares.sorted { $0.entry < $1.entry }
        var (variance, start) = (0.0, 0)
        while start < sorted.count {
            var (end, factor) = (start, 0.0)
            while end < sorted.count, sorted[end].entry == sorted[start].entry {
                factor += sorted[end].factor
                end += 1
            }
            variance += factor * factor * sorted[start].error * sorted[start].error
            start = end
        }
        return variance.squareRoot()
    }
}
