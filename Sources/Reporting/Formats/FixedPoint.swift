/// A decimal number with a fixed count of decimals, held as a whole number of its last digit.
///
///     FixedPoint(-0.25, decimals: 4).description   // "-0.2500"
///     FixedPoint(-0.00001, decimals: 4).description   // "0.0000"
///
/// Tables print no other kind of fraction, so that a printed number can be summed exactly and
/// reads the same in every locale.
struct FixedPoint: Sendable, Hashable {
    /// How many 10⁻ᵈ the number is.
    let units: Int
    let decimals: Int

    init(units: Int, decimals: Int) { (self.units, self.decimals) = (units, decimals) }

    /// Rounds half away from zero.
    init(_ value: Double, decimals: Int) {
        self.init(units: Int((value * Double(FixedPoint.scale(decimals))).rounded()), decimals: decimals)
    }

    var value: Double { Double(units) / Double(FixedPoint.scale(decimals)) }

    static func scale(_ decimals: Int) -> Int {
        switch decimals {
        case 0: 1
        case 2: 100
        case 3: 1000
        case 4: 10_000
        case 6: 1_000_000
        default: (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        }
    }
}

extension FixedPoint {
    /// - Parameter signed: Whether a number above zero begins with `+`.
    func append(to bytes: inout [UInt8], signed: Bool = false) {
        bytes.append(addingCapacity: 42) { $0.append(self, signed: signed) }
    }

    /// With `+` before a number above zero.
    var signed: String {
        var bytes: [UInt8] = []
        append(to: &bytes, signed: true)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension FixedPoint: CustomStringConvertible {
    var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension OutputSpan<UInt8> {
    /// - Parameter signed: Whether a number above zero begins with `+`.
    mutating func append(_ number: FixedPoint, signed: Bool = false) {
        if number.units < 0 {
            append(UInt8(ascii: "-"))
        } else if signed && number.units > 0 {
            append(UInt8(ascii: "+"))
        }
        let scale = UInt(FixedPoint.scale(number.decimals))
        let (whole, fraction) = number.units.magnitude.quotientAndRemainder(dividingBy: scale)
        append(digitsOf: whole)
        guard number.decimals > 0 else { return }
        append(UInt8(ascii: "."))
        append(digitsOf: fraction, width: number.decimals)
    }
}
