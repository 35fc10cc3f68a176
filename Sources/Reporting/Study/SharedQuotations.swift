import Discourse

/// Finds quotations that several articles carry, whole or in part.
///
/// Two quoted statements of different articles are taken for one quotation when the shorter has at least six
/// words and three fifths of its runs of five words stand in the other. Groups are closed: what belongs to one
/// member belongs to all.
struct SharedQuotations: Sendable {
    static let runLength = 5
    static let fewestRuns = 2
    /// Runs of words that more statements share are turns of phrase; only so many of their statements are compared.
    static let mostPerRun = 64

    /// Quotations in at least two outlets, or in two articles that do not copy one another, by their first statement.
    func callAsFunction(_ study: Study) -> [SharedQuotation] {
        let quoted = study.statements.filter(\.isQuoted)
        let runs = quoted.map { WordRuns.hashes($0.text, length: SharedQuotations.runLength) }
        var groups = DisjointSets(count: quoted.count)
        for (pair, shared) in SharedQuotations.shared(quoted, runs) {
            let shorter = min(runs[pair.first].count, runs[pair.second].count)
            if shared * 5 >= shorter * 3 { groups.join(pair.first, pair.second) }
        }
        let byRoot = Dictionary(grouping: quoted.indices) { groups.root(of: $0) }
        return byRoot.sorted { $0.key < $1.key }.compactMap { _, members in
            let uses = members.map { quoted[$0] }
            let isShared =
                Set(uses.compactMap(\.entry.outlet)).count > 1 || Set(uses.map(\.cluster)).count > 1
            return isShared ? SharedQuotation(uses: uses) : nil
        }
    }

    private struct Pair: Hashable {
        let first: Int
        let second: Int
    }

    /// How many runs any two statements of different articles have in common.
    private static func shared(_ quoted: [StudyStatement], _ runs: [[UInt64]]) -> [Pair: Int] {
        var statementsOfRun: [UInt64: [Int]] = [:]
        for index in quoted.indices where runs[index].count >= fewestRuns {
            for run in runs[index] { statementsOfRun[run, default: []].append(index) }
        }
        var shared: [Pair: Int] = [:]
        for statements in statementsOfRun.values where statements.count > 1 {
            let some = statements.prefix(mostPerRun)
            for (place, first) in some.enumerated() {
                for second in some.dropFirst(place + 1) where quoted[first].article != quoted[second].article {
                    shared[Pair(first: first, second: second), default: 0] += 1
                }
            }
        }
        return shared
    }
}

/// One quotation and the statements that carry it, at least two.
struct SharedQuotation: Sendable {
    /// By article, in the order of the text.
    let uses: [StudyStatement]

    var id: String { uses[0].entry.statementID }
    /// The longest form.
    var text: String {
        uses.reduce(uses[0].text) { $1.text.unicodeScalars.count > $0.unicodeScalars.count ? $1.text : $0 }
    }
    var actors: [Actor] { SharedQuotation.distinct(uses.map(\.entry.actor)) { $0.id } }
    var outlets: [String] { SharedQuotation.distinct(uses.compactMap(\.entry.outlet)) { $0 } }
    var days: [Day] { uses.compactMap(\.entry.published).sorted() }

    /// Each once, in byte order of the keys.
    private static func distinct<Value>(_ values: [Value], _ key: (Value) -> String) -> [Value] {
        var seen: [String: Value] = [:]
        for value in values { seen[key(value)] = seen[key(value)] ?? value }
        return seen.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
    }
}

extension SharedQuotation {
    static let columns: [Column<SharedQuotation>] = [
        Column("quotation_id", .string, "The first statement that carries it.", .key) { .text($0.id) },
        Column("n_outlets", .integer, "Outlets that carry it.", .count) { .integer($0.outlets.count) },
        Column("n_articles", .integer, "Articles that carry it.", .count) {
            .integer(Set($0.uses.map(\.article)).count)
        },
        Column("n_clusters", .integer, "Groups of near-duplicate articles among them: copies count once.", .count) {
            .integer(Set($0.uses.map(\.cluster)).count)
        },
        Column("n_statements", .integer, "Statements that carry it.", .count) { .integer($0.uses.count) },
        Column("same_actor", .boolean, "Whether all of them lay it to one actor.", .required) {
            .boolean($0.actors.count == 1)
        },
        Column("actor_ids", .string, "Who it is laid to; separated by '; '.", .required) {
            .clauses($0.actors.map(\.id))
        },
        Column("actor_names", .string, "Their names.", .required) { .clauses($0.actors.map(\.name)) },
        Column("outlets", .string, "Outlets that carry it; separated by '; '.") { .clauses($0.outlets) },
        Column("first_date", .date, "First day of publication.") { .day($0.days.first) },
        Column("last_date", .date, "Last day of publication.") { .day($0.days.last) },
        Column("stance_least", .number, "Least stance score of the statements.", .score) {
            .score(units: $0.uses.map(\.entry.score).min()!)
        },
        Column("stance_most", .number, "Largest stance score of the statements.", .score) {
            .score(units: $0.uses.map(\.entry.score).max()!)
        },
        Column("text", .string, "Its longest form, verbatim.", .required) { .text($0.text) },
    ]

    /// One statement that carries a quotation.
    struct Use: Sendable {
        let quotation: String
        let statement: StudyStatement
    }

    static let useColumns: [Column<Use>] = [
        Column("quotation_id", .string, "The quotation; a key of quotations.csv.", .required) { .text($0.quotation) },
        Column("statement_id", .string, "A statement that carries it.", .key) { .text($0.statement.entry.statementID) },
        Column("article_id", .string, "Its article.", .required) { .text($0.statement.entry.articleID) },
        Column("outlet", .string, "Who published the article.") { .text($0.statement.entry.outlet) },
        Column("published", .date, "Day of publication.") { .day($0.statement.entry.published) },
        Column("actor_id", .string, "Who it is laid to there.", .required) { .text($0.statement.entry.actor.id) },
        Column("stance_score", .number, "Stance of the statement.", .score) { .score(units: $0.statement.entry.score) },
        Column("content_text", .string, "How it stands there, verbatim.", .required) { .text($0.statement.text) },
    ]
}
