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

    /// A start tag whose attributes are written one by one, by calls of `attribute`; the caller writes the end tag.
    mutating func start(_ name: StaticString, attributes: (inout HTML) -> Void) {
        literal("<")
        literal(name)
        attributes(&self)
        literal(">")
    }

    /// An attribute of the element begun last, with a value that is written piece by piece.
    mutating func attribute(_ name: StaticString, _ value: (inout HTML) -> Void) {
        literal(" ")
        literal(name)
        literal("=\"")
        value(&self)
        literal("\"")
    }

    /// Appends text, escaped for content and for attributes alike.
    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { escape($0) }
    }

    /// - Parameter utf8: Whole characters.
    mutating func text(utf8: ArraySlice<UInt8>) { utf8.withUnsafeBufferPointer { escape($0) } }

    mutating func number(_ number: Int) { bytes.append(decimal: number) }

    /// A weight in millionths of a logit, as `Wording.weight` has it.
    mutating func weight(_ millionths: Int) {
        let rounded = FixedPoint(Double(millionths) / 1e6, decimals: 3)
        if rounded.units < 0 { literal("\u{2212}") } else if rounded.units > 0 { literal("+") }
        FixedPoint(units: abs(rounded.units), decimals: 3).append(to: &bytes)
    }

    /// Runs of bytes that mean nothing in HTML are copied whole.
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for position in text.indices {
            guard let entity = HTML.entity(text[position]) else { continue }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<position]))
            literal(entity)
            start = position + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    private static func entity(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }

    /// Appends markup that is written in the program.
    mutating func literal(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Appends markup that another value of this type has built.
    mutating func markup(_ markup: [UInt8]) { bytes += markup }

    /// A line break in the markup, for people who read it.
    mutating func line() { literal("\n") }
}
