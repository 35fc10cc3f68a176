import Discourse

/// Turns Markdown into plain text.
///
/// Headings, paragraphs and points become lines of their own with an empty line between blocks;
/// lines wrapped inside a paragraph are joined; `- ` becomes `• `; marks of emphasis, links and
/// code are taken off, and what they mark stays.
struct Markdown {
    private var blocks: [Block] = []
    private var isOpen = false
    /// The mark that closes the block of code we are in.
    private var fence: String?

    private struct Block {
        enum Kind { case paragraph, heading, item, code }
        var kind: Kind
        var text: String
    }

    /// The article of a Markdown file, with the metadata of its front matter.
    static func article(_ text: String, name: String) -> Article {
        let matter = FrontMatter(text)
        let markdown = Markdown(matter.body)
        var article = Article(id: matter.fields["id"] ?? "", text: markdown.plainText)
        article.title =
            matter.fields["title"] ?? markdown.firstHeading
            ?? PlainText.headline(PlainText.firstLines(of: article.text))
        article.outlet = matter.fields["outlet"] ?? matter.fields["source"] ?? matter.fields["site"]
        article.url = matter.fields["url"]
        article.language = matter.fields["language"] ?? matter.fields["lang"]
        article.published =
            (matter.fields["published"] ?? matter.fields["date"]).flatMap(WrittenDay.inField)
            ?? PlainText.article(article.text, name: name).published
        return article
    }

    init(_ text: some StringProtocol) {
        var lines = MarkdownLines(text)
        while let line = lines.next() { add(line) }
    }

    var plainText: String {
        var text = ""
        for (index, block) in blocks.enumerated() {
            if index > 0 {
                let isTight = block.kind == blocks[index - 1].kind && block.kind != .paragraph && block.kind != .heading
                text += isTight ? "\n" : "\n\n"
            }
            text += block.text
        }
        return text
    }

    private var firstHeading: String? { blocks.first?.kind == .heading ? blocks[0].text : nil }
}

extension Markdown {
    private mutating func add(_ line: String) {
        if let mark = fence {
            if line.drop(while: { $0 == " " }).hasPrefix(mark) { fence = nil } else { append(.code, line) }
            isOpen = false
            return
        }
        let content = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
        if content.isEmpty || Markdown.isRule(content) {
            underline(content)
        } else if content.hasPrefix("```") || content.hasPrefix("~~~") {
            (fence, isOpen) = (String(content.prefix(3)), false)
        } else if let heading = Markdown.heading(content) {
            append(.heading, InlineMarkdown.plain(heading))
            isOpen = false
        } else if Markdown.isDefinition(content) {
            isOpen = false
        } else if let item = Markdown.item(content) {
            append(.item, "• " + InlineMarkdown.plain(item))
        } else {
            addText(content)
        }
    }

    private mutating func append(_ kind: Block.Kind, _ text: String) {
        guard !text.isEmpty else { return }
        blocks.append(Block(kind: kind, text: text))
        isOpen = true
    }

    /// A line of text goes on with the paragraph or point above it. Marks are taken off line by line,
    /// so that a stray one does no harm beyond its line.
    private mutating func addText(_ content: Substring) {
        let text = InlineMarkdown.plain(content)
        let isNumbered = Markdown.isNumbered(content)
        if isOpen, !isNumbered, let last = blocks.indices.last {
            blocks[last].text += " " + text
        } else {
            append(isNumbered ? .item : .paragraph, text)
        }
    }

    /// An empty line ends a block; a line of `=` or `-` under a line of text makes it a heading.
    private mutating func underline(_ rule: Substring) {
        if isOpen, let mark = rule.first, mark == "=" || mark == "-", rule.allSatisfy({ $0 == mark }),
            let last = blocks.indices.last, blocks[last].kind == .paragraph
        {
            blocks[last].kind = .heading
        }
        isOpen = false
    }

    private static func isRule(_ content: Substring) -> Bool {
        guard let mark = content.first, "=-*_".contains(mark) else { return false }
        if mark == "=" { return content.allSatisfy { $0 == mark } && content.count >= 2 }
        return content.allSatisfy { $0 == mark || $0 == " " } && content.count { $0 == mark } >= 3
    }

    private static func heading(_ content: Substring) -> Substring? {
        let marks = content.prefix { $0 == "#" }.count
        guard 1...6 ~= marks, content.dropFirst(marks).first == " " else { return nil }
        var heading = content.dropFirst(marks).drop { $0 == " " }
        let closing = heading.reversed().prefix { $0 == "#" }.count
        if closing > 0, heading.dropLast(closing).last == " " { heading = heading.dropLast(closing) }
        while heading.last == " " { heading.removeLast() }
        return heading
    }

    private static func item(_ content: Substring) -> Substring? {
        guard let mark = content.first, "-*+•".contains(mark), content.dropFirst().first == " " else { return nil }
        return content.dropFirst().drop { $0 == " " }
    }

    private static func isNumbered(_ content: Substring) -> Bool {
        let digits = content.prefix { $0.isASCII && $0.isNumber }.count
        let rest = content.dropFirst(digits)
        return 1...3 ~= digits && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
    }

    /// `[name]: address`, which only names a link for other places.
    private static func isDefinition(_ content: Substring) -> Bool {
        guard content.first == "[", !content.hasPrefix("[^"), let close = content.firstIndex(of: "]") else {
            return false
        }
        return content[content.index(after: close)...].hasPrefix(": ")
    }
}
