import Discourse

/// JSON written by hand: keys keep their order, numbers their decimals, and text goes out as UTF-8.
///
///     var json = JSONText()
///     json.object { $0.member("n", .integer(3)) }   // {"n":3}
///
/// A line never holds a raw line break, so it can stand in JSON Lines as it is.
struct JSONText {
    private(set) var bytes: [UInt8] = []
    /// Whether the next member or element needs a comma before it.
    private var needsComma = false

    mutating func object(_ members: (inout JSONText) -> Void) { enclose("{", "}", members) }

    mutating func array(_ elements: (inout JSONText) -> Void) { enclose("[", "]", elements) }

    mutating func array<Element>(of elements: [Element], _ body: (inout JSONText, Element) -> Void) {
        array { json in
            for element in elements { body(&json, element) }
        }
    }

    /// Begins a member; its value must follow.
    mutating func key(_ name: String) {
        separate()
        appendQuoted(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func member(_ name: String, _ cell: Cell) {
        key(name)
        value(cell)
    }

    /// The same as members made of cells, for what stands in a run by the million.
    @inline(__always) mutating func member(_ name: StaticString, integer: Int) {
        key(name)
        bytes.append(decimal: integer)
        needsComma = true
    }

    @inline(__always) mutating func member(_ name: StaticString, units: Int, decimals: Int) {
        key(name)
        FixedPoint(units: units, decimals: decimals).append(to: &bytes)
        needsComma = true
    }

    @inline(__always) mutating func member(_ name: StaticString, text: String) {
        key(name)
        appendQuoted(text)
        needsComma = true
    }

    /// - Parameter name: Without marks that need an escape.
    @inline(__always) private mutating func key(_ name: StaticString) {
        bytes.append(addingCapacity: name.utf8CodeUnitCount + 4) { output in
            if needsComma { output.append(UInt8(ascii: ",")) }
            output.append(UInt8(ascii: "\""))
            name.withUTF8Buffer { for byte in $0 { output.append(byte) } }
            output.append(UInt8(ascii: "\""))
            output.append(UInt8(ascii: ":"))
        }
    }

    mutating func value(_ cell: Cell) {
        switch cell {
        case .terms(let terms): array(of: terms) { $0.term($1) }
        case .spans(let spans): array(of: spans) { json, span in json.array { $0.pair(span) } }
        case .clauses(let clauses): array(of: clauses) { $0.value(.text($1)) }
        case .text(let text): scalar { $0.appendQuoted(text) }
        case .day(let day): scalar { $0.appendQuoted(day.description) }
        case .number(let number): scalar { number.append(to: &$0.bytes) }
        case .empty: scalar { $0.bytes.append(contentsOf: "null".utf8) }
        case .integer(let number): scalar { $0.bytes.append(decimal: number) }
        case .boolean: scalar { $0.bytes.append(contentsOf: cell.plain.utf8) }
        }
    }

    /// Ends a line of JSON Lines, or a file.
    mutating func newline() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }
}

extension JSONText {
    private mutating func term(_ term: TermWeight) {
        object {
            $0.member("term", .text(term.term))
            $0.member("weight", .margin(units: term.weight))
        }
    }

    private mutating func pair(_ range: Range<Int>) {
        value(.integer(range.lowerBound))
        value(.integer(range.upperBound))
    }

    private mutating func enclose(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONText) -> Void) {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func scalar(_ append: (inout JSONText) -> Void) {
        separate()
        append(&self)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func appendQuoted(_ text: String) {
        var text = text
        text.withUTF8 { appendQuoted($0) }
    }

    /// Runs of bytes that need no escape are copied whole.
    private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        for position in text.indices where JSONText.needsEscape(text[position]) {
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<position]))
            appendEscaped(text[position])
            start = position + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case 0..<0x20: bytes.append(contentsOf: "\\u00".utf8 + [JSONText.hex(byte >> 4), JSONText.hex(byte & 15)])
        default: bytes.append(byte)
        }
    }

    private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
}

extension JSONText {
    /// Lays compact JSON out over lines, two spaces a level, for files that people read.
    static func indented(_ compact: [UInt8]) -> [UInt8] {
        var (bytes, depth, inText, isEscaped) = ([UInt8](), 0, false, false)
        func lineBreak() { bytes += [0x0A] + [UInt8](repeating: 0x20, count: depth * 2) }
        for (index, byte) in compact.enumerated() {
            if inText {
                bytes.append(byte)
                if byte == UInt8(ascii: "\"") && !isEscaped { inText = false }
                isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
                continue
            }
            let closesNothing =
                index > 0 && (compact[index - 1] == UInt8(ascii: "{") || compact[index - 1] == UInt8(ascii: "["))
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                bytes.append(byte)
                depth += 1
                if compact[index + 1] != byte + 2 { lineBreak() }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if !closesNothing { lineBreak() }
                bytes.append(byte)
            case UInt8(ascii: ","):
                bytes.append(byte)
                lineBreak()
            case UInt8(ascii: ":"): bytes += [byte, 0x20]
            default:
                inText = byte == UInt8(ascii: "\"")
                bytes.append(byte)
            }
        }
        return bytes
    }
}
