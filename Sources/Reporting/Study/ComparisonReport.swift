import Discourse

/// Everything that a comparison finds, as tables.
///
///     let report = ComparisonReport(of: study, by: ComparisonPlan(subject: .actor, grouping: .month))
///     report.tables.map(\.name)   // comparison, changes, reversals, quotations, …
public struct ComparisonReport: Sendable {
    public let plan: ComparisonPlan
    public let comparison: Comparison
    /// In the order in which they are to be listed; tables without rows among them.
    public let tables: [PublishedTable]
    public let counts: Counts
    let shown: ComparisonPage.Findings

    public struct Counts: Sendable, Equatable {
        public var articles = 0
        public var clusters = 0
        public var statements = 0
        /// Statements where the same words in near-duplicate articles count once.
        public var distinct = 0
        public var undated = 0
        public var tests = 0
        public var differences = 0
        public var changes = 0
        public var reversals = 0
        public var inconsistencies = 0
        public var quotations = 0
        public var copies = 0
        public var silent = 0
        public var unadjusted = 0
    }

    /// - Parameter gold: Statements coded by a person; a table of corrected means is added.
    /// - Throws: `FileError` when the sample names a statement that is not there.
    public init(of study: Study, by plan: ComparisonPlan, gold: GoldSample? = nil) throws {
        self.plan = plan
        let bootstrap = Bootstrap(seed: plan.seed)
        let grouper = Grouper(plan.grouping, boundaries: plan.boundaries)
        comparison = GroupComparison(of: plan.subject, by: grouper, bootstrap: bootstrap, correction: plan.correction)(
            study)
        // Changes, reversals and adjusted scores are of somebody; all together have no position to change.
        let whose = plan.subject == .everyone ? Subject.actor : plan.subject
        let findings = Findings(
            changes: ChangePoints(bootstrap: bootstrap, correction: plan.correction, level: plan.level)(
                study, of: whose),
            reversals: Reversals(of: whose, days: plan.inconsistencyDays)(study),
            adjusted: OutletAdjustment(of: whose, bootstrap: bootstrap)(study),
            quotations: SharedQuotations()(study), copies: ArticleCopies.groups(of: study),
            silent: SilentActor.all(in: study))
        let corrected = try gold.map { try GoldCorrection(sample: $0)(study, of: whose) }
        tables =
            [ComparisonReport.table(of: comparison)] + findings.tables
            + (corrected.map { [ComparisonReport.table(of: $0)] } ?? [])
        counts = findings.counts(study, comparison, level: plan.level)
        shown = ComparisonPage.Findings(
            changes: findings.changes, reversals: findings.reversals, quotations: findings.quotations,
            silent: findings.silent)
    }

    /// The comparison as a page without a script.
    ///
    /// - Parameter version: Of the program.
    public func html(version: String) -> [UInt8] {
        ComparisonPage(
            comparison: comparison, findings: shown, summary: ComparisonSummary(self).text(), version: version
        ).html()
    }

    private static func table(of corrected: [CorrectedScore]) -> PublishedTable {
        PublishedTable(
            "corrected", "Means corrected for the errors of the classifier", CorrectedScore.columns, key: ["actor_id"],
            corrected)
    }

    private static func table(of comparison: Comparison) -> PublishedTable {
        PublishedTable(
            "comparison", "Stance of each \(comparison.subject.rawValue) by \(comparison.grouping.rawValue)",
            Comparison.Row.columns(comparison.grouping, comparison.subject),
            key: Comparison.Row.key(comparison.grouping, comparison.subject), comparison.rows)
    }
}

/// What is found beside the differences of groups.
private struct Findings {
    let changes: [ChangePoint]
    let reversals: [Reversal]
    let adjusted: [AdjustedScore]
    let quotations: [SharedQuotation]
    let copies: [ArticleCopies]
    let silent: [SilentActor]

    var tables: [PublishedTable] {
        let uses = quotations.flatMap { quotation in
            quotation.uses.map { SharedQuotation.Use(quotation: quotation.id, statement: $0) }
        }
        return [
            PublishedTable(
                "changes", "Days on which the mean stance changes, and the best cut where it does not",
                ChangePoint.columns, key: ["actor_id", "changed_to"], changes),
            PublishedTable(
                "reversals", "Opposite positions of one actor", Reversal.columns,
                key: ["actor_id", "earlier_statement", "later_statement"], reversals),
            PublishedTable(
                "adjusted", "Actor scores, raw and freed of the outlets that print them", AdjustedScore.columns,
                key: ["actor_id"], adjusted),
            PublishedTable(
                "quotations", "Quotations that several outlets carry", SharedQuotation.columns, key: ["quotation_id"],
                quotations),
            PublishedTable(
                "quotation_uses", "The statements that carry them", SharedQuotation.useColumns, key: ["statement_id"],
                uses),
            PublishedTable(
                "copies", "Articles that copy one another", ArticleCopies.columns, key: ["cluster_id"], copies),
            PublishedTable(
                "silent", "Actors that are mentioned and never quoted", SilentActor.columns, key: ["actor_id"], silent),
        ]
    }

    func counts(_ study: Study, _ comparison: Comparison, level: Double) -> ComparisonReport.Counts {
        var counts = ComparisonReport.Counts()
        counts.articles = study.articles.count
        counts.clusters = Set(study.articles.map(\.cluster)).count
        counts.statements = study.statements.count
        counts.distinct = study.distinctStatements
        counts.undated = study.statements.count { $0.entry.published == nil }
        counts.tests = comparison.rows.count { $0.p != nil }
        counts.differences = comparison.rows.count { $0.adjustedP.map { $0 <= level } ?? false }
        counts.changes = changes.count(where: \.isSignificant)
        counts.reversals = reversals.count { !$0.isInconsistency }
        counts.inconsistencies = reversals.count(where: \.isInconsistency)
        counts.quotations = quotations.count
        counts.copies = copies.count
        counts.silent = silent.count
        counts.unadjusted = adjusted.count { $0.refusal != nil }
        return counts
    }
}

extension Study {
    /// Statements of an actor where the same words in near-duplicate articles count once.
    var distinctStatements: Int {
        struct Key: Hashable {
            let actor: String
            let cluster: Int
            let content: UInt64
        }
        return Set(statements.map { Key(actor: $0.entry.actor.id, cluster: $0.cluster, content: $0.entry.content) })
            .count
    }
}
