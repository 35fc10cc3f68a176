import Discourse

/// The article of a web page: metadata from its head, and a main text that begins with the title.
enum HTMLPage {
    /// - Returns: Nil when the page has no main text.
    static func article(_ bytes: [UInt8], repairs: inout Article.Repairs) -> Article? {
        let tree = parse(bytes, repairs: &repairs)
        return withExtendedLifetime(tree) {
            guard let root = tree.root else { return nil }
            let metadata = PageMetadata(root)
            guard let body = mainText(of: root, metadata) else { return nil }
            return Article(
                id: "", title: metadata.title, outlet: metadata.outlet, url: metadata.url,
                published: metadata.published,
                language: metadata.language, text: (metadata.title.map { $0 + "\n\n" } ?? "") + body)
        }
    }

    private static func mainText(of root: HTMLNode, _ metadata: PageMetadata) -> String? {
        let main = MainText(of: PageBlocks(root))
        guard !main.isEmpty else { return metadata.linkedText.flatMap { isBlank($0) ? nil : $0 } }
        let body = text(of: metadata.title.map { withoutTitle($0, main.blocks) } ?? main.blocks)
        return isBlank(body) ? nil : body
    }

    private static func isBlank(_ text: String) -> Bool { text.utf8.allSatisfy(Bytes.isSpace) }

    /// An empty line between blocks; points of one list on lines of their own.
    private static func text(of blocks: [PageBlocks.Block]) -> String {
        var text = ""
        var last: PageBlocks.Block.Kind?
        for block in blocks {
            if let last { text += last == block.kind && (last == .item || last == .line) ? "\n" : "\n\n" }
            text += block.kind == .item ? "• " + block.text : block.text
            last = block.kind
        }
        return text
    }

    /// The blocks without the headings, and a first line, that say the title again.
    private static func withoutTitle(_ title: String, _ blocks: [PageBlocks.Block]) -> [PageBlocks.Block] {
        let title = letters(of: title)
        return blocks.enumerated().filter { index, block in
            guard index == 0 || block.kind == .heading(1) else { return true }
            let words = letters(of: block.text)
            return
                !(words == title
                || block.kind == .heading(1) && (words.starts(with: title) || title.starts(with: words)))
        }.map(\.element)
    }

    /// Letters and digits alone, in lower case, so that quotation marks and spaces make no difference.
    private static func letters(of text: String) -> [UInt8] {
        text.lowercased().utf8.filter { Bytes.isLetter($0) || Bytes.isDigit($0) }
    }
}

extension HTMLPage {
    /// Pages in UTF-8 are read as such whatever they declare. Other bytes are decoded by what the page
    /// declares; without that, as Latin-1 or broken UTF-8, by evidence. The parser is given UTF-8 always:
    /// where it converts by itself, it drops what follows a bad byte.
    private static func parse(_ bytes: [UInt8], repairs: inout Article.Repairs) -> HTMLTree {
        if String(validating: bytes, as: UTF8.self) == nil, let name = declaredEncoding(bytes),
            !decodedHere.contains(name),
            let encoding = LegacyEncoding(name: name)
        {
            let (utf8, replacements) = encoding.decode(bytes)
            repairs.transcodedFrom = name
            repairs.replacedSequences += replacements
            return HTMLTree(utf8)
        }
        return HTMLTree(Array(TextEncoding.decode(bytes, repairs: &repairs).utf8))
    }

    private static let decodedHere: Set<String> = [
        "utf-8", "utf8", "iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252", "us-ascii", "ascii",
    ]

    /// What follows `charset=` in the first two kilobytes, in lower case.
    private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(2048).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        let mark = Array("charset=".utf8)
        for start in head.indices where head[start] == mark[0] && head[start...].starts(with: mark) {
            let value = head[(start + mark.count)...].drop { $0 == 0x22 || $0 == 0x27 }
            let name = value.prefix { Bytes.isLetter($0) || Bytes.isDigit($0) || $0 == 0x2D || $0 == 0x5F }
            if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
        }
        return nil
    }
}
