/// A smooth function to be made small.
public protocol Objective {
    /// The number of parameters.
    var dimension: Int { get }

    /// Returns the value at `point` and writes the gradient there.
    ///
    /// - Parameters:
    ///   - point: `dimension` numbers.
    ///   - gradient: `dimension` numbers; what they were does not matter.
    func evaluate(at point: [Double], gradient: inout [Double]) -> Double
}
