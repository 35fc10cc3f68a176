import Discourse

/// One mean on the axis from against to favor, with the whiskers of its interval.
struct DotRow {
    let report: ActorReport
    /// Statements of the largest dot of the chart.
    let most: Int

    func draw(in svg: inout HTML) {
        for tick in [-1, -0.5, 0, 0.5, 1] {
            svg.element(
                "line", ["class": tick == 0 ? "zero" : "tick", "x1": x(tick), "x2": x(tick), "y1": "0", "y2": "100%"])
        }
        let tint = Tint.score(report.stance.mean).prefix(1)
        if let interval = report.stance.interval {
            let (low, high) = (x(interval.lowerBound), x(interval.upperBound))
            let dashed = report.intervalBasis.hasPrefix("statements") ? " dashed" : ""
            svg.element("line", ["class": "whisker \(tint)\(dashed)", "x1": low, "x2": high, "y1": "50%", "y2": "50%"])
            for end in [low, high] {
                svg.element("line", ["class": "whisker \(tint)", "x1": end, "x2": end, "y1": "34%", "y2": "66%"])
            }
        }
        let shape = report.stance.interval == nil ? "hollow" : "dot"
        svg.element(
            "circle",
            ["class": "\(shape) \(tint)", "cx": x(report.stance.mean), "cy": "50%", "r": radius])
    }

    /// A place on the axis in percent; the ends leave room for the largest dot.
    private func x(_ score: Double) -> String { FixedPoint(3 + (score + 1) * 47, decimals: 2).description + "%" }

    /// Area grows with the number of statements.
    private var radius: String {
        FixedPoint(3.5 + 6.5 * (Double(report.statements) / Double(most)).squareRoot(), decimals: 1).description
    }
}
