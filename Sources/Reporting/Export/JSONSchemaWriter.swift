import Discourse

/// Writes the schema of an object, member by member.
enum JSONSchemaWriter {
    struct Member {
        let name: String
        let kind: Kind
        let description: String
        /// Whether the member may be missing altogether.
        let isOptional: Bool

        init(_ name: String, _ kind: Kind, _ description: String, isOptional: Bool = false) {
            (self.name, self.kind, self.description, self.isOptional) = (name, kind, description, isOptional)
        }

        init<Row>(_ column: Column<Row>) {
            self.init(column.name, .column(column.type, column.constraints), column.description)
        }
    }

    indirect enum Kind {
        case text
        case optionalText
        case count
        case number
        case share
        case score
        case among([String])
        case object([Member])
        case nullable([Member])
        case list([Member], atLeast: Int)
        case column(ColumnType, Constraints)
    }

    /// Columns that are lists in JSON and text in CSV.
    private static let terms: Set = ["top_terms", "top_terms_favor", "top_terms_against"]
    private static let clauses: Set = ["notes", "actor_ids", "actor_names", "outlets", "article_ids"]

    /// Writes the members of a schema object; the caller opens and closes it.
    static func write(_ members: [Member], to json: inout JSONText) {
        json.member("type", .text("object"))
        json.key("properties")
        json.object { json in
            for member in members {
                json.key(member.name)
                json.object { write(member, to: &$0) }
            }
        }
        json.member("required", .clauses(members.filter { !$0.isOptional }.map(\.name)))
        json.member("additionalProperties", .boolean(false))
    }

    private static func write(_ member: Member, to json: inout JSONText) {
        json.member("description", .text(member.description))
        switch member.kind {
        case .text: json.member("type", .text("string"))
        case .optionalText: json.member("type", .clauses(["string", "null"]))
        case .count: write(.integer, Constraints(required: true, minimum: 0), to: &json)
        case .number: json.member("type", .text("number"))
        case .share: write(.number, .share, to: &json)
        case .score: write(.number, .score, to: &json)
        case .among(let values): write(.string, .among(values), to: &json)
        case .object(let members): write(members, to: &json)
        case .nullable(let members): writeNullable(members, to: &json)
        case .list(let members, let least):
            json.member("type", .text("array"))
            if least > 0 { json.member("minItems", .integer(least)) }
            json.key("items")
            json.object { write(members, to: &$0) }
        case .column(let type, let constraints):
            if terms.contains(member.name) { return writeTerms(to: &json) }
            if clauses.contains(member.name) { return writeClauses(to: &json) }
            write(type, constraints, to: &json)
        }
    }

    private static func writeNullable(_ members: [Member], to json: inout JSONText) {
        json.key("anyOf")
        json.array { json in
            json.object { $0.member("type", .text("null")) }
            json.object { write(members, to: &$0) }
        }
    }

    private static func write(_ type: ColumnType, _ constraints: Constraints, to json: inout JSONText) {
        let name = type == .date ? "string" : type.rawValue
        // A cell that may be empty is null in JSON.
        json.member("type", constraints.required ? .text(name) : .clauses([name, "null"]))
        if type == .date { json.member("format", .text("date")) }
        if let minimum = constraints.range?.lowerBound ?? constraints.minimum {
            json.member("minimum", .integer(minimum))
        }
        if let range = constraints.range { json.member("maximum", .integer(range.upperBound)) }
        if !constraints.among.isEmpty { json.member("enum", .clauses(constraints.among)) }
    }

    private static func writeTerms(to json: inout JSONText) {
        json.member("type", .text("array"))
        json.key("items")
        json.object {
            write(
                [
                    Member("term", .text, "A word in lower case."),
                    Member("weight", .number, "Its weight in logits, favor minus against."),
                ], to: &$0)
        }
    }

    private static func writeClauses(to json: inout JSONText) {
        json.member("type", .text("array"))
        json.key("items")
        json.object { $0.member("type", .text("string")) }
    }
}
