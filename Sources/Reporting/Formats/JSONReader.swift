/// Takes JSON text apart from front to back, member by member, without a tree in between.
///
///     var json = JSONReader(Array("{\"n\":3}".utf8))
///     try json.object { json, name in if name == "n" { n = try json.integer() } else { try json.skip() } }
///
/// Every function begins at the next value, behind any white space, and throws `JSONReader.Problem` where
/// the text is no JSON or is of another type.
struct JSONReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    enum Problem: Error {
        /// Another byte was expected here.
        case unexpected(position: Int)
        /// A member that must be there is not.
        case missing
    }

    /// Calls `member` with each name; it must read or skip the value.
    mutating func object(_ member: (inout JSONReader, String) throws -> Void) throws {
        try elements("{", "}") { json in
            let name = try json.text()
            try json.expect(UInt8(ascii: ":"))
            try member(&json, name)
        }
    }

    mutating func array<Element>(of element: (inout JSONReader) throws -> Element) throws -> [Element] {
        var values: [Element] = []
        try elements("[", "]") { values.append(try element(&$0)) }
        return values
    }

    /// Returns nil for `null`.
    mutating func optional<Value>(_ value: (inout JSONReader) throws -> Value) throws -> Value? {
        guard peek() == UInt8(ascii: "n") else { return try value(&self) }
        try expect("null")
        return nil
    }

    mutating func boolean() throws -> Bool {
        let isTrue = peek() == UInt8(ascii: "t")
        try expect(isTrue ? "true" : "false")
        return isTrue
    }

    mutating func integer() throws -> Int {
        let digits = try scanNumber()
        guard let value = Int(String(decoding: bytes[digits], as: UTF8.self)) else { throw problem }
        return value
    }

    /// A number as it stands.
    mutating func number() throws -> String { String(decoding: bytes[try scanNumber()], as: UTF8.self) }

    /// Whether the next value begins with a byte.
    mutating func begins(with byte: Unicode.Scalar) -> Bool { peek() == UInt8(ascii: byte) }

    /// A number in units of its last decimal, as `FixedPoint` rounds it.
    mutating func units(decimals: Int) throws -> Int {
        let number = try scanNumber()
        if let units = JSONReader.plainUnits(bytes.span.extracting(number), decimals) { return units }
        guard let value = Double(String(decoding: bytes[number], as: UTF8.self)), value.magnitude < 1e12 else {
            throw problem
        }
        return FixedPoint(value, decimals: decimals).units
    }

    mutating func text() throws -> String {
        try expect(UInt8(ascii: "\""))
        let start = position
        var all: UInt8 = 0
        while position < bytes.count, !JSONReader.endsPlainText(bytes[position]) {
            all |= bytes[position]
            position &+= 1
        }
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return try escapedText(from: start) }
        position += 1
        let plain = bytes[start..<position - 1]
        // ASCII needs no check, and most words are ASCII.
        return all < 0x80 ? String(decoding: plain, as: UTF8.self) : try string(Array(plain))
    }

    /// Passes over one value of any kind.
    mutating func skip() throws {
        switch peek() {
        case UInt8(ascii: "{"): try object { json, _ in try json.skip() }
        case UInt8(ascii: "["): _ = try array { try $0.skip() }
        case UInt8(ascii: "\""): _ = try text()
        case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try boolean()
        case UInt8(ascii: "n"): try expect("null")
        default: _ = try scanNumber()
        }
    }

    /// Nothing but white space may be left.
    mutating func end() throws { if peek() != nil { throw problem } }
}

extension JSONReader {
    private var problem: Problem { .unexpected(position: position) }

    private mutating func elements(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ element: (inout JSONReader) throws -> Void
    ) throws {
        try expect(UInt8(ascii: open))
        var isFirst = true
        while peek() != UInt8(ascii: close) {
            if !isFirst { try expect(UInt8(ascii: ",")) }
            try element(&self)
            isFirst = false
        }
        position += 1
    }

    /// The next byte that is no white space; nil at the end.
    private mutating func peek() -> UInt8? {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position &+= 1
            default: return bytes[position]
            }
        }
        return nil
    }

    private mutating func expect(_ byte: UInt8) throws {
        guard peek() == byte else { throw problem }
        position += 1
    }

    private mutating func expect(_ word: String) throws {
        _ = peek()
        guard bytes[position...].starts(with: word.utf8) else { throw problem }
        position += word.utf8.count
    }

    private mutating func scanNumber() throws -> Range<Int> {
        _ = peek()
        let start = position
        while position < bytes.count, JSONReader.isOfNumber(bytes[position]) { position &+= 1 }
        guard position > start else { throw problem }
        return start..<position
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    /// Nil for a number with more decimals, an exponent or more digits than are sure to fit.
    private static func plainUnits(_ number: Span<UInt8>, _ decimals: Int) -> Int? {
        let isNegative = number[0] == UInt8(ascii: "-")
        var (units, left, hasPoint) = (0, decimals, false)
        guard number.count > (isNegative ? 1 : 0), number.count < 16 else { return nil }
        for index in (isNegative ? 1 : 0)..<number.count {
            switch number[index] {
            case UInt8(ascii: ".") where !hasPoint: hasPoint = true
            case 0x30...0x39 where !hasPoint || left > 0:
                units = units * 10 + Int(number[index] - 0x30)
                if hasPoint { left -= 1 }
            default: return nil
            }
        }
        guard number.count + left < 18 else { return nil }
        for _ in 0..<left { units *= 10 }
        return isNegative ? -units : units
    }
}

extension JSONReader {
    private static func endsPlainText(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20
    }

    private func string(_ utf8: [UInt8]) throws -> String {
        guard let text = String(validating: utf8, as: UTF8.self) else { throw problem }
        return text
    }

    /// The rest of a text in which the first escape has been met.
    private mutating func escapedText(from start: Int) throws -> String {
        var plain = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return try string(plain)
            case UInt8(ascii: "\\"): try appendEscaped(to: &plain)
            case 0x20...: plain.append(byte)
            default: throw problem
            }
        }
        throw problem
    }

    private mutating func appendEscaped(to plain: inout [UInt8]) throws {
        guard position < bytes.count else { throw problem }
        position += 1
        switch bytes[position - 1] {
        case UInt8(ascii: "n"): plain.append(0x0A)
        case UInt8(ascii: "r"): plain.append(0x0D)
        case UInt8(ascii: "t"): plain.append(0x09)
        case UInt8(ascii: "b"): plain.append(0x08)
        case UInt8(ascii: "f"): plain.append(0x0C)
        case UInt8(ascii: "u"): plain.append(contentsOf: String(try escapedScalar()).utf8)
        case let byte where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "/"):
            plain.append(byte)
        default: throw problem
        }
    }

    /// A scalar beyond U+FFFF is written as two halves.
    private mutating func escapedScalar() throws -> Unicode.Scalar {
        var value = try hexadecimal()
        if (0xD800...0xDBFF).contains(value), bytes[position...].starts(with: "\\u".utf8) {
            position += 2
            let low = try hexadecimal()
            guard (0xDC00...0xDFFF).contains(low) else { throw problem }
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value) else { throw problem }
        return scalar
    }

    private mutating func hexadecimal() throws -> UInt32 {
        guard position + 4 <= bytes.count else { throw problem }
        position += 4
        var value: UInt32 = 0
        for byte in bytes[position - 4..<position] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
            default: throw problem
            }
        }
        return value
    }
}
