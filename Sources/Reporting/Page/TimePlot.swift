import Discourse

/// One actor's stance over time, with positions in percent so that it fits any width.
struct TimePlot {
    let series: TimeSeries
    /// Significant ones, in order of days.
    let changes: [ChangePoint]
    /// What the width stands for.
    let days: ClosedRange<Day>

    func draw(in svg: inout HTML) {
        for level in [-1.0, 0, 1] {
            svg.element(
                "line",
                ["class": level == 0 ? "zero" : "tick", "x1": "0%", "x2": "100%", "y1": y(level), "y2": y(level)])
        }
        for change in changes {
            let place = (x(change.before.last) + x(change.after.first)) / 2
            svg.element(
                "line", ["class": "change", "x1": percent(place), "x2": percent(place), "y1": "0%", "y2": "100%"])
        }
        drawMeans(in: &svg)
        let most = Double(series.units.map(\.count).max() ?? 1)
        for unit in series.units {
            let radius = FixedPoint(2.5 + 2.5 * (Double(unit.count) / most).squareRoot(), decimals: 1)
            svg.element(
                "circle",
                [
                    "class": "dot " + Tint.score(unit.mean).prefix(1), "cx": percent(x(unit.day)), "cy": y(unit.mean),
                    "r": radius.description,
                ])
        }
    }

    /// The mean of each stretch between changes.
    private func drawMeans(in svg: inout HTML) {
        let cuts = changes.map(\.after.first).sorted()
        let starts = [series.first] + cuts
        for (index, start) in starts.enumerated() {
            let units = series.units.filter { $0.day >= start && (index == cuts.count || $0.day < cuts[index]) }
            guard let first = units.first, let last = units.last else { continue }
            let mean = units.reduce(0) { $0 + $1.mean } / Double(units.count)
            svg.element(
                "line",
                [
                    "class": "mean", "x1": percent(x(first.day)), "x2": percent(x(last.day)), "y1": y(mean),
                    "y2": y(mean),
                ])
        }
    }

    /// In percent; the ends leave room for a dot.
    private func x(_ day: Day) -> Double {
        let width = max(days.upperBound.number - days.lowerBound.number, 1)
        return 2 + 96 * Double(day.number - days.lowerBound.number) / Double(width)
    }

    private func y(_ stance: Double) -> String { percent(50 - 44 * stance) }

    private func percent(_ value: Double) -> String { FixedPoint(value, decimals: 2).description + "%" }
}
