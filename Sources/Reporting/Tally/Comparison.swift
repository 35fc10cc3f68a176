import Discourse

/// What each actor said in one group (article, outlet or month) beside another.
public struct Comparison: Sendable, Equatable {
    public let grouping: Grouping
    /// In byte order of actor ids, then of groups.
    public let rows: [Row]

    public init(grouping: Grouping, rows: [Row]) { (self.grouping, self.rows) = (grouping, rows) }

    public struct Row: Sendable, Equatable {
        /// The article id, outlet or month; empty when not known.
        public let group: String
        /// The actor's statements of this group, summed up as if there were no others.
        public let report: ActorReport
        /// Mean stance here minus that in the actor's other groups, where both have enough articles.
        public let difference: Estimate?

        public init(group: String, report: ActorReport, difference: Estimate?) {
            (self.group, self.report, self.difference) = (group, report, difference)
        }
    }
}

extension Comparison {
    /// The table as CSV, with a header.
    public func csv() -> [UInt8] {
        var bytes: [UInt8] = []
        let (format, columns) = (CSVFormat(variant: .plain), Row.columns(grouping))
        format.appendHeader(columns, to: &bytes)
        for row in rows { format.append(row, columns, to: &bytes) }
        return bytes
    }

    /// The table as one JSON array, one row a line.
    public func json() -> [UInt8] {
        let columns = Row.columns(grouping)
        return JSONTable.opening + rows.enumerated().flatMap { JSONTable.row($1, columns, isFirst: $0 == 0) }
            + JSONTable.closing
    }
}

extension Comparison.Row {
    static func columns(_ grouping: Grouping) -> [Column<Comparison.Row>] {
        let names =
            ["n_statements", "n_distinct", "n_articles", "n_clusters", "stance_score", "stance_lo", "stance_hi"]
            + ["sentiment_mean", "sentiment_lo", "sentiment_hi", "n_favor", "n_against", "n_none", "interval_basis"]
        return [reportColumn("actor_id", .required), reportColumn("actor_name"), groupColumn(grouping)]
            + ["first_date", "last_date"].map { reportColumn($0) } + names.map { reportColumn($0) } + differenceColumns
    }

    private static func groupColumn(_ grouping: Grouping) -> Column<Comparison.Row> {
        switch grouping {
        case .article:
            Column("article_id", .string, "The article; a key of articles.csv.", .required) { .text($0.group) }
        case .outlet: Column("outlet", .string, "The outlet.") { .text($0.group) }
        case .month: Column("month", .string, "The month of publication.") { .text($0.group) }
        }
    }

    /// A column of the table of actors, of this group's statements only.
    private static func reportColumn(_ name: String, _ constraints: Constraints? = nil) -> Column<Comparison.Row> {
        let column = ActorReport.columns.first { $0.name == name }!
        return Column(name, column.type, column.description, constraints ?? column.constraints) {
            column.cell($0.report)
        }
    }

    private static let differenceColumns: [Column<Comparison.Row>] = [
        Column(
            "stance_difference", .number,
            "Mean stance here minus that in the actor's other groups; empty with fewer than five article groups on either side.",
            difference
        ) { .score($0.difference?.mean) },
        Column("difference_lo", .number, "Lower end of its 95 % interval.", difference) {
            .score($0.difference?.interval?.lowerBound)
        },
        Column("difference_hi", .number, "Upper end of its 95 % interval.", difference) {
            .score($0.difference?.interval?.upperBound)
        },
    ]

    private static let difference = Constraints(range: -2...2)
}
