import Classification
import Discourse

/// What cross-validation says of a stance model, as a model card shows it.
struct FiguresTable {
    private let figures: StanceFigures

    init(_ figures: StanceFigures) { self.figures = figures }

    func text() -> String {
        let bins = figures.reliability.map {
            "  \(FiguresTable.rounded($0.confidence))  \(FiguresTable.rounded($0.accuracy))  \($0.count)\n"
        }
        return """
            cross-validated by document: \(summary)
            reliability (mean probability, share right, statements):
            \(bins.joined())
            """
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

    /// Three decimals.
    private static func rounded(_ value: Double) -> String {
        let thousandths = Int((value * 1_000).rounded())
        let digits = String(thousandths % 1_000)
        return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
