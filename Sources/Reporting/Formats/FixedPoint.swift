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
        if units < 0 { bytes.append(UInt8(ascii: "-")) } else if signed && units > 0 { bytes.append(UInt8(ascii: "+")) }
        let scale = UInt(FixedPoint.scale(decimals))
        let (whole, fraction) = units.magnitude.quotientAndRemainder(dividingBy: scale)
        bytes.append(digitsOf: whole)
        guard decimals > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(digitsOf: fraction, width: decimals)
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
