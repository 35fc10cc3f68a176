import Discourse

extension StatementRow {
    /// The columns of `statements.csv`, all but those known only when the whole run has been read.
    static let columns: [Column<StatementRow>] =
        placeColumns + textColumns + speakerColumns + scoreColumns + furtherColumns

    private static let placeColumns: [Column<StatementRow>] = [
        Column(
            "statement_id", .string,
            "Article id, '#', and the number of the statement in the article from 01; for a nested one the id of the statement around it, '.', and a number from 1.",
            .key
        ) {
            .text($0.id)
        },
        Column("article_id", .string, "The article; a key of articles.csv.", .required) { .text($0.articleID) },
        Column("outlet", .string, "Who published the article.") { .text($0.outlet) },
        Column("published", .date, "Day of publication.") { .day($0.published) },
        Column(
            "paragraph", .integer, "Paragraph of the article in which the content starts, from 1.",
            Constraints(required: true, minimum: 1)
        ) { .integer($0.paragraph) },
        Column(
            "sentence", .integer, "Sentence of the article in which the content starts, from 1.",
            Constraints(required: true, minimum: 1)
        ) { .integer($0.sentence) },
    ]

    private static let textColumns: [Column<StatementRow>] = [
        Column(
            "form", .string,
            "direct: all of it quoted; indirect: paraphrased; mixed: partly quoted; reported: a position or speech act told by the journalist.",
            .among(Statement.Form.allCases.map(\.rawValue))
        ) { .text($0.form.rawValue) },
        Column("source_text", .string, "The words that name the speaker, verbatim.") { .text($0.source?.text) },
        Column("cue_text", .string, "The word that reports, verbatim.") { .text($0.cue?.text) },
        Column(
            "content_text", .string, "What is said, verbatim; passages that stand apart are joined by ' … '.", .required
        ) { .text($0.contentText) },
        Column("source_start", .integer, "Offset of the source in Unicode code points into the stored text.", offset) {
            .integer($0.source?.span.lowerBound)
        },
        Column("source_end", .integer, "End of the source, exclusive.", offset) {
            .integer($0.source?.span.upperBound)
        },
        Column("cue_start", .integer, "Offset of the cue in Unicode code points.", offset) {
            .integer($0.cue?.span.lowerBound)
        },
        Column("cue_end", .integer, "End of the cue, exclusive.", offset) { .integer($0.cue?.span.upperBound) },
        Column(
            "content_spans", .string, "Half-open ranges of the content in code points: start-end;start-end.", .required
        ) { .spans($0.content.map(\.span)) },
    ]

    private static let offset = Constraints(minimum: 0)

    private static let speakerColumns: [Column<StatementRow>] = [
        Column(
            "speaker_status", .string,
            "resolved: one actor; collective: many, or one who is described and not named; unknown: nobody was found.",
            .among(Speaker.Status.allCases.map(\.rawValue))
        ) { .text($0.speaker.status.rawValue) },
        Column(
            "actor_id", .string,
            "Who made the statement, empty when unknown; a key of actors.csv unless nested_in is filled."
        ) {
            .text($0.speaker.actor?.id)
        },
        Column("actor_name", .string, "Name of the actor.") { .text($0.speaker.actor?.name) },
        Column("on_behalf_of", .string, "Id of the actor for whom a spokesperson or envoy speaks.") {
            .text($0.speaker.onBehalfOf?.id)
        },
        Column("country", .string, "Country of the actor, ISO 3166-1 alpha-3.") { .text($0.speaker.actor?.country) },
        Column("link_reason", .string, "Why the statement is laid to this actor, or why to nobody.") {
            .text($0.speaker.linkReason)
        },
        Column("attribution_confidence", .number, "How sure it is that this source makes this statement.", .share) {
            .score(units: $0.confidence)
        },
    ]

    private static let scoreColumns: [Column<StatementRow>] = [
        Column("sentiment", .number, "Tone by lexicon, -1 to 1; 0 when no word of it is in the lexicon.", .score) {
            .score(units: $0.sentiment)
        },
        Column("target", .string, "What the stance is toward.", .required) { .text($0.target) },
        Column("stance", .string, "Position toward the target.", .among(Stance.allCases.map(\.rawValue))) {
            .text($0.stance.rawValue)
        },
        Column("stance_score", .number, "p_favor - p_against.", .score) { .score(units: $0.score) },
        Column("p_favor", .number, "Calibrated probability of favor.", .share) {
            .score(units: $0.probabilities.favor)
        },
        Column("p_against", .number, "Calibrated probability of against.", .share) {
            .score(units: $0.probabilities.against)
        },
        Column("p_none", .number, "Calibrated probability of no position.", .share) {
            .score(units: $0.probabilities.none)
        },
        Column("conditional", .boolean, "Support, or refusal, is tied to stated terms.", .required) {
            .boolean($0.conditional)
        },
        Column(
            "top_terms", .string,
            "The five words with the largest weights in logits, favor minus against: word:+0.31;word:-0.12; function words are passed over."
        ) { .terms($0.topTerms) },
    ]

    private static let furtherColumns: [Column<StatementRow>] = [
        Column(
            "margin", .number, "Log-odds of favor over against: bias and all word weights summed.", .required
        ) { .margin(units: $0.margin) },
        Column("bias", .number, "The part of the margin that no single word carries, in logits.", .required) {
            .margin(units: $0.bias)
        },
        Column("on_behalf_of_name", .string, "Name of the actor for whom a spokesperson or envoy speaks.") {
            .text($0.speaker.onBehalfOf?.name)
        },
        Column(
            "speech", .string,
            "said: the source says it; denied: it says that it is not so; negated: it does not say, or does not do it (did not rule out); withheld: it keeps it back (declined to comment).",
            .among(Statement.Utterance.allCases.map(\.rawValue))
        ) { .text($0.utterance.rawValue) },
        Column(
            "nested_in", .string,
            "The statement in whose content this one stands, a key of this table; empty for the outermost level. Nested statements count in no figure of an actor."
        ) { .text($0.nestedIn) },
        Column(
            "sentiment_lo", .number,
            "Lower end of the 95 % interval of sentiment from the spread of the lexicon's entries; empty when no word is in it.",
            .scoreOrEmpty
        ) { .score(units: $0.sentimentInterval?.lowerBound) },
        Column("sentiment_hi", .number, "Upper end of it.", .scoreOrEmpty) {
            .score(units: $0.sentimentInterval?.upperBound)
        },
        Column(
            "tone_toward", .string,
            "Tone toward the actors that the content names: actor_id:label:score, with '; ' between actors; label is positive, neutral or negative, score the probability of positive minus that of negative."
        ) { .clauses($0.toneToward) },
    ]

    /// Which articles copy one another is known at the end of a run, so this cell is written last.
    static let clusterColumn = Column<String>(
        "cluster_id", .string, "Group of near-duplicate articles, named for the first of them.", .required
    ) { .text($0) }
}
