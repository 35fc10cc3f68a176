import Discourse

/// Adds up what each word of a statement says, in whole millionths.
struct WordShares {
    private var sums: [Int] = []
    private var isTouched: [Bool] = []
    private var touched: [Int32] = []
    private var bias = 0

    /// Begins a statement of a document with so many tokens.
    mutating func start(tokens: Int, bias: Int) {
        if sums.count < tokens {
            sums.append(contentsOf: repeatElement(0, count: tokens - sums.count))
            isTouched.append(contentsOf: repeatElement(false, count: tokens - isTouched.count))
        }
        self.bias = bias
    }

    /// Gives a weight to one word, or with token -1 to none.
    mutating func add(_ weight: Int, to token: Int32) {
        guard token >= 0 else {
            bias += weight
            return
        }
        sums[Int(token)] += weight
        guard !isTouched[Int(token)] else { return }
        isTouched[Int(token)] = true
        touched.append(token)
    }

    /// Splits a weight over words in whole millionths; what is left over goes to the first.
    mutating func add(_ weight: Int, to tokens: SIMD4<Int32>) {
        var count = 1
        while count < 3, tokens[count] >= 0 { count += 1 }
        if tokens[1] < 0, tokens[2] >= 0 { return add(weight, to: SIMD4(tokens: tokens[0], tokens[2])) }
        let share = weight / count
        add(weight - share * (count - 1), to: tokens[0])
        for place in 1..<count { add(share, to: tokens[place]) }
    }

    /// The statement's bias and words, in order, and everything back to zero.
    mutating func finish() -> (bias: Int, contributions: [StanceScore.Contribution]) {
        touched.sort()
        var contributions: [StanceScore.Contribution] = []
        contributions.reserveCapacity(touched.count)
        for token in touched {
            let weight = sums[Int(token)]
            if weight != 0 { contributions.append(StanceScore.Contribution(token: Int(token), weight: weight)) }
            (sums[Int(token)], isTouched[Int(token)]) = (0, false)
        }
        touched.removeAll(keepingCapacity: true)
        return (bias, contributions)
    }
}
