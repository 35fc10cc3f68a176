import Discourse

/// What a plain text tells about itself.
enum PlainText {
    /// The article of a plain text. Its text is taken as it is; the title is its first line where that
    /// looks like a headline; the day stands in the file name or in a line of its own near the top.
    /// A plain text names no outlet.
    static func article(_ text: String, name: String) -> Article {
        let lines = firstLines(of: text)
        let published = WrittenDay.inFileName(String(name.split(separator: "/").last ?? "")) ?? dateLine(lines)
        return Article(id: "", title: headline(lines), published: published, text: text)
    }

    /// A line near the top of a text.
    struct Line: Equatable {
        let text: String
        /// Whether an empty line, or the end of the text, follows.
        let endsBlock: Bool
    }

    /// The first lines that are not blank, without the white space around them: at most six.
    static func firstLines(of text: String) -> [Line] {
        let bytes = Array(text.utf8.prefix(8192))
        var lines: [Line] = []
        var rest = bytes[...]
        while !rest.isEmpty, lines.count < 6 {
            let line = Bytes.trimmed(rest.prefix { $0 != 0x0A && $0 != 0x0D })
            rest = rest.drop { $0 != 0x0A && $0 != 0x0D }
            let breaks = rest.prefix { Bytes.isSpace($0) }
            rest = rest.dropFirst(breaks.count)
            let feeds = max(breaks.count { $0 == 0x0A }, breaks.count { $0 == 0x0D })
            if !line.isEmpty { lines.append(Line(text: String(decoding: line, as: UTF8.self), endsBlock: feeds != 1)) }
        }
        return lines
    }

    /// The first line when it looks like a headline: short but no mere name, followed by more text, and without
    /// the full stop of a sentence unless it stands apart and is written in title case.
    static func headline(_ lines: [Line]) -> String? {
        guard lines.count > 1, let first = lines.first, first.text.unicodeScalars.count <= 180 else { return nil }
        let words = first.text.split(separator: " ")
        guard 3...30 ~= words.count, words[0] != "By", !"•*-–—·\"“".contains(first.text.first!) else { return nil }
        switch first.text.last! {
        case ",", ";", ":": return nil
        case ".": return first.endsBlock && isTitleCase(words) ? first.text : nil
        default: return first.text
        }
    }

    /// The day of the first of the top lines that is a date and nothing else.
    static func dateLine(_ lines: [Line]) -> Day? {
        for line in lines { if let day = WrittenDay.ofDateLine(line.text) { return day } }
        return nil
    }

    /// Whether most of the long words begin with a capital.
    private static func isTitleCase(_ words: [Substring]) -> Bool {
        let long = words.filter { $0.count >= 4 }
        return long.count { $0.first!.isUppercase } * 3 > long.count * 2
    }
}
