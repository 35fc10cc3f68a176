import Discourse

/// JSON Schemas (2020-12) of the JSON that a run and a comparison hold, made from the columns of the tables.
///
///     JSONSchema.all.map(\.name)   // statements, articles, actors, …
///
/// A schema describes a line for the `.jsonl` files and the whole array for the others. Every member is required, and
/// no other is allowed, so that a reader who validates knows all there is.
public struct JSONSchema: Sendable {
    /// `statements` for `statements.schema.json`.
    public let name: String
    public let json: [UInt8]

    /// Raised when a member changes its name, type or meaning.
    public static let version = 1

    public static let all: [JSONSchema] =
        [
            JSONSchema("statements", "A line of statements.jsonl", isArray: false, statement),
            JSONSchema("articles", "A line of articles.jsonl", isArray: false, article),
            table("actors", "actors.json", ActorReport.columns),
            table("principals", "principals.json", ActorReport.columns),
            table("comparison", "comparison.json of a run", Comparison.Row.columns(.article)),
            table("changes", "changes.json of a comparison", ChangePoint.columns),
            table("reversals", "reversals.json of a comparison", Reversal.columns),
            table("adjusted", "adjusted.json of a comparison", AdjustedScore.columns),
            table("quotations", "quotations.json of a comparison", SharedQuotation.columns),
            table("quotation_uses", "quotation_uses.json of a comparison", SharedQuotation.useColumns),
            table("copies", "copies.json of a comparison", ArticleCopies.columns),
            table("corrected", "corrected.json of a comparison", CorrectedScore.columns),
            table("silent", "silent.json of a comparison", SilentActor.columns),
        ]

    private init(_ name: String, _ title: String, isArray: Bool, _ members: [JSONSchemaWriter.Member]) {
        self.name = name
        var schema = JSONText()
        schema.object { json in
            json.member("$schema", .text("https://json-schema.org/draft/2020-12/schema"))
            json.member("$id", .text("urn:demarche:schema:\(name):\(JSONSchema.version)"))
            json.member("title", .text(title))
            guard isArray else { return JSONSchemaWriter.write(members, to: &json) }
            json.member("type", .text("array"))
            json.key("items")
            json.object { JSONSchemaWriter.write(members, to: &$0) }
        }
        schema.newline()
        json = JSONText.indented(schema.bytes)
    }

    private static func table<Row>(_ name: String, _ title: String, _ columns: [Column<Row>]) -> JSONSchema {
        JSONSchema(name, title, isArray: true, columns.map(JSONSchemaWriter.Member.init))
    }

    private static var article: [JSONSchemaWriter.Member] {
        ArticleRow.columns.map(JSONSchemaWriter.Member.init)
            + [.init("text", .text, "The stored text, which all offsets refer to.")]
            + ArticleRow.clusterColumns.map(JSONSchemaWriter.Member.init)
    }

    private static var statement: [JSONSchemaWriter.Member] {
        let columns = Dictionary(uniqueKeysWithValues: StatementRow.columns.map { ($0.name, $0) })
        func member(_ name: String) -> JSONSchemaWriter.Member { .init(columns[name]!) }
        let excerpt: [JSONSchemaWriter.Member] = [
            .init("start", .count, "Offset in Unicode code points into the article's text."),
            .init("end", .count, "End, exclusive."), .init("text", .text, "The text there, verbatim."),
        ]
        let share = excerpt + [.init("weight", .number, "What the word adds to the margin, in logits.")]
        let who: [JSONSchemaWriter.Member] = [
            .init("id", .text, "Short stable name."), .init("name", .text, "Name."),
            .init("kind", .among(Actor.Kind.allCases.map(\.rawValue)), "What the actor is."),
            .init("country", .optionalText, "ISO 3166-1 alpha-3."), .init("wikidata", .optionalText, "Wikidata item."),
        ]
        let actor =
            who + [
                .init("link_reason", .text, "Why the statement is laid to this actor."),
                .init("on_behalf_of", .optionalText, "Id of the actor spoken for."),
                .init("principal", .object(who), "The actor spoken for.", isOptional: true),
            ]
        let stance: [JSONSchemaWriter.Member] = [
            .init("target", .text, "What the stance is toward."),
            .init("label", .among(Stance.allCases.map(\.rawValue)), "The likeliest position."),
            .init("score", .score, "favor - against."), .init("favor", .share, "Calibrated probability."),
            .init("against", .share, "Calibrated probability."), .init("none", .share, "Calibrated probability."),
        ]
        let place = ["statement_id", "article_id", "outlet", "published", "paragraph", "sentence", "form"].map(member)
        let text: [JSONSchemaWriter.Member] = [
            .init("source", .nullable(excerpt), "The words that name the speaker."),
            .init("cue", .nullable(excerpt), "The word that reports."),
            .init("content", .list(excerpt, atLeast: 1), "What is said, in order."),
        ]
        let speaker =
            ["speaker_status", "link_reason"].map(member)
            + [.init("actor", .nullable(actor), "Who made the statement; null when unknown.")]
        let scores =
            ["attribution_confidence", "sentiment"].map(member)
            + [.init("stance", .object(stance), "Position toward the target.")]
            + ["conditional", "top_terms", "margin", "bias"].map(member)
            + [.init("contributions", .list(share, atLeast: 0), "What each word adds; with the bias, the margin.")]
        return place + text + speaker + scores + ["speech", "nested_in"].map(member)
            + [.init(StatementRow.clusterColumn)]
    }
}
