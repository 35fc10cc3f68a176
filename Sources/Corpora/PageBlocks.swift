/// The text of a page as blocks in order, and the elements that hold them.
struct PageBlocks {
    private(set) var blocks: [Block] = []
    private(set) var elements: [Element] = []
    private var open: [Int] = []
    private var text = InlineText()
    private var kind = Block.Kind.paragraph
    private var linkDepth = 0
    private var suspectDepth = 0

    /// One paragraph, heading or point.
    struct Block {
        let kind: Kind
        let text: String
        /// How many bytes of the text are links, 0...count.
        let linked: Int
        /// Whether a name around it says that it is no part of the article: `related`, `share-tools`.
        let isSuspect: Bool

        enum Kind: Equatable { case paragraph, item, heading(Int), line }

        var count: Int { text.utf8.count }
    }

    /// An element that is neither inline nor removed.
    struct Element {
        let preference: Preference
        /// The index of the element around it.
        let parent: Int?
        /// The blocks inside, of any depth.
        var blocks: Range<Int>

        /// How much its name says that it holds the article.
        enum Preference: Int { case none, main, article, body }
    }

    init(_ root: HTMLNode) {
        root.walk(enter: { enter($0) }, leave: { leave($0) })
        flush()
    }

    private mutating func enter(_ node: HTMLNode) -> Bool {
        guard node.isElement else {
            node.withText { text.append($0) }
            return false
        }
        let name = node.name
        if PageBlocks.removed.contains(name) || isHidden(node) { return false }
        if name == "br" {
            text.breakLine()
        } else if PageBlocks.inline.contains(name) {
            enterInline(name)
        } else {
            enterBlock(node, name)
        }
        return true
    }

    private mutating func leave(_ node: HTMLNode) {
        let name = node.name
        if PageBlocks.inline.contains(name) {
            leaveInline(name)
        } else if name != "br" {
            flush()
            kind = .paragraph
            let element = open.removeLast()
            elements[element].blocks = elements[element].blocks.lowerBound..<blocks.count
            if isSuspect(node, name) { suspectDepth -= 1 }
        }
    }

    private mutating func enterInline(_ name: String) {
        if name == "a" { linkDepth += 1 }
        if name == "q" { text.append("“") }
        text.isInLink = linkDepth > 0
    }

    private mutating func leaveInline(_ name: String) {
        if name == "a" { linkDepth -= 1 }
        if name == "q" { text.append("”") }
        text.isInLink = linkDepth > 0
    }

    private mutating func enterBlock(_ node: HTMLNode, _ name: String) {
        flush()
        if isSuspect(node, name) { suspectDepth += 1 }
        let element = Element(
            preference: PageBlocks.preference(node, name), parent: open.last, blocks: blocks.count..<blocks.count)
        open.append(elements.count)
        elements.append(element)
        switch name {
        case "li", "dd": kind = .item
        case "h1", "h2", "h3", "h4", "h5", "h6": kind = .heading(Int(name.utf8.last! - 0x30))
        case "td", "th", "dt": kind = .line
        case "p", "div", "span": if kind != .item { kind = .paragraph }
        default: kind = .paragraph
        }
    }

    /// Ends the block that is being collected. The first block in a point of a list takes its bullet.
    private mutating func flush() {
        let linked = text.linked
        let words = text.take()
        guard !words.isEmpty else { return }
        blocks.append(
            Block(kind: kind, text: words, linked: min(linked, words.utf8.count), isSuspect: suspectDepth > 0))
        if kind == .item { kind = .paragraph }
    }
}

extension PageBlocks {
    private func isHidden(_ node: HTMLNode) -> Bool {
        if node["hidden"] != nil || node["aria-hidden"] == "true" { return true }
        if let role = node["role"], PageBlocks.removedRoles.contains(role) { return true }
        guard let style = node["style"] else { return false }
        return String(decoding: style.utf8.filter { !Bytes.isSpace($0) }, as: UTF8.self).lowercased().contains(
            "display:none")
    }

    private func isSuspect(_ node: HTMLNode, _ name: String) -> Bool {
        guard name != "body", name != "html", name != "main", name != "article" else { return false }
        return PageBlocks.words(of: node).contains { PageBlocks.suspectWords.contains($0) }
    }

    private static func preference(_ node: HTMLNode, _ name: String) -> Element.Preference {
        if node["itemprop"]?.lowercased() == "articlebody" { return .body }
        let names = ((node["class"] ?? "") + " " + (node["id"] ?? "")).lowercased()
        if names.split(separator: " ").contains(where: { bodyNames.contains(String($0)) }) { return .body }
        if name == "article" { return .article }
        return name == "main" || node["role"] == "main" ? .main : .none
    }

    /// The words of an element's classes and id, in lower case, cut at anything but letters.
    private static func words(of node: HTMLNode) -> [String] {
        var (words, word) = ([String](), [UInt8]())
        for value in [node["class"], node["id"]] {
            for byte in Array((value ?? "").utf8) + [0x20] {
                if Bytes.isLetter(byte) {
                    word.append(byte | 0x20)
                } else if !word.isEmpty {
                    words.append(String(decoding: word, as: UTF8.self))
                    word = []
                }
            }
        }
        return words
    }

    private static let removed: Set<String> = [
        "head", "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "figcaption", "button",
        "select",
        "option", "textarea", "input", "label", "iframe", "frame", "frameset", "svg", "math", "canvas", "object",
        "embed",
        "applet", "audio", "video", "map", "dialog", "menu",
    ]

    private static let removedRoles: Set<String> = [
        "navigation", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar",
    ]

    private static let inline: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "img", "ins",
        "kbd", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
        "var",
        "wbr",
    ]

    private static let bodyNames: Set<String> = [
        "article-body", "article__body", "articlebody", "article-content", "article__content", "article-text",
        "story-body",
        "story__body", "storybody", "story-content", "entry-content", "post-content", "post-body", "post__content",
        "body-copy",
        "wysiwyg", "article_body", "story_body",
    ]

    private static let suspectWords: Set<String> = [
        "ad", "ads", "advert", "advertisement", "breadcrumb", "breadcrumbs", "comment", "comments", "consent", "cookie",
        "cookies", "disqus", "footer", "menu", "modal", "nav", "navbar", "navigation", "newsletter", "outbrain",
        "pagination",
        "paywall", "popup", "promo", "promoted", "recirculation", "recommended", "related", "share", "sharing",
        "sidebar",
        "signup", "social", "sponsored", "subscribe", "taboola", "teaser", "toolbar", "trending", "widget",
    ]
}
