#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What JSON-LD in a page says of the article (schema.org's `Article` and its kinds).
struct LinkedArticle {
    private(set) var title: String?
    private(set) var published: String?
    private(set) var outlet: String?
    private(set) var url: String?
    private(set) var language: String?
    private(set) var text: String?

    /// Reads one script; what an earlier one said stays. A script that is not JSON says nothing.
    mutating func read(_ script: String) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(script.utf8)) else { return }
        var rest = [value]
        while let next = rest.popLast() {
            switch next {
            case .array(let values): rest += values.reversed()
            case .object(let fields):
                if LinkedArticle.isArticle(fields["@type"]) { take(fields) }
                if let graph = fields["@graph"] { rest.append(graph) }
                if let main = fields["mainEntity"] { rest.append(main) }
            case .string, .other: break
            }
        }
    }

    private mutating func take(_ fields: [String: JSONValue]) {
        title = title ?? fields["headline"]?.string
        published = published ?? fields["datePublished"]?.string
        outlet = outlet ?? fields["publisher"]?.named
        url = url ?? fields["url"]?.string ?? fields["mainEntityOfPage"]?.string
        language = language ?? fields["inLanguage"]?.string
        text = text ?? fields["articleBody"]?.string
    }

    private static func isArticle(_ type: JSONValue?) -> Bool {
        let names: [String] =
            switch type {
            case .string(let name): [name]
            case .array(let values): values.compactMap(\.string)
            default: []
            }
        return names.contains { $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") || $0 == "Report" }
    }
}

/// A value of JSON of which only the strings matter.
enum JSONValue: Decodable {
    case object([String: JSONValue])
    case array([JSONValue])
    case string(String)
    case other

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let string = try? container.decode(String.self) {
            self = .string(string)
        } else if let fields = try? container.decode([String: JSONValue].self) {
            self = .object(fields)
        } else if let values = try? container.decode([JSONValue].self) {
            self = .array(values)
        } else {
            self = .other
        }
    }

    var string: String? { if case .string(let string) = self { string } else { nil } }

    /// The string, or the name of the object, or of the first of several.
    var named: String? {
        switch self {
        case .string(let name): name
        case .object(let fields): fields["name"]?.string
        case .array(let values): values.first?.named
        case .other: nil
        }
    }
}
