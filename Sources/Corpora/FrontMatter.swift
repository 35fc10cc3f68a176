/// The `key: value` lines between two lines of `---` at the top of a Markdown file.
struct FrontMatter: Equatable {
    /// Keys in lower case; of a key that stands twice, the first value.
    private(set) var fields: [String: String] = [:]
    /// The text below.
    let body: Substring

    init(_ text: String) {
        var lines = MarkdownLines(text)
        guard let first = lines.next(), first == "---" else {
            body = text[...]
            return
        }
        var fields: [String: String] = [:]
        while let line = lines.next() {
            if line == "---" || line == "..." {
                (self.fields, body) = (fields, lines.rest)
                return
            }
            guard let colon = line.firstIndex(of: ":"), !line.hasPrefix("#"), !line.hasPrefix(" ") else { continue }
            let key = line[..<colon].lowercased()
            if fields[key] == nil { fields[key] = FrontMatter.unquoted(line[line.index(after: colon)...]) }
        }
        // A line of dashes that is never answered is a rule across the page, not front matter.
        body = text[...]
    }

    private static func unquoted(_ value: Substring) -> String {
        let trimmed = String(decoding: Bytes.trimmed(Array(value.utf8)[...]), as: UTF8.self)
        guard trimmed.utf8.count >= 2, let mark = trimmed.first, mark == "\"" || mark == "'", trimmed.last == mark
        else { return trimmed }
        return String(trimmed.dropFirst().dropLast())
    }
}

/// The lines of a text without their ends and the white space at their ends.
struct MarkdownLines {
    private(set) var rest: Substring

    init(_ text: some StringProtocol) { rest = Substring(text) }

    mutating func next() -> String? {
        guard !rest.isEmpty else { return nil }
        let line = rest.utf8.prefix { $0 != 0x0A && $0 != 0x0D }
        var after = rest.utf8.dropFirst(line.count)
        if after.first == 0x0D { after = after.dropFirst() }
        if after.first == 0x0A { after = after.dropFirst() }
        rest = Substring(after)
        var text = Substring(line)
        while let last = text.utf8.last, Bytes.isSpace(last) { text = Substring(text.utf8.dropLast()) }
        return String(text)
    }
}
