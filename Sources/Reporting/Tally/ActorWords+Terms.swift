import Discourse

extension ActorWords {
    /// - Parameters:
    ///   - terms: The total weight of every word.
    ///   - margin: The margins of the statements, summed.
    init(_ terms: [TermWeight], margin: Int) {
        let favor = TermTotals.strongest(5, of: terms) { $0.weight > 0 && !FunctionWords.contains($0.term) }
        let against = TermTotals.strongest(5, of: terms) { $0.weight < 0 && !FunctionWords.contains($0.term) }
        let all = terms.reduce(0) { $0 + $1.weight }
        let listed = (favor + against).reduce(0) { $0 + $1.weight }
        self.init(favor: favor, against: against, other: all - listed, rest: margin - all)
    }
}
