/// Spans of a text, and which of them cover a place that moves forward through it.
///
///     var spans = SpansAhead([0..<4, 2..<6])
///     spans.advance(to: 2)
///     spans.covering   // [0, 1]
///
/// - Complexity: O(*n* log *n*) to make; going through a whole text takes O(*n*) steps plus one for each
///   covering span at each place stopped at.
struct SpansAhead {
    private let spans: [Range<Int>]
    /// Indices of the spans that hold something, by where they begin.
    private let order: [Int]
    private var next = 0
    /// Indices of the spans over the place, ascending.
    private(set) var covering: [Int] = []

    init(_ spans: [Range<Int>]) {
        self.spans = spans
        order = spans.indices.filter { !spans[$0].isEmpty }.sorted {
            (spans[$0].lowerBound, $0) < (spans[$1].lowerBound, $1)
        }
    }

    /// Where spans begin or end.
    var ends: [Int] { order.flatMap { [spans[$0].lowerBound, spans[$0].upperBound] } }

    /// - Parameter place: Not before any earlier one.
    mutating func advance(to place: Int) {
        covering.removeAll { spans[$0].upperBound <= place }
        let known = covering.count
        while next < order.count, spans[order[next]].lowerBound <= place {
            if spans[order[next]].upperBound > place { covering.append(order[next]) }
            next += 1
        }
        if covering.count > known { covering.sort() }
    }
}
