/// Trains one support vector machine a label, each against all other rows, with squared hinge loss:
///
///     ½ |w|² + Σᵢ Cᵢ · max(0, 1 − yᵢ w·xᵢ)²,   yᵢ = +1 for rows of the label, −1 for others
///
/// By dual coordinate descent with shrinking (Hsieh, Chang, Lin, Keerthi and Sundararajan 2008, algorithm 3, as in
/// LIBLINEAR's solver 1): one dual variable a row, the best of which is found in closed form while the
/// others stand still. Four labels are trained side by side, so that they share each look at a row. An
/// intercept is a column of ones, penalised like the others. The same rows and seed give the same weights.
public struct DualCoordinateDescent: Sendable {
    /// A label is done when no row's optimality is violated by more than this, at both ends together.
    public var tolerance = 0.1
    public var maximalPasses = 1_000
    /// Shuffles the rows before each pass.
    public var seed: UInt64 = 1

    public init(tolerance: Double = 0.1, maximalPasses: Int = 1_000, seed: UInt64 = 1) {
        (self.tolerance, self.maximalPasses, self.seed) = (tolerance, maximalPasses, seed)
    }

    public struct Result: Sendable {
        /// Columns × labels.
        public let weights: [Double]
        /// How often the rows were gone through, for the labels that took longest.
        public let passes: Int
    }

    /// - Parameters:
    ///   - columns: More than any column of `rows`.
    ///   - targets: The label of each row, 0..<`labels`.
    ///   - costs: *C* of each row, above 0.
    public func callAsFunction(
        _ rows: WeightedRows, columns: Int, targets: [Int], labels: Int, costs: [Double]
    ) -> Result {
        precondition(targets.count == rows.rowCount && costs.count == rows.rowCount, "one target and cost a row")
        precondition(targets.allSatisfy { (0..<labels).contains($0) }, "targets are labels")
        var weights = [Double](repeating: 0, count: columns * labels)
        var passes = 0
        for first in stride(from: 0, to: labels, by: 4) {
            let count = min(4, labels - first)
            var run = Run(
                rows, columns: columns, targets: targets.map { $0 - first }, lanes: count, costs: costs,
                tolerance: tolerance)
            passes = max(passes, run.solve(maximalPasses: maximalPasses, seed: seed))
            for column in 0..<columns {
                for lane in 0..<count { weights[column * labels + first + lane] = run.weights[column][lane] }
            }
        }
        return Result(weights: weights, passes: passes)
    }

    /// The value of what is minimised, for each label.
    ///
    /// - Parameter weights: Columns × labels.
    public static func objectives(
        _ rows: WeightedRows, weights: [Double], targets: [Int], labels: Int, costs: [Double]
    ) -> [Double] {
        var values = [Double](repeating: 0, count: labels)
        for (index, weight) in weights.enumerated() { values[index % labels] += weight * weight / 2 }
        for row in targets.indices {
            for label in 0..<labels {
                var score = 0.0
                for entry in rows.starts[row]..<rows.starts[row + 1] {
                    score += Double(rows.values[entry]) * weights[Int(rows.columns[entry]) * labels + label]
                }
                let slack = max(0, 1 - (targets[row] == label ? score : -score))
                values[label] += costs[row] * slack * slack
            }
        }
        return values
    }
}

extension DualCoordinateDescent {
    /// Up to four labels, one a lane. What a lane does not use stays zero.
    private struct Run {
        typealias Lanes = SIMD4<Double>

        let rows: WeightedRows
        let targets: [Int]
        let tolerance: Double
        /// 1 ÷ 2C of each row, and that plus the row's squared length.
        let diagonal, curvature: [Double]
        var weights: [Lanes]
        /// The dual variables, at least 0.
        var duals: [Lanes]
        /// The lanes for which a row still matters.
        var isActive: [SIMDMask<SIMD4<Int64>>]
        var order: [Int32]
        /// Lanes whose optimum is found.
        var isDone: SIMDMask<SIMD4<Int64>>
        /// Above this gradient a row at zero is put aside.
        var limit = Lanes(repeating: .infinity)

        init(
            _ rows: WeightedRows, columns: Int, targets: [Int], lanes: Int, costs: [Double], tolerance: Double
        ) {
            (self.rows, self.targets, self.tolerance) = (rows, targets, tolerance)
            diagonal = costs.map { 0.5 / $0 }
            curvature = costs.indices.map { row in
                (rows.starts[row]..<rows.starts[row + 1]).reduce(0.5 / costs[row]) {
                    $0 + Double(rows.values[$1]) * Double(rows.values[$1])
                }
            }
            weights = Array(repeating: .zero, count: columns)
            duals = Array(repeating: .zero, count: rows.rowCount)
            isDone = .init(repeating: false)
            for lane in lanes..<4 { isDone[lane] = true }
            isActive = Array(repeating: .init(repeating: true), count: rows.rowCount)
            order = (0..<Int32(rows.rowCount)).map { $0 }
        }

        /// Goes through the rows until all lanes are done; returns how often.
        mutating func solve(maximalPasses: Int, seed: UInt64) -> Int {
            var shuffler = Shuffler(seed: seed)
            var passes = 0
            while passes < maximalPasses {
                shuffler.shuffle(&order)
                passes += 1
                let (least, most) = pass()
                if settle(least, most) { break }
            }
            return passes
        }

        /// Decides by the smallest and largest violation which lanes are done, and which have to look again
        /// at the rows they had put aside. True when all are done.
        private mutating func settle(_ least: Lanes, _ most: Lanes) -> Bool {
            var reopened = SIMDMask<SIMD4<Int64>>(repeating: false)
            for lane in 0..<4 where !isDone[lane] {
                if most[lane] - least[lane] <= tolerance {
                    if limit[lane] == .infinity { isDone[lane] = true } else { reopened[lane] = true }
                    limit[lane] = .infinity
                } else {
                    // A pass without a positive violation puts nothing aside next time.
                    limit[lane] = most[lane] <= 0 ? .greatestFiniteMagnitude : most[lane]
                }
            }
            if all(isDone) { return true }
            if any(reopened) {
                for row in isActive.indices { isActive[row] = isActive[row] .| reopened }
                order = (0..<Int32(rows.rowCount)).map { $0 }
            }
            let open = .!isDone
            order.removeAll { !any(isActive[Int($0)] .& open) }
            return false
        }

        /// One look at each row of `order`; the smallest and largest projected gradients.
        private mutating func pass() -> (least: Lanes, most: Lanes) {
            var (least, most) = (Lanes(repeating: .infinity), Lanes(repeating: -.infinity))
            for row32 in order {
                let row = Int(row32)
                let (first, end) = (rows.starts[row], rows.starts[row &+ 1])
                var score = Lanes.zero
                for entry in first..<end {
                    score += Double(rows.values[entry]) * weights[Int(rows.columns[entry])]
                }
                var sign = Lanes(repeating: -1)
                if targets[row] >= 0 && targets[row] < 4 { sign[targets[row]] = 1 }
                let dual = duals[row]
                let gradient = sign * score - 1 + dual * diagonal[row]
                let atZero = dual .== 0
                var live = isActive[row] .& .!isDone
                let aside = live .& atZero .& (gradient .> limit)
                isActive[row] = isActive[row] .& .!aside
                live = live .& .!aside
                let projected = gradient.replacing(with: min(gradient, 0), where: atZero)
                least = least.replacing(with: pointwiseMin(least, projected), where: live)
                most = most.replacing(with: pointwiseMax(most, projected), where: live)
                let moves = live .& ((projected .> 1e-12) .| (projected .< -1e-12))
                guard any(moves) else { continue }
                let next = pointwiseMax(dual - gradient / curvature[row], .zero)
                let moved = dual.replacing(with: next, where: moves)
                duals[row] = moved
                let step = (moved - dual) * sign
                for entry in first..<end {
                    weights[Int(rows.columns[entry])] += Double(rows.values[entry]) * step
                }
            }
            return (least, most)
        }

        private func min(_ a: Lanes, _ b: Double) -> Lanes { pointwiseMin(a, Lanes(repeating: b)) }
    }
}
