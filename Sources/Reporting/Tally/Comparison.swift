import Discourse

/// What each subject said in one group (article, outlet, month and so on) beside another.
public struct Comparison: Sendable, Equatable {
    public let grouping: Grouping
    public let subject: Subject
    /// In byte order of the subjects' ids, then of groups.
    public let rows: [Row]

    public init(grouping: Grouping, subject: Subject = .actor, rows: [Row]) {
        (self.grouping, self.subject, self.rows) = (grouping, subject, rows)
    }

    public struct Row: Sendable, Equatable {
        /// The article id, outlet, month and so on; empty when not known.
        public let group: String
        /// The name of a group that is an actor.
        public let groupName: String?
        /// The subject's statements of this group, summed up as if there were no others.
        public let report: ActorReport
        /// Mean stance here minus that in the subject's other groups, where both have enough articles.
        public let difference: Estimate?
        /// Probability of a difference as large if groups made none, and the same corrected for all tests of the table.
        public internal(set) var p: Double?
        public internal(set) var adjustedP: Double?

        public init(
            group: String, groupName: String? = nil, report: ActorReport, difference: Estimate?, p: Double? = nil,
            adjustedP: Double? = nil
        ) {
            (self.group, self.groupName, self.report) = (group, groupName, report)
            (self.difference, self.p, self.adjustedP) = (difference, p, adjustedP)
        }
    }
}

extension Comparison.Row {
    /// The columns of `comparison.csv`.
    static func columns(_ grouping: Grouping, _ subject: Subject = .actor) -> [Column<Comparison.Row>] {
        let names =
            ["n_statements", "n_distinct", "n_articles", "n_clusters", "stance_score", "stance_lo", "stance_hi"]
            + ["sentiment_mean", "sentiment_lo", "sentiment_hi", "n_favor", "n_against", "n_none", "interval_basis"]
        return subjectColumns(subject) + groupColumns(grouping)
            + ["first_date", "last_date"].map { reportColumn($0) } + names.map { reportColumn($0) }
            + differenceColumns(subject)
            + (grouping == .article ? [] : testColumns)
    }

    /// What identifies a row.
    static func key(_ grouping: Grouping, _ subject: Subject) -> [String] {
        switch subject {
        case .actor, .principal: ["actor_id", grouping.column]
        case .country: ["country", grouping.column]
        case .everyone: [grouping.column]
        }
    }

    private static func subjectColumns(_ subject: Subject) -> [Column<Comparison.Row>] {
        switch subject {
        case .actor, .principal: [reportColumn("actor_id", .required), reportColumn("actor_name")]
        case .country:
            [
                Column("country", .string, "Country of the actors, ISO 3166-1 alpha-3, or unknown.", .required) {
                    .text($0.report.actor.id)
                }
            ]
        case .everyone: []
        }
    }

    private static func groupColumns(_ grouping: Grouping) -> [Column<Comparison.Row>] {
        let column = Column<Comparison.Row>(
            grouping.column, .string, groupDescription(grouping), grouping == .article ? .required : Constraints()
        ) { .text($0.group) }
        switch grouping {
        case .actor: return [column, Column("actor_name", .string, "Name of the actor.") { .text($0.groupName) }]
        case .principal:
            return [column, Column("principal_name", .string, "Name of the principal.") { .text($0.groupName) }]
        default: return [column]
        }
    }

    private static func groupDescription(_ grouping: Grouping) -> String {
        switch grouping {
        case .article: "The article; a key of articles.csv."
        case .outlet: "The outlet."
        case .week: "The week of publication, by its Monday."
        case .month: "The month of publication."
        case .quarter: "The quarter of publication."
        case .year: "The year of publication."
        case .window: "The period of publication, first/last day; '..' is an open end."
        case .actor: "Short stable name of the actor."
        case .principal: "The one on whose behalf statements are made, or else their speaker."
        case .country: "Country of the actors, ISO 3166-1 alpha-3, or unknown."
        case .conflict: "The conflict whose parties make most statements of the article."
        }
    }

    /// A column of the table of actors, of this group's statements only.
    private static func reportColumn(_ name: String, _ constraints: Constraints? = nil) -> Column<Comparison.Row> {
        let column = ActorReport.columns.first { $0.name == name }!
        return Column(name, column.type, column.description, constraints ?? column.constraints) {
            column.cell($0.report)
        }
    }

    private static func differenceColumns(_ subject: Subject) -> [Column<Comparison.Row>] {
        let others = subject == .everyone ? "of everyone else" : "in the actor's other groups"
        return [
            Column(
                "stance_difference", .number,
                "Mean stance here minus that \(others); empty with fewer than five article groups on either side.",
                difference
            ) { .score($0.difference?.mean) },
            Column("difference_lo", .number, "Lower end of its 95 % interval.", difference) {
                .score($0.difference?.interval?.lowerBound)
            },
            Column("difference_hi", .number, "Upper end of its 95 % interval.", difference) {
                .score($0.difference?.interval?.upperBound)
            },
        ]
    }

    private static let testColumns: [Column<Comparison.Row>] = [
        Column(
            "p_value", .number,
            "Share of shuffles of the groups over article clusters that give a difference at least as large.",
            Constraints(range: 0...1)
        ) { .score($0.p) },
        Column(
            "p_adjusted", .number, "The same, corrected for all tests of the table as datapackage.json says.",
            Constraints(range: 0...1)
        ) { .score($0.adjustedP) },
    ]

    private static let difference = Constraints(range: -2...2)
}
