/// The tone of a passage by lexicon, with the words that make it.
public struct Valence: Sendable, Equatable {
    /// Squashed sum, -1...1; 0 when no word of the passage is in the lexicon.
    public let compound: Double
    /// What each word adds. Their sum is `total`, exactly.
    public let hits: [Hit]

    /// 95 % interval of the compound from the spread of the lexicon's entries; nil when no word of the passage is in the
    /// lexicon, or it tells no spread.
    public let interval: ClosedRange<Double>?

    public init(compound: Double, hits: [Hit], interval: ClosedRange<Double>? = nil) {
        (self.compound, self.hits, self.interval) = (compound, hits, interval)
    }

    /// Sum of the hits in millionths of a lexicon point.
    public var total: Int { hits.reduce(0) { $0 + $1.value } }

    public struct Hit: Sendable, Equatable {
        /// Half-open token range in the document.
        public let tokens: Range<Int>
        /// The lexicon's entry.
        public let entry: String
        /// In millionths of a lexicon point, after the rules.
        public let value: Int
        /// Names of the rules that changed the entry's own value, in the order they acted.
        public let rules: [String]

        public init(tokens: Range<Int>, entry: String, value: Int, rules: [String]) {
            (self.tokens, self.entry, self.value, self.rules) = (tokens, entry, value, rules)
        }
    }
}
