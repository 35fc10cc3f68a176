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

    /// An element written byte by byte into room made once, for what stands in a run by the million.
    ///
    /// - Parameters:
    ///   - text: Room is made for it with every byte escaped, and passed on as UTF-8.
    ///   - others: How many bytes there are besides, at most.
    mutating func element(
        text: String, atMost others: Int, _ body: (inout OutputSpan<UInt8>, UnsafeBufferPointer<UInt8>) -> Void
    ) {
        separate()
        var text = text
        text.withUTF8 { utf8 in
            bytes.append(addingCapacity: utf8.count * 6 + others) { body(&$0, utf8) }
        }
        needsComma = true
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

    fileprivate static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        bytes.append(addingCapacity: 6) { $0.append(escaped: byte) }
    }
}

extension OutputSpan<UInt8> {
    /// A text in quotation marks, as JSON has it.
    mutating func append(quoted text: UnsafeBufferPointer<UInt8>) {
        append(UInt8(ascii: "\""))
        for byte in text {
            if JSONText.needsEscape(byte) { append(escaped: byte) } else { append(byte) }
        }
        append(UInt8(ascii: "\""))
    }

    /// - Parameter byte: A control character, a quotation mark or a backslash.
    fileprivate mutating func append(escaped byte: UInt8) {
        append(UInt8(ascii: "\\"))
        switch byte {
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0D: append(UInt8(ascii: "r"))
        case 0x09: append(UInt8(ascii: "t"))
        case 0..<0x20:
            append(literal: "u00")
            append(0x30 + byte >> 4)
            append(byte & 15 < 10 ? 0x30 + byte & 15 : 0x57 + byte & 15)
        default: append(byte)
        }
    }
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
