#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A number with so many decimals, rounded as C and Python round it: the exact binary value, ties to even.
///
///     fixed(0.125, 2)   // "0.12"
func fixed(_ value: Double, _ decimals: Int) -> String {
    withVaList([Int32(decimals), value]) { arguments in
        String(
            unsafeUninitializedCapacity: 400,
            initializingUTF8With: { buffer in
                buffer.withMemoryRebound(to: CChar.self) { Int(vsnprintf($0.baseAddress, $0.count, "%.*f", arguments)) }
            })
    }
}

/// `value` rounded to so many decimals.
func rounded(_ value: Double, _ decimals: Int) -> Double { Double(fixed(value, decimals)) ?? value }

extension String {
    /// At least `width` code points, with spaces at the end.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - unicodeScalars.count)) }

    /// At least `width` code points, with spaces in front.
    func aligned(to width: Int) -> String { String(repeating: " ", count: max(0, width - unicodeScalars.count)) + self }
}
