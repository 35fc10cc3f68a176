#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// Powers of small counts, by which the features of a text are divided.
enum LengthTable {
    private static let roots: [Double] = (0..<512).map { Double(max($0, 1)).squareRoot() }

    /// `count` to the power of `power`, at least 1.
    static func power(_ count: Int, _ power: Double) -> Double {
        if power == 0.5, count < roots.count { return roots[count] }
        return pow(Double(max(count, 1)), power)
    }
}
