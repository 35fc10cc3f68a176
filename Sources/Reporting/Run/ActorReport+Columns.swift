import Discourse

extension ActorReport {
    static let columns: [Column<ActorReport>] = identityColumns + scoreColumns + furtherColumns

    private static let identityColumns: [Column<ActorReport>] = [
        Column("actor_id", .string, "Short stable name of the actor.", .key) { .text($0.actor.id) },
        Column("actor_name", .string, "Name of the actor.", .required) { .text($0.actor.name) },
        Column("country", .string, "Country of the actor, ISO 3166-1 alpha-3.") { .text($0.actor.country) },
        Column("n_statements", .integer, "Statements, copies included.", .count) { .integer($0.statements) },
        Column("n_articles", .integer, "Articles with a statement of the actor.", .count) { .integer($0.articles) },
        Column("n_outlets", .integer, "Outlets of those articles.", .count) { .integer($0.outlets) },
        Column("first_date", .date, "Day of the first of those articles.") { .day($0.firstDay) },
        Column("last_date", .date, "Day of the last of them.") { .day($0.lastDay) },
    ]

    private static let scoreColumns: [Column<ActorReport>] = [
        Column("sentiment_mean", .number, "Mean sentiment; copies of a statement count once.", .score) {
            .score($0.sentiment.mean)
        },
        Column("sentiment_lo", .number, "Lower end of its 95 % interval.", .scoreOrEmpty) {
            .score($0.sentiment.interval?.lowerBound)
        },
        Column("sentiment_hi", .number, "Upper end of its 95 % interval.", .scoreOrEmpty) {
            .score($0.sentiment.interval?.upperBound)
        },
        Column("stance_score", .number, "Mean stance score; copies of a statement count once.", .score) {
            .score($0.stance.mean)
        },
        Column("stance_lo", .number, "Lower end of its 95 % interval.", .scoreOrEmpty) {
            .score($0.stance.interval?.lowerBound)
        },
        Column("stance_hi", .number, "Upper end of its 95 % interval.", .scoreOrEmpty) {
            .score($0.stance.interval?.upperBound)
        },
        Column("n_favor", .integer, "Statements labelled favor, copies included.", .count) {
            .integer($0.counts.favor)
        },
        Column("n_against", .integer, "Statements labelled against, copies included.", .count) {
            .integer($0.counts.against)
        },
        Column("n_none", .integer, "Statements labelled none, copies included.", .count) { .integer($0.counts.none) },
        Column("conditional_share", .number, "Share of statements tied to terms; copies count once.", .share) {
            .score($0.conditionalShare)
        },
        Column(
            "top_terms_favor", .string,
            "Words with the largest total weight for, in logits: word:+0.31; copies are averaged, function words are passed over."
        ) { .terms($0.words.favor) },
        Column("top_terms_against", .string, "Words with the largest total weight against: word:-0.12.") {
            .terms($0.words.against)
        },
    ]

    private static let furtherColumns: [Column<ActorReport>] = [
        Column(
            "n_distinct", .integer, "Statements, where the same words in near-duplicate articles count once.", .count
        ) { .integer($0.distinct) },
        Column("n_clusters", .integer, "Groups of near-duplicate articles among the actor's articles.", .count) {
            .integer($0.clusters)
        },
        Column(
            "interval_basis", .string,
            "What the intervals were resampled over: articles (groups of near-duplicates) or statements (there is one group only); with fewer than twelve of them they are Student's t intervals; or why there is none.",
            .required
        ) { .text($0.intervalBasis) },
        Column("actor_kind", .string, "What the actor is.", .among(Actor.Kind.allCases.map(\.rawValue))) {
            .text($0.actor.kind.rawValue)
        },
        Column("wikidata", .string, "Wikidata item of the actor.") { .text($0.actor.wikidata) },
        Column(
            "margin_total", .number,
            "Log-odds of favor over against, summed over the distinct statements: top_terms_favor, top_terms_against, other_words and bias_total add up to it exactly (in the JSON, where words have six decimals).",
            .required
        ) { .margin(units: $0.words.margin) },
        Column("other_words", .number, "What all other words add to it, function words among them.", .required) {
            .margin(units: $0.words.other)
        },
        Column("bias_total", .number, "What no single word carries.", .required) { .margin(units: $0.words.rest) },
    ]
}
