import Discourse

/// Cuts an article into paragraphs, sentences, tokens and quotations.
///
///     let segment = Segmenter()
///     let document = segment(article)
///
/// Tokens come first, from bytes alone; lines then make paragraphs, paragraphs are cut into
/// sentences, and the quotation marks are paired last, when everything around them is known.
///
/// - Complexity: O(*n*) in the bytes of the text.
public struct Segmenter: Sendable {
    public init() {}

    public func callAsFunction(_ article: Article) -> Document {
        let utf8 = Array(article.text.utf8)
        var tokens = Tokenizer.tokens(of: utf8)
        let lines = Line.lines(of: utf8, tokens: tokens)
        let paragraphs = ParagraphFinder(utf8: utf8, tokens: tokens, lines: lines).paragraphs()
        let quotations = QuotationMachine.pair(&tokens, in: paragraphs.map(\.tokens), utf8: utf8)
        let finder = SentenceFinder(utf8: utf8, tokens: tokens, closing: quotations.closingMarks)

        var sentences: [Range<Int>] = []
        var marked: [Document.Paragraph] = []
        marked.reserveCapacity(paragraphs.count)
        for paragraph in paragraphs {
            let first = sentences.count
            finder.appendSentences(of: paragraph.tokens, to: &sentences)
            marked.append(
                Document.Paragraph(
                    tokens: paragraph.tokens, sentences: first..<sentences.count, kind: paragraph.kind))
        }
        return Document(
            article: article, utf8: utf8, tokens: tokens, sentences: sentences, paragraphs: marked,
            quotations: quotations.quotations)
    }
}
