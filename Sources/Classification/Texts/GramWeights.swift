#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Counts of n-grams made into features of unit length: (1 + ln count) · idf, over the root of the sum of squares
/// of its block: words and pairs, runs of characters, parts of tags.
///
/// Values are whole hundred-thousandths, computed in the order in which the n-grams first stand in the
/// text, so that training and prediction get the same numbers.
enum GramWeights {
    /// A value of 1.
    static let unit = 100_000.0
    /// An inverse document frequency of 1.
    static let idfUnit = 4_096.0

    /// ln((1 + texts) ÷ (1 + texts with it)) + 1, in 4,096ths.
    static func idf(texts: Int, with: Int) -> UInt16 {
        UInt16(clamping: Int(((log(Double(1 + texts) / Double(1 + with)) + 1) * idfUnit).rounded()))
    }

    /// One n-gram of a text.
    struct Entry {
        /// How often it stands in the text, at least once.
        var count: Int32
        /// In 4,096ths.
        let idf: UInt16
        /// Which features are brought to unit length together.
        let block: UInt8
    }

    /// - Parameters:
    ///   - entries: Each n-gram of the text once.
    ///   - values: Replaced by the features.
    static func weigh(_ entries: [Entry], into values: inout [Int32]) {
        var squares = SIMD4<Double>.zero
        for entry in entries {
            let value = raw(entry)
            squares[Int(entry.block)] += value * value
        }
        let factors = SIMD4(repeating: unit) / squares.squareRoot()
        values.removeAll(keepingCapacity: true)
        for entry in entries { values.append(Int32((raw(entry) * factors[Int(entry.block)]).rounded())) }
    }

    @inline(__always) private static func raw(_ entry: Entry) -> Double {
        growth[Int(min(entry.count, 255))] * Double(entry.idf)
    }

    /// 1 + ln of each count.
    private static let growth: [Double] = (0..<256).map { 1 + log(Double(max($0, 1))) }
}
