import Discourse
import TestSupport
import Testing

@testable import Classification

struct WordSharesTests {
    @Test func `a weight is split in whole numbers and the rest goes to the first word`() {
        var shares = WordShares()
        shares.start(tokens: 9, bias: 5)
        shares.add(-8, to: SIMD4(tokens: 4, 2, 7))
        shares.add(3, to: SIMD4(tokens: 2))
        shares.add(7, to: SIMD4(tokens: 4, -1, 8))
        shares.add(100, to: -1)
        let (bias, contributions) = shares.finish()
        #expect(bias == 105)
        #expect(
            contributions == [
                .init(token: 2, weight: 1), .init(token: 7, weight: -2), .init(token: 8, weight: 3),
            ])
    }

    @Test func `nothing is lost and a statement leaves no trace in the next`() {
        var (random, shares) = (SplitMix64(seed: 5), WordShares())
        for _ in 0..<200 {
            shares.start(tokens: 30, bias: 0)
            var total = 0
            for _ in 0..<40 {
                let weight = Int.random(in: -99...99, using: &random)
                let tokens = (0..<3).map { _ in Int32.random(in: -1...29, using: &random) }
                shares.add(weight, to: SIMD4(tokens: max(tokens[0], 0), tokens[1], tokens[2]))
                total += weight
            }
            let (bias, contributions) = shares.finish()
            #expect(contributions.reduce(bias) { $0 + $1.weight } == total)
        }
    }
}
