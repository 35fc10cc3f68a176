/// Builds HTML so that no text can get out of its place: tag and attribute names are literals of the
/// program, everything else is escaped.
///
///     var html = HTML()
///     html.element("p", ["class": "note"]) { $0.text("a < b") }   // <p class="note">a &lt; b</p>
struct HTML {
    private(set) var bytes: [UInt8] = []

    typealias Attributes = KeyValuePairs<StaticString, String>

    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ body: (inout HTML) -> Void = { _ in })
    {
        void(name, attributes)
        body(&self)
        literal("</")
        literal(name)
        literal(">")
    }

    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// An element without content or closing tag, such as `meta`.
    mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) {
        literal("<")
        literal(name)
        for (name, value) in attributes {
            literal(" ")
            literal(name)
            literal("=\"")
            text(value)
            literal("\"")
        }
        literal(">")
    }

    /// Appends text, escaped for content and for attributes alike.
    mutating func text(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): literal("&amp;")
            case UInt8(ascii: "<"): literal("&lt;")
            case UInt8(ascii: ">"): literal("&gt;")
            case UInt8(ascii: "\""): literal("&quot;")
            case UInt8(ascii: "'"): literal("&#39;")
            default: bytes.append(byte)
            }
        }
    }

    /// Appends markup that is written in the program.
    mutating func literal(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// A line break in the markup, for people who read it.
    mutating func line() { literal("\n") }
}
