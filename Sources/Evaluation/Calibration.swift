/// How far numbers are from what they promise.
enum Calibration {
    /// The mean gap between predicted and true values over equal bins, weighted by their sizes; 0 for no values.
    ///
    /// - Parameters:
    ///   - range: What `predicted` can be; values outside fall into the first or last bin.
    static func gap(predicted: [Double], actual: [Double], in range: ClosedRange<Double>, bins: Int = 10) -> Double {
        var gaps = [Double](repeating: 0, count: bins)
        for (x, y) in zip(predicted, actual) {
            let place = (x - range.lowerBound) / (range.upperBound - range.lowerBound) * Double(bins)
            gaps[min(bins - 1, max(0, Int(place)))] += x - y
        }
        return ratio(gaps.reduce(0) { $0 + abs($1) }, Double(predicted.count))
    }
}
