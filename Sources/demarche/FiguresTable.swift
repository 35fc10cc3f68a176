import Classification
import Discourse

/// What cross-validation says of a stance model, as a model card shows it.
struct FiguresTable {
    private let figures: StanceFigures

    init(_ figures: StanceFigures) { self.figures = figures }

    func text() -> String {
        "cross-validated by document: \(summary)\n" + FiguresTable.reliability(figures)
    }

    /// The figures in one line.
    var summary: String {
        let classes = Stance.allCases.map { "\($0.rawValue) \(FiguresTable.rounded(figures.f1[$0] ?? 0))" }
        return """
            macro-F1 \(FiguresTable.rounded(figures.macroF1)), accuracy \
            \(FiguresTable.rounded(figures.accuracy)); F1 \(classes.joined(separator: ", ")); conditional \
            \(FiguresTable.rounded(figures.conditionalF1)); calibration error \
            \(FiguresTable.rounded(figures.calibrationError))
            """
    }

    /// How often labels of each probability are right.
    static func reliability(_ figures: StanceFigures) -> String {
        let bins = figures.reliability.map { "  \(rounded($0.confidence))  \(rounded($0.accuracy))  \($0.count)\n" }
        return "reliability (mean probability, share right, statements):\n" + bins.joined()
    }

    /// Three decimals.
    static func rounded(_ value: Double) -> String {
        let thousandths = Int((value * 1_000).rounded())
        let digits = String(thousandths % 1_000)
        return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
