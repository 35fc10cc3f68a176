import Discourse
import TextFiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A run as one SQLite database, with keys, indices and views.
///
/// Tables are those of the CSV files with the same cells; numbers are REAL, days text, true and false 1 and 0, and
/// what is not known is NULL. On top of them come `texts` (the stored text of each article), `contents` (each passage
/// of a statement with its offsets), `contributions` (what each word adds to a margin, in millionths of a logit),
/// `columns` (every column described) and `run` (what the run was made with, as JSON).
public struct SQLiteExport: Sendable {
    private let run: String

    /// - Parameter run: The folder of a run with its JSON files.
    public init(run: String) { self.run = run }

    /// Writes the database, whole or not at all; a file that stands there is replaced.
    ///
    /// - Throws: `FileError` when the run cannot be read or the file cannot be written.
    public func write(to path: String) throws {
        let partial = path + ".partial"
        try? FileManager.default.removeItem(atPath: partial)
        do {
            try fill(Database(path: partial))
            try StagedFile.move(partial, to: path)
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            throw error
        }
    }

    private func fill(_ database: Database) throws {
        // The file is thrown away when anything goes wrong, so no journal is needed.
        try database.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = 1145654867")
        let tables = RunTables(path: run).all
        try database.transaction {
            for table in tables { try SQLiteExport.write(table, to: database) }
            try writeDetails(to: database)
            try SQLiteExport.describe(tables, in: database)
            try writeManifest(to: database)
            try database.run(SQLiteExport.indices + SQLiteExport.views)
        }
        try database.run("ANALYZE")
    }
}

extension SQLiteExport {
    private static func write(_ table: RunTables.Table, to database: Database) throws {
        let columns = table.fields.map { field in
            quoted(field.name) + " " + type(field.type) + (field.constraints.required ? " NOT NULL" : "")
        }
        let key = ["PRIMARY KEY (" + table.key.map(quoted).joined(separator: ", ") + ")"]
        let references = table.references.map {
            "FOREIGN KEY (\(quoted($0.column))) REFERENCES \(quoted($0.table)) (\(quoted($0.target)))"
        }
        let definition = (columns + key + references).joined(separator: ",\n  ")
        try database.run("CREATE TABLE \(quoted(table.name)) (\n  \(definition)\n) STRICT")
        let places = [String](repeating: "?", count: table.fields.count).joined(separator: ", ")
        let insert = try database.prepare("INSERT INTO \(quoted(table.name)) VALUES (\(places))")
        try table.forEachRow { try insert.run($0) }
    }

    /// Names are those of the program's columns; quoted all the same.
    private static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }

    private static func type(_ type: ColumnType) -> String {
        switch type {
        case .string, .date: "TEXT"
        case .integer, .boolean: "INTEGER"
        case .number: "REAL"
        }
    }

    private func writeDetails(to database: Database) throws {
        try database.run(SQLiteExport.details)
        let text = try database.prepare("INSERT INTO texts VALUES (?, ?)")
        let content = try database.prepare("INSERT INTO contents VALUES (?, ?, ?, ?, ?)")
        let contribution = try database.prepare("INSERT INTO contributions VALUES (?, ?, ?, ?, ?, ?)")
        try RunReader(path: run).forEach { article, statements in
            try text.run([.text(article.id), .text(article.text)])
            for statement in statements {
                for (index, part) in statement.content.enumerated() {
                    try content.run([.text(statement.id), .integer(index + 1)] + SQLiteExport.cells(part))
                }
                for (index, share) in statement.contributions.enumerated() {
                    try contribution.run(
                        [.text(statement.id), .integer(index + 1)] + SQLiteExport.cells(share.word)
                            + [.integer(share.weight)])
                }
            }
        }
    }

    private static func cells(_ excerpt: Excerpt) -> [Cell] {
        [.integer(excerpt.span.lowerBound), .integer(excerpt.span.upperBound), .text(excerpt.text)]
    }

    private static func describe(_ tables: [RunTables.Table], in database: Database) throws {
        try database.run(
            "CREATE TABLE columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, type TEXT NOT NULL, description TEXT NOT NULL, PRIMARY KEY (table_name, column_name)) STRICT"
        )
        let insert = try database.prepare("INSERT INTO columns VALUES (?, ?, ?, ?)")
        for table in tables {
            for field in table.fields {
                try insert.run([
                    .text(table.name), .text(field.name), .text(field.type.rawValue), .text(field.description),
                ])
            }
        }
    }

    private func writeManifest(to database: Database) throws {
        let path = run + "/" + DataPackage.fileName
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FileError(path: path, reason: "cannot be read")
        }
        try database.run("CREATE TABLE run (datapackage TEXT NOT NULL) STRICT")
        try database.prepare("INSERT INTO run VALUES (?)").run([.text(String(decoding: data, as: UTF8.self))])
    }

    private static let details = """
        CREATE TABLE texts (article_id TEXT NOT NULL PRIMARY KEY REFERENCES articles (article_id), text TEXT NOT NULL) STRICT;
        CREATE TABLE contents (
          statement_id TEXT NOT NULL REFERENCES statements (statement_id), number INTEGER NOT NULL,
          start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (statement_id, number)) STRICT;
        CREATE TABLE contributions (
          statement_id TEXT NOT NULL REFERENCES statements (statement_id), number INTEGER NOT NULL,
          start INTEGER NOT NULL, "end" INTEGER NOT NULL, word TEXT NOT NULL, millionths INTEGER NOT NULL,
          PRIMARY KEY (statement_id, number)) STRICT;
        """

    private static let indices = """
        CREATE INDEX statements_by_article ON statements (article_id);
        CREATE INDEX statements_by_actor ON statements (actor_id, published);
        CREATE INDEX statements_by_principal ON statements (on_behalf_of) WHERE on_behalf_of IS NOT NULL;
        CREATE INDEX statements_by_day ON statements (published);
        CREATE INDEX comparison_by_article ON comparison (article_id);
        CREATE INDEX contributions_by_word ON contributions (word);
        """

    /// Statements that count, plain means of them (copies not taken out), and what is left over of margins: always 0.
    private static let views = """
        CREATE VIEW counted_statements AS
          SELECT * FROM statements WHERE nested_in IS NULL AND actor_id IS NOT NULL;
        CREATE VIEW stance_by_outlet AS
          SELECT actor_id, actor_name, outlet, count(*) AS n_statements, avg(stance_score) AS stance_score, avg(sentiment) AS sentiment
          FROM counted_statements GROUP BY actor_id, outlet;
        CREATE VIEW stance_by_month AS
          SELECT actor_id, actor_name, substr(published, 1, 7) AS month, count(*) AS n_statements, avg(stance_score) AS stance_score, avg(sentiment) AS sentiment
          FROM counted_statements GROUP BY actor_id, month;
        CREATE VIEW margin_check AS
          SELECT s.statement_id, round(s.margin * 1000000) - round(s.bias * 1000000) - coalesce(sum(c.millionths), 0) AS residual
          FROM statements s LEFT JOIN contributions c USING (statement_id) GROUP BY s.statement_id;
        """
}
