import Discourse

/// What a page says about itself in its head, its headings and its linked data.
struct PageMetadata {
    private(set) var title: String?
    private(set) var published: Day?
    private(set) var outlet: String?
    private(set) var url: String?
    private(set) var language: String?
    /// The article's text in the linked data, where a page that draws itself by script has it.
    private(set) var linkedText: String?

    private var metas: [String: String] = [:]
    private var headings: [String] = []
    private var pageTitle: String?
    private var canonical: String?
    private var times: [String] = []
    private var publicationTimes: [String] = []
    private var linked = LinkedArticle()

    init(_ root: HTMLNode) {
        root.walk(enter: { enter($0) }, leave: { _ in })
        outlet = metas["og:site_name"] ?? linked.outlet ?? metas["application-name"]
        title =
            (metas["og:title"] ?? headings.first ?? linked.title).map { withoutOutlet($0) }
            ?? pageTitle.map { withoutOutlet($0, or: " | ") }
        url = canonical ?? metas["og:url"] ?? linked.url
        language =
            language ?? metas["og:locale"].map { $0.split(separator: "_").joined(separator: "-") } ?? linked.language
        published = publicationDay()
        linkedText = linked.text
    }

    private mutating func enter(_ node: HTMLNode) -> Bool {
        guard node.isElement else { return false }
        switch node.name {
        case "html": language = filled(node["lang"] ?? node["xml:lang"])
        case "meta": readMeta(node)
        case "link": if canonical == nil, node["rel"]?.lowercased() == "canonical" { canonical = filled(node["href"]) }
        case "title": if pageTitle == nil { pageTitle = filled(node.text) }
        case "h1": if let text = filled(node.text) { headings.append(text) }
        case "time": readTime(node)
        case "script": if isLinkedData(node) { linked.read(node.text) }
        default: return true
        }
        return node.name == "html" || node.name == "h1"
    }

    private mutating func readMeta(_ node: HTMLNode) {
        guard let key = node["property"] ?? node["name"] ?? node["itemprop"], let value = filled(node["content"]) else {
            return
        }
        let name = key.lowercased()
        if metas[name] == nil { metas[name] = value }
    }

    private mutating func readTime(_ node: HTMLNode) {
        guard let value = node["datetime"] else { return }
        if node["itemprop"]?.lowercased() == "datepublished" || node["pubdate"] != nil {
            publicationTimes.append(value)
        } else {
            times.append(value)
        }
    }

    private func isLinkedData(_ node: HTMLNode) -> Bool {
        node["type"].map { $0.lowercased().hasPrefix("application/ld+json") } ?? false
    }

    /// The first of the places, from the surest down, that holds a day.
    private func publicationDay() -> Day? {
        let names = [
            "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate",
            "publish-date",
            "publish_date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "parsely-pub-date",
            "sailthru.date", "article.published", "cxenseparse:recs:publishtime",
        ]
        let tagged = names.prefix(3).compactMap { metas[$0] }
        let alsoTagged = names.dropFirst(3).compactMap { metas[$0] }
        let linkedDay = linked.published.map { [$0] } ?? []
        for place in tagged + linkedDay + alsoTagged + publicationTimes + times.prefix(1) {
            if let day = WrittenDay.inField(place) { return day }
        }
        return nil
    }

    /// `Talks resume | The Harbour Post` without the outlet's name.
    ///
    /// - Parameter mark: What always separates an outlet, also one whose name is not known.
    private func withoutOutlet(_ title: String, or mark: String? = nil) -> String {
        for separator in [" | ", " — ", " – ", " - "] {
            let parts = PageMetadata.split(title, at: separator)
            guard parts.count > 1, let last = parts.last else { continue }
            if last == outlet || outlet == nil && separator == mark {
                return parts.dropLast().joined(separator: separator)
            }
        }
        return title
    }

    private static func split(_ text: String, at mark: String) -> [String] {
        var (parts, part) = ([String](), [UInt8]())
        let (bytes, mark) = (Array(text.utf8), Array(mark.utf8))
        var position = 0
        while position < bytes.count {
            if bytes[position...].starts(with: mark) {
                parts.append(String(decoding: part, as: UTF8.self))
                (part, position) = ([], position + mark.count)
            } else {
                part.append(bytes[position])
                position += 1
            }
        }
        return parts + [String(decoding: part, as: UTF8.self)]
    }

    /// Text with its white space collapsed; nil when there is none.
    private func filled(_ text: String?) -> String? {
        guard let text else { return nil }
        var collector = InlineText()
        var copy = text
        copy.withUTF8 { collector.append($0) }
        let collapsed = collector.take()
        return collapsed.isEmpty ? nil : collapsed
    }
}
