import Foundation

/// A line of `statements.jsonl` as a stranger reads it.
struct PublishedStatement: Decodable {
    let statement_id: String
    let article_id: String
    let source: PublishedSpan?
    let cue: PublishedSpan?
    let content: [PublishedSpan]
    let actor: Actor?
    let link_reason: String
    /// The statement inside which this one stands.
    let nested_in: String?
    let stance: Stance
    let margin: Decimal
    let bias: Decimal
    let contributions: [Share]

    struct Actor: Decodable { let id: String }

    struct Stance: Decodable {
        let label: String
        let score: Decimal
        let favor: Decimal
        let against: Decimal
        let none: Decimal
    }

    struct Share: Decodable {
        let start: Int
        let end: Int
        let text: String
        let weight: Decimal
    }
}

struct PublishedSpan: Decodable {
    let start: Int
    let end: Int
    let text: String
}

/// A line of `articles.jsonl`.
struct PublishedArticle: Decodable {
    let article_id: String
    let text: String
    let n_characters: Int
    let n_statements: Int
    let n_unknown: Int
    let n_nested: Int

    /// What stands between two offsets in code points.
    func slice(_ start: Int, _ end: Int) -> String {
        String(String.UnicodeScalarView(Array(text.unicodeScalars)[start..<end]))
    }
}

/// An object of `actors.json`.
struct PublishedActor: Decodable {
    let actor_id: String
    let n_statements: Int
    let n_articles: Int
    let n_favor: Int
    let n_against: Int
    let n_none: Int
    let stance_score: Decimal
    let stance_lo: Decimal?
    let stance_hi: Decimal?
    let sentiment_mean: Decimal
    let sentiment_lo: Decimal?
    let sentiment_hi: Decimal?
    let interval_basis: String
}

/// What `datapackage.json` counts.
struct PublishedPackage: Decodable {
    let resources: [Resource]
    let demarche: Run

    struct Resource: Decodable {
        let path: String
        let rows: Int
        let bytes: Int
    }

    struct Run: Decodable {
        let counts: Counts
        let files: [Resource]
    }

    struct Counts: Decodable {
        let articles_read: Int
        let articles_analyzed: Int
        let articles_rejected: Int
        let statements: Int
        let statements_attributed: Int
        let statements_unknown: Int
        let statements_nested: Int
        let actors: Int
    }
}
