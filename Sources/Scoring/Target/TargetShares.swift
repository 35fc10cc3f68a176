import Discourse

/// Adds up what each word of a sentence says of a target, in whole millionths.
struct TargetShares {
    private let reading: TargetReading
    /// One for each token of the part that is looked at.
    private var sums: [Int]
    /// What no word says.
    private(set) var bias: Int

    init(_ reading: TargetReading, bias: Int) {
        (self.reading, self.bias) = (reading, bias)
        sums = Array(repeating: 0, count: reading.part.count)
    }

    /// Gives a weight to a token of the document, or with -1 to none.
    mutating func add(_ weight: Int, to token: Int32) {
        if token < 0 { bias += weight } else { sums[Int(token) - reading.part.lowerBound] += weight }
    }

    /// Splits a weight over up to four words in whole millionths; what is left over goes to the first. The target
    /// itself has a share only where it stands alone.
    mutating func add(_ weight: Int, to words: SIMD4<Int32>) {
        let named = (0..<4).map { Int(words[$0]) }.filter { $0 >= 0 }
        let others = named.filter { $0 != reading.place }
        let sharers = others.isEmpty ? named : others
        let share = weight / sharers.count
        for word in sharers.dropFirst() { add(share, to: reading.words[word].token) }
        add(weight - share * (sharers.count - 1), to: reading.words[sharers[0]].token)
    }

    /// The tokens with a share, in order.
    var contributions: [StanceScore.Contribution] {
        sums.indices.lazy.filter { sums[$0] != 0 }.map {
            StanceScore.Contribution(token: reading.part.lowerBound + $0, weight: sums[$0])
        }
    }
}
