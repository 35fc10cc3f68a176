/// A place in a line of YAML.
struct YAMLScanner {
    private var rest: Substring.UTF8View

    init(_ line: Substring) { rest = line.utf8 }

    private static let space = UInt8(ascii: " ")

    /// Whether nothing but a comment follows.
    var isAtEnd: Bool { rest.isEmpty || rest.first == UInt8(ascii: "#") }

    mutating func skipSpaces() { rest = rest.drop { $0 == YAMLScanner.space || $0 == UInt8(ascii: "\t") } }

    /// Passes over a mark; one that ends in a space may also stand at the end of the line.
    mutating func take(_ mark: String) -> Bool {
        if rest.starts(with: mark.utf8) {
            rest = rest.dropFirst(mark.utf8.count)
            return true
        }
        guard mark.utf8.last == YAMLScanner.space, rest.elementsEqual(mark.utf8.dropLast()) else { return false }
        rest = rest.dropFirst(rest.count)
        return true
    }

    /// A text in quotation marks, or a plain one up to a comment or one of the stops; nil when the closing mark is missing.
    ///
    /// A colon stops a key only before a space or the end of the line.
    mutating func scalar(stops: String) -> (text: String, isQuoted: Bool)? {
        switch rest.first {
        case UInt8(ascii: "\""): return quoted(UInt8(ascii: "\"")).map { ($0, true) }
        case UInt8(ascii: "'"): return quoted(UInt8(ascii: "'")).map { ($0, true) }
        default: break
        }
        var bytes: [UInt8] = []
        while let byte = rest.first {
            let isComment = byte == UInt8(ascii: "#") && (bytes.last ?? YAMLScanner.space) == YAMLScanner.space
            if isComment || stops.utf8.contains(byte) && endsScalar(byte) { break }
            bytes.append(byte)
            rest = rest.dropFirst()
        }
        while bytes.last == YAMLScanner.space { bytes.removeLast() }
        return (String(decoding: bytes, as: UTF8.self), false)
    }

    private func endsScalar(_ byte: UInt8) -> Bool {
        guard byte == UInt8(ascii: ":") else { return true }
        let next = rest.dropFirst().first
        return next == nil || next == YAMLScanner.space
    }

    /// In single quotation marks a doubled one stands for one; in double ones a backslash guards the next byte.
    private mutating func quoted(_ mark: UInt8) -> String? {
        var bytes: [UInt8] = []
        rest = rest.dropFirst()
        while let byte = rest.first {
            rest = rest.dropFirst()
            if byte == mark {
                guard mark == UInt8(ascii: "'"), rest.first == mark else {
                    return String(decoding: bytes, as: UTF8.self)
                }
                rest = rest.dropFirst()
            } else if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\""), let next = rest.first {
                bytes.append(next)
                rest = rest.dropFirst()
                continue
            }
            bytes.append(byte)
        }
        return nil
    }
}
