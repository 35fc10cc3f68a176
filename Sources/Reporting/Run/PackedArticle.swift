import Discourse

/// An article and its statements rendered for the files of a run.
///
/// Making one is the costly part of reporting and needs nothing but the article, so workers make them;
/// `RunWriter.add` then only stores the bytes.
public struct PackedArticle: Sendable {
    let id: String
    let outlet: String?
    let published: Day?
    public let statements: Int
    /// Statements of the outermost level whose speaker is not known.
    let unknown: Int
    /// Statements inside the content of another one.
    let nested: Int
    let signature: ArticleSignature
    /// Packed by a `RecordWriter`, taken apart by `UnpackedArticle`.
    let bytes: [UInt8]

    public init(_ analyzed: AnalyzedArticle, formats: Set<RunFormat> = Set(RunFormat.allCases)) {
        let codePoints = CodePoints(of: analyzed.document)
        self.init(
            article: ArticleRow(analyzed),
            statements: analyzed.statements.map { StatementRow($0, article: analyzed.article, codePoints: codePoints) },
            formats: formats)
    }

    /// - Parameters:
    ///   - statements: All statements of the article, in order.
    ///   - formats: What the rows are rendered for; none are needed to compare.
    public init(
        article: ArticleRow, statements: [StatementRow], formats: Set<RunFormat> = Set(RunFormat.allCases)
    ) {
        (id, outlet, published) = (article.id, article.outlet, article.published)
        self.statements = statements.count
        unknown = statements.count { $0.nestedIn == nil && $0.speaker.actor == nil }
        nested = statements.count { $0.nestedIn != nil }
        signature = ArticleSignature(utf8: Array(article.text.utf8))
        var record = RecordWriter()
        record.write(article.id)
        PackedRow(article, formats: formats).write(to: &record)
        record.write(statements.count)
        for statement in statements {
            PackedRow(statement, formats: formats).write(to: &record)
            let entry = TallyEntry(statement)
            record.write(entry.map { PackedEntry($0) })
            record.write(entry?.ofPrincipal.map { PackedEntry($0) })
        }
        bytes = record.bytes
    }
}

extension RecordWriter {
    fileprivate mutating func write(_ entry: PackedEntry?) {
        write(entry == nil ? 0 : 1)
        entry?.write(to: &self)
    }
}
