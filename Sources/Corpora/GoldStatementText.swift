#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
import Discourse
import TextFiles

/// The text of a statement, in which its spans are found.
struct GoldStatementText {
    let article: Article
    /// Whether the text belongs to this statement alone.
    let isOwn: Bool
    private let index: CodePointIndex
    /// Whether the offsets of spans are offsets into this text.
    private let offsetsHold: Bool

    /// A document that many statements share.
    init(article: Article) {
        (self.article, isOwn, index, offsetsHold) = (article, false, CodePointIndex(article.text), true)
    }

    init(_ row: GoldStatementRow, _ text: String, offsetsHold: Bool) {
        article = Article(id: row.id, outlet: row.outlet, published: row.date.flatMap(WrittenDay.inField), text: text)
        (isOwn, index, self.offsetsHold) = (true, CodePointIndex(text), offsetsHold)
    }

    func locate(_ row: GoldStatementRow, path: String, line: Int) throws -> AttributionSpans {
        let shift = offsetsHold ? 0 : self.shift(of: [row.source, row.cue].compactMap { $0 } + row.content)
        func range(_ span: GoldStatementRow.Span) throws -> Range<Int> {
            if let range = offsetsHold ? exact(span) : nearest(span, shift) { return range }
            let words = span.text.map { "'\($0.prefix(60))'" } ?? "anything"
            throw FileError(path: path, line: line, reason: "the span \(span.start)-\(span.end) does not hold \(words)")
        }
        guard !row.content.isEmpty else { throw FileError(path: path, line: line, reason: "has no content") }
        return AttributionSpans(
            source: try row.source.map { [try range($0)] } ?? [], cue: try row.cue.map { [try range($0)] } ?? [],
            content: try row.content.map(range))
    }

    /// The bytes at a span's own offsets, if its words are there.
    private func exact(_ span: GoldStatementRow.Span) -> Range<Int>? {
        guard let bytes = index.bytes(from: span.start, to: span.end) else { return nil }
        guard let text = span.text else { return bytes }
        return text.utf8.elementsEqual(index.utf8[bytes]) ? bytes : nil
    }
}

extension GoldStatementText {
    /// What has to be added to offsets into the document, to make them offsets into this part of it.
    ///
    /// Every place where a span's words stand proposes a shift. The one that puts most of the words right
    /// wins, and of equals the largest, since the statement stands at the end of the text.
    private func shift(of spans: [GoldStatementRow.Span]) -> Int {
        var votes: [Int: Int] = [:]
        for span in spans {
            for place in places(of: span) { votes[place.codePoint - span.start, default: 0] += span.end - span.start }
        }
        return votes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }

    /// The place of a span's words that is nearest to where the offsets and the shift put it.
    private func nearest(_ span: GoldStatementRow.Span, _ shift: Int) -> Range<Int>? {
        let places = places(of: span)
        let best = places.min { abs($0.codePoint - span.start - shift) < abs($1.codePoint - span.start - shift) }
        return best?.bytes
    }

    private func places(of span: GoldStatementRow.Span) -> [(codePoint: Int, bytes: Range<Int>)] {
        let words = Array((span.text ?? "").utf8)
        guard !words.isEmpty else { return [] }
        var places: [(codePoint: Int, bytes: Range<Int>)] = []
        var (codePoint, counted, from) = (0, 0, 0)
        while let start = find(words, from: from) {
            for byte in index.utf8[counted..<start] where byte & 0xC0 != 0x80 { codePoint += 1 }
            places.append((codePoint, start..<start + words.count))
            (counted, from) = (start, start + 1)
        }
        return places
    }

    private func find(_ words: [UInt8], from start: Int) -> Int? {
        index.utf8.withUnsafeBytes { text in
            guard let base = text.baseAddress else { return nil }
            var start = start
            while start + words.count <= text.count {
                guard let first = memchr(base + start, Int32(words[0]), text.count - words.count + 1 - start) else {
                    return nil
                }
                start = UnsafeRawPointer(first) - base
                if memcmp(base + start, words, words.count) == 0 { return start }
                start += 1
            }
            return nil
        }
    }
}
