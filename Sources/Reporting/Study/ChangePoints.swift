import Discourse

/// Finds days on which the mean stance of a subject changes, and says how sure that is.
///
/// A subject's article clusters stand in order of their first day, each with its mean stance. Where they are cut
/// in two so that the means differ most for the numbers on both sides (the statistic of the cumulative sum,
/// √(n₁n₂/n) · |difference|), there the change is looked for. Its *p*-value is the share of shuffles of the
/// clusters in which the best cut is at least as good, so it allows for the cut having been chosen (Antoch and
/// Hušková, "Permutation tests in change point analysis", 2001). *P*-values are corrected for all subjects
/// tested. A series in which a change is found is cut there, and both parts are tested in a second round, as
/// binary segmentation does (Vostrikova 1981).
struct ChangePoints: Sendable {
    /// Clusters on either side of a change.
    static let fewest = 4
    let bootstrap: Bootstrap
    let correction: Multiplicity
    /// A change is reported when its corrected *p*-value is at most this.
    let level: Double

    /// Every series tested, changes and others, in order of subjects and days.
    func callAsFunction(_ study: Study, of subject: Subject) -> [ChangePoint] {
        self(
            study.statements(by: subject).map {
                TimeSeries($0.statements, subject: subject.actor(of: $0.statements[0].entry))
            })
    }

    func callAsFunction(_ series: [TimeSeries]) -> [ChangePoint] {
        var (found, series) = ([ChangePoint](), series)
        for round in 1...3 {
            var tested = series.compactMap { best(in: $0, round: round) }
            let adjusted = correction.adjusted(tested.map(\.p))
            for (index, value) in adjusted.enumerated() {
                tested[index].adjustedP = value
                tested[index].isSignificant = value <= level
            }
            found += round == 1 ? tested : tested.filter(\.isSignificant)
            series = tested.filter(\.isSignificant).flatMap { [$0.before, $0.after] }
        }
        return found.sorted {
            $0.subject.id == $1.subject.id
                ? $0.after.first < $1.after.first : $0.subject.id.utf8.lexicographicallyPrecedes($1.subject.id.utf8)
        }
    }

    private func best(in series: TimeSeries, round: Int) -> ChangePoint? {
        let cuts = series.cuts(fewest: ChangePoints.fewest)
        guard !cuts.isEmpty else { return nil }
        var values = series.units.map(\.mean)
        let (cut, observed) = ChangePoints.strongest(cuts, values)
        var random = bootstrap.generator("\(series.subject.id)\u{0}change\u{0}\(round)\u{0}\(series.first)")
        var count = PermutationCount()
        while !count.isDone {
            random.shuffle(&values, values.indices)
            count.add(reaches: ChangePoints.strongest(cuts, values).statistic >= observed - 1e-9)
        }
        let (before, after) = series.cut(at: cut)
        return ChangePoint(subject: series.subject, before: before, after: after, p: count.p, round: round)
    }

    /// The cut with the largest statistic; the first of equal ones.
    static func strongest(_ cuts: [Int], _ values: [Double]) -> (cut: Int, statistic: Double) {
        var (sum, done) = (0.0, 0)
        let (total, n) = (values.reduce(0, +), Double(values.count))
        var best = (cut: cuts[0], statistic: -1.0)
        for cut in cuts {
            while done < cut {
                sum += values[done]
                done += 1
            }
            let (left, right) = (Double(cut), n - Double(cut))
            let statistic = (left * right / n).squareRoot() * abs(sum / left - (total - sum) / right)
            if statistic > best.statistic { best = (cut, statistic) }
        }
        return best
    }
}
