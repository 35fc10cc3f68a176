extension Array<UInt8> {
    /// Appends a whole number in decimal digits.
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
        first = Swift.min(first, 20 - width)
        append(addingCapacity: 20 - first) { output in
            for place in first..<20 { output.append(digits[place]) }
        }
    }

    mutating func append(decimal number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        append(digitsOf: number.magnitude)
    }

    mutating func append(literal: StaticString) { literal.withUTF8Buffer { append(contentsOf: $0) } }

    /// Appends the bytes of a text.
    mutating func append(text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: $0) }
    }
}
