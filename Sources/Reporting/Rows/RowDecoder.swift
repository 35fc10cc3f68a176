import Discourse
import TextFiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads lines of `articles.jsonl` and `statements.jsonl` back into the rows they were written from.
enum RowDecoder {
    static func article(_ line: [UInt8]) throws -> ArticleRow {
        try JSONDecoder().decode(ArticleLine.self, from: Data(line)).row
    }

    static func statement(_ line: [UInt8]) throws -> StatementRow {
        try JSONDecoder().decode(StatementLine.self, from: Data(line)).row
    }
}

/// The members of a line of `articles.jsonl`.
private struct ArticleLine: Decodable {
    let article_id: String
    let title: String?
    let outlet: String?
    let url: String?
    let published: String?
    let language: String?
    let path: String?
    let line: Int?
    let n_characters: Int
    let n_statements: Int
    let n_unknown: Int
    let n_nested: Int?
    let notes: [String]
    let text: String

    var row: ArticleRow {
        ArticleRow(
            id: article_id, title: title, outlet: outlet, url: url, published: published.flatMap { Day($0) },
            language: language, path: path ?? "", line: line, characters: n_characters, statements: n_statements,
            unknown: n_unknown, nested: n_nested ?? 0, notes: notes, text: text)
    }
}

/// The members of a line of `statements.jsonl`.
private struct StatementLine: Decodable {
    let statement_id: String
    let article_id: String
    let outlet: String?
    let published: String?
    let paragraph: Int
    let sentence: Int
    let form: Form
    let source: Span?
    let cue: Span?
    let content: [Span]
    let speaker_status: Status
    let link_reason: String
    let actor: Who?
    let attribution_confidence: Double
    let sentiment: Double
    let stance: Position
    let conditional: Bool
    let margin: Double
    let bias: Double
    let contributions: [Share]
    /// Older runs have neither.
    let speech: Speech?
    let nested_in: String?

    struct Span: Decodable {
        let start: Int
        let end: Int
        let text: String
    }

    struct Who: Decodable {
        let id: String
        let name: String
        let kind: Kind
        let country: String?
        let wikidata: String?
        let principal: Principal?
    }

    struct Principal: Decodable {
        let id: String
        let name: String
        let kind: Kind
        let country: String?
        let wikidata: String?
    }

    struct Position: Decodable {
        let target: String
        let label: Label
        let favor: Double
        let against: Double
        let none: Double
    }

    struct Share: Decodable {
        let start: Int
        let end: Int
        let text: String
        let weight: Double
    }

    typealias Form = Named<Statement.Form>
    typealias Status = Named<Speaker.Status>
    typealias Kind = Named<Actor.Kind>
    typealias Speech = Named<Statement.Utterance>
    typealias Label = Named<Stance>
}

/// A case of an enumeration by its name.
private struct Named<Value: RawRepresentable>: Decodable where Value.RawValue == String {
    let value: Value

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let name = try container.decode(String.self)
        guard let value = Value(rawValue: name) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(name)' is not one of the names")
        }
        self.value = value
    }
}

extension StatementLine {
    var row: StatementRow {
        StatementRow(
            id: statement_id, articleID: article_id, outlet: outlet, published: published.flatMap { Day($0) },
            paragraph: paragraph, sentence: sentence, form: form.value, source: source?.excerpt, cue: cue?.excerpt,
            content: content.map(\.excerpt), speaker: speaker,
            confidence: StatementLine.score(attribution_confidence), sentiment: StatementLine.score(sentiment),
            target: stance.target, stance: stance.label.value,
            probabilities: StatementRow.Probabilities(
                favor: StatementLine.score(stance.favor), against: StatementLine.score(stance.against),
                none: StatementLine.score(stance.none)),
            conditional: conditional, margin: StatementLine.weight(margin), bias: StatementLine.weight(bias),
            contributions: contributions.map {
                WordShare(
                    word: Excerpt(span: $0.start..<$0.end, text: $0.text), weight: StatementLine.weight($0.weight))
            }, utterance: speech?.value ?? .said, nestedIn: nested_in)
    }

    private var speaker: Speaker {
        Speaker(
            status: actor == nil ? .unknown : speaker_status.value,
            actor: actor.map {
                Actor(id: $0.id, name: $0.name, kind: $0.kind.value, country: $0.country, wikidata: $0.wikidata)
            },
            onBehalfOf: actor?.principal.map {
                Actor(id: $0.id, name: $0.name, kind: $0.kind.value, country: $0.country, wikidata: $0.wikidata)
            },
            linkReason: link_reason)
    }

    private static func score(_ value: Double) -> Int { FixedPoint(value, decimals: 4).units }
    private static func weight(_ value: Double) -> Int { FixedPoint(value, decimals: 6).units }
}

extension StatementLine.Span {
    fileprivate var excerpt: Excerpt { Excerpt(span: start..<end, text: text) }
}
