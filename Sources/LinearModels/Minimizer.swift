/// Finds where an objective is smallest, by the limited-memory method of Broyden, Fletcher, Goldfarb and
/// Shanno (Nocedal and Wright, *Numerical Optimization*, algorithms 7.4 and 7.5).
///
/// It is deterministic: one thread, one order of sums.
public struct Minimizer: Sendable {
    /// How many past steps shape the next one.
    public var memory = 10
    public var maximalSteps = 500
    /// Stops when the gradient's length is at most this share of its length at the start.
    public var tolerance = 1e-5

    public init(memory: Int = 10, maximalSteps: Int = 500, tolerance: Double = 1e-5) {
        (self.memory, self.maximalSteps, self.tolerance) = (memory, maximalSteps, tolerance)
    }

    public struct Result: Sendable {
        public let point: [Double]
        public let value: Double
        public let steps: Int
        /// Length of the gradient at the end, over its length at the start.
        public let relativeGradient: Double
    }

    /// - Parameter start: Where to begin; zeros when nil.
    public func callAsFunction(_ objective: some Objective, from start: [Double]? = nil) -> Result {
        var point = start ?? Array(repeating: 0, count: objective.dimension)
        precondition(point.count == objective.dimension, "the start has one number a parameter")
        var gradient = [Double](repeating: 0, count: point.count)
        var value = objective.evaluate(at: point, gradient: &gradient)
        let firstLength = length(gradient)
        var history: [Step] = []
        var steps = 0
        while steps < maximalSteps, length(gradient) > tolerance * max(firstLength, .leastNormalMagnitude) {
            let direction = descent(gradient, history)
            guard
                let next = search(
                    objective, from: point, value: value, gradient: gradient, along: direction,
                    firstStep: history.isEmpty ? min(1, 1 / length(gradient)) : 1)
            else {
                // The curvature in memory was misleading, or nothing is left to gain.
                if history.isEmpty { break }
                history = []
                continue
            }
            if let step = Step(from: point, to: next.point, gradients: gradient, next.gradient) {
                if history.count == memory { history.removeFirst() }
                history.append(step)
            }
            (point, value, gradient) = (next.point, next.value, next.gradient)
            steps += 1
        }
        return Result(
            point: point, value: value, steps: steps,
            relativeGradient: firstLength == 0 ? 0 : length(gradient) / firstLength)
    }
}

extension Minimizer {
    /// One past step: how far the point and the gradient moved.
    private struct Step {
        let move: [Double]
        let change: [Double]
        let inverse: Double

        /// Nil when the curvature along the step is not positive.
        init?(from old: [Double], to new: [Double], gradients oldGradient: [Double], _ newGradient: [Double]) {
            move = zip(new, old).map { $0 - $1 }
            change = zip(newGradient, oldGradient).map { $0 - $1 }
            let curvature = dot(move, change)
            guard curvature > 1e-12 * dot(change, change) else { return nil }
            inverse = 1 / curvature
        }
    }

    private struct Position {
        let point: [Double]
        let value: Double
        let gradient: [Double]
    }

    /// The two-loop recursion: minus the gradient, times an estimate of the inverse Hessian.
    private func descent(_ gradient: [Double], _ history: [Step]) -> [Double] {
        var direction = gradient
        var shares = [Double](repeating: 0, count: history.count)
        for (index, step) in history.enumerated().reversed() {
            shares[index] = step.inverse * dot(step.move, direction)
            add(-shares[index], step.change, to: &direction)
        }
        if let last = history.last {
            let scale = 1 / (last.inverse * dot(last.change, last.change))
            for index in direction.indices { direction[index] *= scale }
        }
        for (index, step) in history.enumerated() {
            let share = step.inverse * dot(step.change, direction)
            add(shares[index] - share, step.move, to: &direction)
        }
        for index in direction.indices { direction[index] = -direction[index] }
        return direction
    }

    /// Looks along a line for a point that is low enough and where the slope has become flat enough (weak
    /// Wolfe conditions), by halving and doubling the step. Nil when no step lowers the value.
    private func search(
        _ objective: some Objective, from point: [Double], value: Double, gradient: [Double],
        along direction: [Double], firstStep: Double
    ) -> Position? {
        let slope = dot(gradient, direction)
        guard slope < 0 else { return nil }
        var (low, high, step) = (0.0, Double.infinity, firstStep)
        var best: Position?
        for _ in 0..<40 {
            var candidate = point
            add(step, direction, to: &candidate)
            var newGradient = [Double](repeating: 0, count: point.count)
            let newValue = objective.evaluate(at: candidate, gradient: &newGradient)
            if !(newValue <= value + 1e-4 * step * slope) {
                high = step
            } else {
                best = Position(point: candidate, value: newValue, gradient: newGradient)
                if dot(newGradient, direction) >= 0.9 * slope { return best }
                low = step
            }
            step = high.isFinite ? (low + high) / 2 : 2 * step
        }
        return best
    }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
}

private func length(_ a: [Double]) -> Double { dot(a, a).squareRoot() }

private func add(_ factor: Double, _ a: [Double], to b: inout [Double]) {
    for index in a.indices { b[index] += factor * a[index] }
}
