/// Takes the marks of emphasis, code and links off one line of Markdown.
struct InlineMarkdown {
    private let bytes: [UInt8]
    private var position = 0
    private var output: [UInt8] = []
    /// The closing bracket of each opening one.
    private let partners: [Int: Int]
    /// Where to go on after the closing bracket of a link's text.
    private var linkEnds: [Int: Int] = [:]
    private var nextTagEnd = -1

    /// - Complexity: O(*n*), whatever is left open.
    static func plain(_ line: some StringProtocol) -> String {
        var reader = InlineMarkdown(bytes: Array(line.utf8))
        while reader.position < reader.bytes.count { reader.step() }
        return String(decoding: Bytes.trimmed(reader.output[...]), as: UTF8.self)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        partners = InlineMarkdown.partners(bytes)
    }

    private mutating func step() {
        switch bytes[position] {
        case "\\" where position + 1 < bytes.count && InlineMarkdown.isPunctuation(bytes[position + 1]):
            output.append(bytes[position + 1])
            position += 2
        case "*", "_", "~": skipMarks()
        case "`": position += run(of: "`", at: position)
        case "!" where byte(1) == UInt8(ascii: "["): skipImage()
        case "[": openLink()
        case "]": closeBracket()
        case "<": skipTag()
        case "&": readEntity()
        default:
            output.append(bytes[position])
            position += 1
        }
    }

    /// Marks that touch a word on one side only are emphasis. A lone `*` between spaces is a star, and
    /// `_` inside a word belongs to it.
    private mutating func skipMarks() {
        let mark = bytes[position]
        let length = run(of: mark, at: position)
        let before = position > 0 ? bytes[position - 1] : 0x20
        let after = position + length < bytes.count ? bytes[position + length] : 0x20
        let isLone = Bytes.isSpace(before) && Bytes.isSpace(after)
        let isInWord = mark != UInt8(ascii: "*") && InlineMarkdown.isWord(before) && InlineMarkdown.isWord(after)
        let isTilde = mark == UInt8(ascii: "~") && length != 2
        if isLone || isInWord || isTilde || length > 3 { output += bytes[position..<position + length] }
        position += length
    }

    /// `[text](address)`, `[text][name]` and `[^1]`: the text alone is kept, of a note nothing. The text
    /// is read on from here, and what follows it is passed over when its bracket comes.
    private mutating func openLink() {
        guard let close = partners[position] else { return keep() }
        if byte(1) == UInt8(ascii: "^") {
            position = close + 1
        } else if let end = addressEnd(after: close) {
            linkEnds[close] = end + 1
            position += 1
        } else {
            keep()
        }
    }

    private mutating func closeBracket() {
        if let end = linkEnds[position] { position = end } else { keep() }
    }

    private mutating func skipImage() {
        guard let close = partners[position + 1], let end = addressEnd(after: close) else { return keep() }
        position = end + 1
    }

    /// The end of the `(address)` or `[name]` right after a bracket.
    private func addressEnd(after close: Int) -> Int? {
        guard close + 1 < bytes.count else { return nil }
        switch bytes[close + 1] {
        case "(", "[": return partners[close + 1]
        default: return nil
        }
    }

    /// `<https://…>` keeps the address; tags and comments go.
    private mutating func skipTag() {
        guard Bytes.isLetter(byte(1)) || byte(1) == UInt8(ascii: "/") || byte(1) == UInt8(ascii: "!"),
            let close = tagEnd()
        else { return keep() }
        let inside = bytes[position + 1..<close]
        let address = String(decoding: inside.prefix(8), as: UTF8.self)
        if address.hasPrefix("http://") || address.hasPrefix("https://") { output += inside }
        position = close + 1
    }

    /// The next `>`. It is looked for once, however many `<` come before it.
    private mutating func tagEnd() -> Int? {
        if nextTagEnd < position {
            nextTagEnd = bytes[position...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
        }
        return nextTagEnd < bytes.count ? nextTagEnd : nil
    }

    private mutating func readEntity() {
        let name = bytes[position...].prefix(8).prefix { $0 != UInt8(ascii: ";") }
        guard let text = InlineMarkdown.entities[String(decoding: name, as: UTF8.self)], name.endIndex < bytes.count
        else { return keep() }
        output += text.utf8
        position = name.endIndex + 1
    }

    private mutating func keep() {
        output.append(bytes[position])
        position += 1
    }

    private func byte(_ offset: Int) -> UInt8 { position + offset < bytes.count ? bytes[position + offset] : 0 }

    private func run(of mark: UInt8, at start: Int) -> Int { bytes[start...].prefix { $0 == mark }.count }

    private func run(of mark: Unicode.Scalar, at start: Int) -> Int { run(of: UInt8(ascii: mark), at: start) }

    /// Where each bracket closes, found in one pass; brackets of the other kind do not count, escaped ones neither.
    private static func partners(_ bytes: [UInt8]) -> [Int: Int] {
        var (partners, square, round) = ([Int: Int](), [Int](), [Int]())
        var position = 0
        while position < bytes.count {
            switch bytes[position] {
            case "\\": position += 1
            case "[": square.append(position)
            case "(": round.append(position)
            case "]": if let open = square.popLast() { partners[open] = position }
            case ")": if let open = round.popLast() { partners[open] = position }
            default: break
            }
            position += 1
        }
        return partners
    }

    private static func isWord(_ byte: UInt8) -> Bool { Bytes.isLetter(byte) || Bytes.isDigit(byte) || byte >= 0x80 }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !Bytes.isLetter(byte) && !Bytes.isDigit(byte)
    }

    private static let entities = [
        "&amp": "&", "&lt": "<", "&gt": ">", "&quot": "\"", "&apos": "'", "&#39": "'", "&nbsp": " ", "&mdash": "—",
        "&ndash": "–", "&rsquo": "’", "&lsquo": "‘", "&rdquo": "”", "&ldquo": "“", "&hellip": "…",
    ]
}
