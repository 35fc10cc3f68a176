import Discourse

/// What is to be compared, and how findings are told from chance.
public struct ComparisonPlan: Sendable {
    public var subject: Subject
    public var grouping: Grouping
    /// Days on which a new window begins; for `Grouping.window` alone.
    public var boundaries: [Day]
    /// Starts all resampling.
    public var seed: UInt64
    public var correction: Multiplicity
    /// A change is called significant when its corrected *p*-value is at most this.
    public var level: Double
    /// Opposite positions within so many days are an inconsistency, later on a reversal.
    public var inconsistencyDays: Int

    public init(
        subject: Subject, grouping: Grouping, boundaries: [Day] = [], seed: UInt64 = 1,
        correction: Multiplicity = .holm, level: Double = 0.05, inconsistencyDays: Int = 3
    ) {
        (self.subject, self.grouping, self.boundaries, self.seed) = (subject, grouping, boundaries, seed)
        (self.correction, self.level, self.inconsistencyDays) = (correction, level, inconsistencyDays)
    }
}
