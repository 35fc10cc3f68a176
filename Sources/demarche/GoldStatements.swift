import Classification
import Corpora
import Discourse
import Segmentation

/// Gold statements as statements of segmented documents, each document segmented once.
struct GoldStatements {
    private let segment = Segmenter()
    private var documents: [String: Document] = [:]

    /// The statement, its spans widened to whole tokens.
    mutating func statement(_ gold: GoldStatement) -> Statement {
        let document = document(of: gold.article)
        func passage(_ bytes: Range<Int>) -> Passage? {
            let tokens = document.tokens(covering: bytes)
            return tokens.isEmpty ? nil : document.passage(tokens)
        }
        let content = gold.content.compactMap(passage)
        return Statement(
            id: gold.id, form: gold.form.flatMap { Statement.Form(rawValue: $0) } ?? .indirect,
            source: gold.source.flatMap(passage), cue: gold.cue.flatMap(passage),
            content: content.isEmpty ? [document.whole] : content,
            speaker: Speaker(status: .unknown, actor: nil, linkReason: "gold statements name no actor"), confidence: 1)
    }

    private mutating func document(of article: Article) -> Document {
        // Statements of a file of documents share an article; statements with a text of their own do not.
        if let known = documents[article.id], known.article.text == article.text { return known }
        let document = segment(article)
        documents[article.id] = document
        return document
    }
}

extension GoldStatement {
    var stance: Stance? { label.flatMap { Stance(label: $0) } }

    /// How much the statement counts in training: less where its annotator was not sure or its spans are rough.
    var weight: Double { (confidence == "low" ? Self.lowWeight : 1) * (quality == "partial" ? Self.partialWeight : 1) }

    private static let lowWeight = 0.5
    private static let partialWeight = 0.8
}
