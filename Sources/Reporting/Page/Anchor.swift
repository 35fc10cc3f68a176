import Discourse

/// Names of places on the page, safe in any attribute: letters, digits and hyphens stay, other bytes
/// become `_` and two hexadecimal digits.
enum Anchor {
    static func actor(_ id: String) -> String { "actor-" + escaped(id) }
    static func article(_ id: String) -> String { "article-" + escaped(id) }
    /// The details of a statement, beside its article; both are numbered on the page from 1. These names are short, as
    /// there are many of them; a link with the statement's own id, `#statement-…`, is taken there by the script.
    static func card(_ statement: Int, of article: Int) -> String { "c\(article)-\(statement)" }
    /// The place in the article's text where a statement begins.
    static func place(_ statement: Int, of article: Int) -> String { "t\(article)-\(statement)" }
    /// What a statement's id has beyond the article's: `03.1` of `orlan-daily#03.1`.
    static func suffix(of statement: String) -> String {
        statement.lastIndex(of: "#").map { String(statement[statement.index(after: $0)...]) } ?? statement
    }

    private static func escaped(_ id: String) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var bytes: [UInt8] = []
        for byte in id.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): bytes.append(byte)
            default: bytes += [UInt8(ascii: "_"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
