import Testing

@testable import Reporting

struct FixedPointTests {
    @Test(arguments: [
        (-0.25, 4, "-0.2500"), (-0.00001, 4, "0.0000"), (0, 2, "0.00"), (1, 4, "1.0000"),
        (-12.3456785, 6, "-12.345679"),
        (0.00005, 4, "0.0001"), (99.999, 2, "100.00"), (3.7, 0, "4"),
    ])
    func `numbers have their decimals and zero has no sign`(value: Double, decimals: Int, expected: String) {
        #expect(FixedPoint(value, decimals: decimals).description == expected)
    }

    @Test func `what is printed is read back as the same units`() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<5000 {
            let number = FixedPoint(
                units: random.index(below: 40_000_000) - 20_000_000, decimals: random.index(below: 7))
            #expect(FixedPoint(Double(number.description)!, decimals: number.decimals) == number)
        }
    }
}
