extension OutputSpan<UInt8> {
    /// Appends a whole number in decimal digits, at most 20.
    ///
    /// - Parameter width: Zeros are put before numbers of fewer digits.
    mutating func append(digitsOf number: UInt, width: Int = 1) {
        var digits = InlineArray<20, UInt8>(repeating: 0x30)
        var (rest, first) = (number, 20)
        while rest > 0 {
            let (shorter, digit) = rest.quotientAndRemainder(dividingBy: 10)
            first &-= 1
            digits[first] = 0x30 &+ UInt8(truncatingIfNeeded: digit)
            rest = shorter
        }
        for place in Swift.min(first, 20 - width)..<20 { append(digits[place]) }
    }

    mutating func append(decimal number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        append(digitsOf: number.magnitude)
    }

    @inline(__always) mutating func append(literal: StaticString) {
        literal.withUTF8Buffer { for byte in $0 { append(byte) } }
    }
}

extension Array<UInt8> {
    mutating func append(decimal number: Int) { append(addingCapacity: 21) { $0.append(decimal: number) } }
}
