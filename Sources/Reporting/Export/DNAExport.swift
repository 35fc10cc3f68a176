import Discourse
import TextFiles

/// A bridge to Discourse Network Analyzer: its table of documents and its table of statements, as CSV.
///
/// `documents.csv` has the columns that rDNA takes a data frame of documents with; `date` is in milliseconds since
/// 1970. `statements.csv` has the coded variables *person*, *organization*, *concept* and *agreement* with the place of
/// the coded span; further columns hold what the run knows beyond them. Agreement is 1 for favor and 0 for against;
/// statements of neither kind are no statements in the sense of DNA and stand in `statements_without_position.csv`,
/// so that nothing is lost. Text is quoted as RFC 4180 has it, and every character is kept.
public struct DNAExport: Sendable {
    private let run: String
    private let coder = "demarche"

    /// - Parameter run: The folder of a run with its JSON files.
    public init(run: String) { self.run = run }

    /// Writes into a folder that is there.
    public func write(to folder: String) throws {
        let format = CSVFormat(variant: .plain)
        var (documents, coded, others) = ([UInt8](), [UInt8](), [UInt8]())
        format.appendHeader(DNAExport.documentColumns, to: &documents)
        for index in 0..<2 {
            var header: [UInt8] = []
            format.appendHeader(DNAExport.statementColumns, to: &header)
            if index == 0 { coded = header } else { others = header }
        }
        var (document, number) = (0, 0)
        try RunReader(path: run).forEach { article, statements in
            document += 1
            format.append(
                Document(number: document, coder: coder, article: article), DNAExport.documentColumns, to: &documents)
            for row in statements where row.nestedIn == nil && row.speaker.actor != nil {
                number += 1
                let statement = Statement(number: number, document: document, coder: coder, row: row)
                if row.stance == .none {
                    format.append(statement, DNAExport.statementColumns, to: &others)
                } else {
                    format.append(statement, DNAExport.statementColumns, to: &coded)
                }
            }
        }
        try StagedFile.write(documents, to: folder + "/documents.csv")
        try StagedFile.write(coded, to: folder + "/statements.csv")
        try StagedFile.write(others, to: folder + "/statements_without_position.csv")
    }

    struct Document: Sendable {
        let number: Int
        let coder: String
        let article: ArticleRow
    }

    struct Statement: Sendable {
        let number: Int
        let document: Int
        let coder: String
        let row: StatementRow

        /// The first to the last character of the content: DNA codes one span.
        var span: Range<Int> { row.content[0].span.lowerBound..<row.content[row.content.count - 1].span.upperBound }

        var person: String? { row.speaker.actor.flatMap { $0.kind == .person ? $0.name : nil } }

        /// For whom a person speaks, or the body itself.
        var organization: String? {
            row.speaker.onBehalfOf?.name ?? row.speaker.actor.flatMap { $0.kind == .person ? nil : $0.name }
        }

        var agreement: Int? {
            switch row.stance {
            case .favor: 1
            case .against: 0
            case .none: nil
            }
        }
    }

    private static let documentColumns: [Column<Document>] = [
        Column("id", .integer, "Number of the document.") { .integer($0.number) },
        Column("title", .string, "Title.") { .text($0.article.title ?? $0.article.id) },
        Column("text", .string, "The stored text.") { .text($0.article.text) },
        Column("coder", .string, "Who coded it.") { .text($0.coder) },
        Column("author", .string, "Not known.") { _ in .empty },
        Column("source", .string, "Outlet.") { .text($0.article.outlet) },
        Column("section", .string, "Not known.") { _ in .empty },
        Column("notes", .string, "The article's id in the run.") { .text($0.article.id) },
        Column("type", .string, "Kind of document.") { _ in .text("article") },
        Column("date", .integer, "Milliseconds since 1 January 1970, at the beginning of the day of publication.") {
            .integer($0.article.published.map { $0.number * 86_400_000 })
        },
    ]

    private static let statementColumns: [Column<Statement>] = [
        Column("id", .integer, "Number of the statement.") { .integer($0.number) },
        Column("document_id", .integer, "Its document.") { .integer($0.document) },
        Column("start", .integer, "First character of the coded span.") { .integer($0.span.lowerBound) },
        Column("stop", .integer, "End of it, exclusive.") { .integer($0.span.upperBound) },
        Column("coder", .string, "Who coded it.") { .text($0.coder) },
        Column("person", .string, "Who speaks.") { .text($0.person) },
        Column("organization", .string, "For whom, or the body that speaks.") { .text($0.organization) },
        Column("concept", .string, "What the position is toward.") { .text($0.row.target) },
        Column("agreement", .integer, "1 in favor, 0 against.") { .integer($0.agreement) },
        Column("statement_id", .string, "Its id in the run.") { .text($0.row.id) },
        Column("actor_id", .string, "The actor's id in the run.") { .text($0.row.speaker.actor?.id) },
        Column("principal_id", .string, "The id of the one spoken for.") { .text($0.row.speaker.onBehalfOf?.id) },
        Column("stance_score", .number, "P(favor) - P(against).") { .score(units: $0.row.score) },
        Column("conditional", .boolean, "Tied to terms.") { .boolean($0.row.conditional) },
        Column("text", .string, "The content, verbatim.") { .text($0.row.contentText) },
    ]
}
