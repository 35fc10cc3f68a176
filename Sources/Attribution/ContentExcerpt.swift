import Discourse

/// The contents of attributions as a document of their own, in which nested attributions are found by the same
/// means as outer ones.
///
/// Each run of content within one paragraph is a paragraph here, without the marks of a quotation around all of it
/// and without a leading *that*; quotations inside it move up by as many levels as were taken away. Text and byte
/// offsets are those of the whole document.
struct ContentExcerpt {
    let document: Document
    /// For each paragraph of the excerpt, which attribution it comes from and its tokens in the whole document.
    private let pieces: [Piece]

    private struct Piece {
        let attribution: Int
        let tokens: Range<Int>
    }

    /// - Parameters:
    ///   - contents: The content of each attribution; what lies in an earlier one too is left out.
    ///   - isWorthwhile: Whether a piece can hold an attribution, by its tokens.
    init(_ contents: [[Range<Int>]], of whole: Document, isWorthwhile: (Range<Int>) -> Bool) {
        var (pieces, end) = ([Piece](), 0)
        let parts = contents.enumerated().flatMap { index, ranges in ranges.map { (index, $0) } }
        for (index, range) in parts.sorted(by: { $0.1.lowerBound < $1.1.lowerBound }) where range.lowerBound >= end {
            end = range.upperBound
            for paragraph in whole.paragraph(of: range.lowerBound)...whole.paragraph(of: range.upperBound - 1) {
                let tokens = ContentExcerpt.bare(range.clamped(to: whole.paragraphs[paragraph].tokens), in: whole)
                if tokens.count >= ContentExcerpt.leastTokens, isWorthwhile(tokens) {
                    pieces.append(Piece(attribution: index, tokens: tokens))
                }
            }
        }
        self.pieces = pieces
        document = ContentExcerpt.document(of: pieces.map(\.tokens), in: whole)
    }

    /// Which attribution a range of the excerpt comes from, and the range in the whole document.
    func place(_ range: Range<Int>) -> (attribution: Int, tokens: Range<Int>) {
        let paragraph = document.paragraph(of: range.lowerBound)
        let shift = pieces[paragraph].tokens.lowerBound - document.paragraphs[paragraph].tokens.lowerBound
        return (pieces[paragraph].attribution, range.lowerBound + shift..<range.upperBound + shift)
    }

    /// Source, cue and something said.
    private static let leastTokens = 4
}

// MARK: - Making

extension ContentExcerpt {
    /// Without quotation marks, commas and *that* at the start, without quotation marks and commas at the end,
    /// unless a quotation that starts or ends there lies inside.
    private static func bare(_ range: Range<Int>, in whole: Document) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        let inner = whole.quotations.filter {
            $0.tokens.lowerBound >= start && $0.tokens.upperBound <= end && $0.tokens.count < end - start - 2
        }
        func isEdge(_ token: Int) -> Bool { whole.tokens[token].kind == .quote || whole.tokens[token].kind == .mark }
        while start < end, isEdge(start) || whole.tokens[start].key == that,
            !inner.contains(where: { $0.depth == 0 && $0.tokens.lowerBound == start })
        {
            start += 1
        }
        while start < end, isEdge(end - 1), !inner.contains(where: { $0.tokens.upperBound == end }) { end -= 1 }
        return start..<end
    }

    private static func document(of pieces: [Range<Int>], in whole: Document) -> Document {
        var (tokens, sentences) = ([Token](), [Range<Int>]())
        var (paragraphs, quotations) = ([Document.Paragraph](), [Document.Quotation]())
        for piece in pieces {
            let (first, shift) = (sentences.count, tokens.count - piece.lowerBound)
            func moved(_ range: Range<Int>) -> Range<Int> { range.lowerBound + shift..<range.upperBound + shift }
            tokens += whole.tokens[piece]
            for sentence in whole.sentence(of: piece.lowerBound)...whole.sentence(of: piece.upperBound - 1) {
                sentences.append(moved(whole.sentences[sentence].clamped(to: piece)))
            }
            let kind = whole.paragraphs[whole.paragraph(of: piece.lowerBound)].kind
            paragraphs.append(Document.Paragraph(tokens: moved(piece), sentences: first..<sentences.count, kind: kind))
            let inside = whole.quotations.filter { piece.contains($0.tokens) }
            for quotation in inside {
                let depth = inside.count { $0.depth < quotation.depth && $0.tokens.contains(quotation.tokens) }
                quotations.append(
                    Document.Quotation(tokens: moved(quotation.tokens), depth: depth, closing: quotation.closing))
            }
        }
        return Document(
            article: whole.article, utf8: whole.utf8, tokens: tokens, sentences: sentences, paragraphs: paragraphs,
            quotations: quotations)
    }

    private static let that = WordKey("that")
}
