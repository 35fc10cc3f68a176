import CBLAS

/// The products of dense matrices that the linear models need: the one place that calls BLAS.
///
/// All matrices are row-major without padding. Weights are labels × columns (*k* × *d*), rows are
/// examples × columns (*n* × *d*), and scores are examples × labels (*n* × *k*).
public enum DenseAlgebra {
    /// Returns `rows` · `weights`ᵀ, the score of each label for each example.
    ///
    ///     scores(rows: [1, 2], weights: [3, 4, 5, 6], labels: 2)   // [11, 17]
    ///
    /// With whole numbers whose products sum to less than 2⁵³ in magnitude the result is exact for any
    /// library, order of summation, batch size and number of threads.
    ///
    /// - Parameters:
    ///   - rows: *n* × *d*; empty for no examples or no columns.
    ///   - weights: *k* × *d*.
    ///   - labels: *k*, at least 1.
    public static func scores(rows: [Double], weights: [Double], labels k: Int) -> [Double] {
        precondition(weights.count % k == 0, "weights are labels × columns")
        let d = weights.count / k
        guard d > 0, !rows.isEmpty else { return [] }
        precondition(rows.count % d == 0, "rows are examples × columns")
        let n = rows.count / d
        var scores = [Double](repeating: 0, count: n * k)
        cblas_dgemm(
            CblasRowMajor, CblasNoTrans, CblasTrans, Int32(n), Int32(k), Int32(d), 1, rows, Int32(d), weights,
            Int32(d), 0, &scores, Int32(k))
        return scores
    }

    /// The same in 32 bits, where exactness is not asked for.
    public static func singlePrecisionScores(rows: [Float], weights: [Float], labels k: Int) -> [Float] {
        precondition(weights.count % k == 0, "weights are labels × columns")
        let d = weights.count / k
        guard d > 0, !rows.isEmpty else { return [] }
        precondition(rows.count % d == 0, "rows are examples × columns")
        let n = rows.count / d
        var scores = [Float](repeating: 0, count: n * k)
        cblas_sgemm(
            CblasRowMajor, CblasNoTrans, CblasTrans, Int32(n), Int32(k), Int32(d), 1, rows, Int32(d), weights,
            Int32(d), 0, &scores, Int32(k))
        return scores
    }

    /// Returns `residuals`ᵀ · `rows`, the gradient of the weights (*k* × *d*).
    ///
    /// - Parameters:
    ///   - residuals: *n* × *k*, what each label's score of each example is to change by.
    ///   - rows: *n* × *d*.
    ///   - labels: *k*, at least 1.
    public static func gradient(residuals: [Double], rows: [Double], labels k: Int) -> [Double] {
        precondition(residuals.count % k == 0, "residuals are examples × labels")
        let n = residuals.count / k
        guard n > 0, !rows.isEmpty else { return [] }
        precondition(rows.count % n == 0, "rows are examples × columns")
        let d = rows.count / n
        var gradient = [Double](repeating: 0, count: k * d)
        cblas_dgemm(
            CblasRowMajor, CblasTrans, CblasNoTrans, Int32(k), Int32(d), Int32(n), 1, residuals, Int32(k), rows,
            Int32(d), 0, &gradient, Int32(d))
        return gradient
    }
}
