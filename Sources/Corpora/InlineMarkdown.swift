/// Takes the marks of emphasis, code and links off one line of Markdown.
struct InlineMarkdown {
    private let bytes: [UInt8]
    private var position = 0
    private var output: [UInt8] = []

    /// - Complexity: O(*n*) but for brackets and marks without a partner, each of which is looked for once.
    static func plain(_ line: some StringProtocol) -> String {
        var reader = InlineMarkdown(bytes: Array(line.utf8))
        while reader.position < reader.bytes.count { reader.step() }
        return String(decoding: Bytes.trimmed(reader.output[...]), as: UTF8.self)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func step() {
        switch bytes[position] {
        case "\\" where position + 1 < bytes.count && InlineMarkdown.isPunctuation(bytes[position + 1]):
            output.append(bytes[position + 1])
            position += 2
        case "*", "_", "~": skipMarks()
        case "`": position += run(of: "`", at: position)
        case "!" where byte(1) == UInt8(ascii: "["): skipImage()
        case "[": openLink()
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

    /// `[text](address)`, `[text][name]` and `[^1]`: the text alone is kept, of a note nothing.
    private mutating func openLink() {
        guard let close = closing("[", "]", at: position) else { return keep() }
        let text = bytes[position + 1..<close]
        let next = close + 1 < bytes.count ? bytes[close + 1] : 0
        if text.first == UInt8(ascii: "^") {
            position = close + 1
        } else if next == UInt8(ascii: "("), let end = closing("(", ")", at: close + 1) {
            output += InlineMarkdown.plain(String(decoding: text, as: UTF8.self)).utf8
            position = end + 1
        } else if next == UInt8(ascii: "["), let end = closing("[", "]", at: close + 1) {
            output += InlineMarkdown.plain(String(decoding: text, as: UTF8.self)).utf8
            position = end + 1
        } else {
            keep()
        }
    }

    private mutating func skipImage() {
        guard let close = closing("[", "]", at: position + 1), close + 1 < bytes.count,
            bytes[close + 1] == UInt8(ascii: "("),
            let end = closing("(", ")", at: close + 1)
        else { return keep() }
        position = end + 1
    }

    /// `<https://…>` keeps the address; tags and comments go.
    private mutating func skipTag() {
        guard Bytes.isLetter(byte(1)) || byte(1) == UInt8(ascii: "/") || byte(1) == UInt8(ascii: "!"),
            let close = bytes[position...].prefix(4096).firstIndex(of: UInt8(ascii: ">"))
        else { return keep() }
        let inside = bytes[position + 1..<close]
        let address = String(decoding: inside.prefix(8), as: UTF8.self)
        if address.hasPrefix("http://") || address.hasPrefix("https://") { output += inside }
        position = close + 1
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

    /// Where the bracket at a position closes; brackets inside are counted, and no more than 4096 bytes looked at.
    private func closing(_ open: Unicode.Scalar, _ close: Unicode.Scalar, at start: Int) -> Int? {
        var (depth, index) = (0, start)
        while index < min(bytes.count, start + 4096) {
            switch bytes[index] {
            case "\\": index += 1
            case open: depth += 1
            case close:
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
            index += 1
        }
        return nil
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
