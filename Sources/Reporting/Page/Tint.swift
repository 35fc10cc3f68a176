/// The colour class of a number on the page: blue for favor, orange for against, in four strengths.
///
/// The two hues stay apart for all common kinds of colour blindness; a sign or a word always says the same.
enum Tint {
    /// - Parameter score: −1...1.
    static func score(_ score: Double) -> String { of(score, thresholds: (0.05, 0.25, 0.5, 0.75)) }

    /// - Parameter share: A weight as a share of the largest on the page, −1...1.
    static func weight(_ share: Double) -> String { of(share, thresholds: (0.06, 0.15, 0.35, 0.65)) }

    private static func of(_ value: Double, thresholds: (Double, Double, Double, Double)) -> String {
        let strength = abs(value)
        if strength < thresholds.0 { return "n0" }
        let side = value > 0 ? "f" : "a"
        if strength < thresholds.1 { return side + "1" }
        if strength < thresholds.2 { return side + "2" }
        return side + (strength < thresholds.3 ? "3" : "4")
    }
}
