/// The axes of a symmetric matrix by Jacobi's rotations (Golub and Van Loan, *Matrix Computations*, 8.5).
enum SymmetricMatrix {
    /// Eigenvectors with their eigenvalues, largest first.
    ///
    /// The component of largest magnitude of each vector is positive, so that the signs do not depend on the way.
    ///
    /// - Parameter matrix: *n* × *n*, row-major.
    static func axes(_ matrix: [Double], size n: Int) -> [(value: Double, vector: [Double])] {
        var (a, v) = (matrix, [Double](repeating: 0, count: n * n))
        for i in 0..<n { v[i * n + i] = 1 }
        let total = a.reduce(0) { $0 + $1 * $1 }
        for _ in 0..<30 {
            var off = 0.0
            for p in 0..<n { for q in p + 1..<n { off += a[p * n + q] * a[p * n + q] } }
            if off <= 1e-22 * total { break }
            for p in 0..<n { for q in p + 1..<n { rotate(&a, &v, p, q, n) } }
        }
        let order = (0..<n).sorted { (a[$0 * n + $0], $1) > (a[$1 * n + $1], $0) }
        return order.map { axis in
            // Rows of `v` are the vectors.
            let vector = Array(v[axis * n..<(axis + 1) * n])
            let largest = vector.max { abs($0) < abs($1) } ?? 1
            return (a[axis * n + axis], largest < 0 ? vector.map { -$0 } : vector)
        }
    }

    /// Makes the element at *p*, *q* zero.
    private static func rotate(_ a: inout [Double], _ v: inout [Double], _ p: Int, _ q: Int, _ n: Int) {
        let element = a[p * n + q]
        guard element != 0 else { return }
        let half = (a[q * n + q] - a[p * n + p]) / (2 * element)
        let tangent = (half >= 0 ? 1 : -1) / (abs(half) + (half * half + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        for k in 0..<n {
            let (x, y) = (a[p * n + k], a[q * n + k])
            a[p * n + k] = cosine * x - sine * y
            a[q * n + k] = sine * x + cosine * y
            let (s, t) = (v[p * n + k], v[q * n + k])
            v[p * n + k] = cosine * s - sine * t
            v[q * n + k] = sine * s + cosine * t
        }
        for k in 0..<n {
            let (x, y) = (a[k * n + p], a[k * n + q])
            a[k * n + p] = cosine * x - sine * y
            a[k * n + q] = sine * x + cosine * y
        }
    }
}
