import Discourse
import Foundation
import TextFiles
import Testing

@testable import Reporting

struct ExportTests {
    private let folder: ScratchFolder
    private var run: String { folder.path + "/run" }

    init() throws {
        folder = try ScratchFolder()
        var press = SyntheticPress(seed: 17)
        _ = try RunWriterTests.write(press.articles(30), to: folder.path + "/run")
    }

    private func file(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: folder.path + "/" + name)))
    }

    @Test func `the tables read back from JSON are the CSV of the run, byte for byte`() throws {
        for table in RunTables(path: run).all {
            for variant in [CSVFormat.Variant.plain, .spreadsheet] {
                let name = "run/" + table.name + (variant == .plain ? ".csv" : "-spreadsheet.csv")
                let isSame = try SpreadsheetExport.csv(table, variant) == file(name)
                #expect(isSame, "\(name)")
            }
        }
    }

    @Test func `the database has every row, its keys hold, and margins add up in it`() throws {
        try SQLiteExport(run: run).write(to: folder.path + "/run.db")
        let database = try Database(path: folder.path + "/run.db")
        for table in RunTables(path: run).all {
            var rows: [[Cell]] = []
            try table.forEachRow { rows.append($0) }
            let key = table.key.map { "\"\($0)\"" }.joined(separator: ", ")
            var found: [[Cell]] = []
            try database.prepare("SELECT * FROM \(table.name) ORDER BY \(key)").forEach(table.fields.map(\.type)) {
                found.append($0)
            }
            let places = table.key.map { name in table.fields.firstIndex { $0.name == name }! }
            rows.sort { a, b in
                places.map { a[$0].plain }.lexicographicallyPrecedes(places.map { b[$0].plain }) {
                    $0.utf8.lexicographicallyPrecedes($1.utf8)
                }
            }
            #expect(found.count == rows.count && !rows.isEmpty)
            for (stored, row) in zip(found, rows) {
                for (a, b) in zip(stored, row) where !ExportTests.isSame(a, b) { Issue.record("\(a) is not \(b)") }
            }
        }
        var residuals: [[Cell]] = []
        try database.prepare("SELECT max(abs(residual)) FROM margin_check").forEach([.integer]) { residuals.append($0) }
        #expect(residuals == [[.integer(0)]])
        var broken = 0
        try database.prepare("PRAGMA foreign_key_check").forEach([]) { _ in broken += 1 }
        #expect(broken == 0)
    }

    @Test func `a database appears whole or not at all`() throws {
        #expect(throws: FileError.self) { try SQLiteExport(run: folder.path).write(to: folder.path + "/none.db") }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/none.db"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/none.db.partial"))
        try SQLiteExport(run: run).write(to: folder.path + "/a.db")
        let first = try file("a.db")
        try SQLiteExport(run: run).write(to: folder.path + "/a.db")
        let isSame = try first == file("a.db")
        #expect(isSame, "the same run gives the same bytes")
    }

    /// Any cells of any type, and what each format gives back.
    @Test func `ten thousand random cells come back from CSV, JSON and SQLite`() throws {
        try roundTrip(rows: 2000)
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["SLOW_TESTS"] != nil))
    func `a million random cells come back`() throws { try roundTrip(rows: 200_000) }

    private func roundTrip(rows: Int) throws {
        let types: [ColumnType] = [.string, .integer, .number, .boolean, .date]
        let columns = types.enumerated().map { index, type in
            Column<[Cell]>("c\(index)", type, "") { $0[index] }
        }
        var (random, texts) = (SplitMix64(seed: 99), RandomText(seed: 98))
        let database = try Database(path: folder.path + "/cells.db")
        try database.run("CREATE TABLE cells (c0 TEXT, c1 INTEGER, c2 REAL, c3 INTEGER, c4 TEXT) STRICT")
        let insert = try database.prepare("INSERT INTO cells VALUES (?, ?, ?, ?, ?)")
        let query = try database.prepare("SELECT * FROM cells ORDER BY rowid")
        let fields = columns.map(PublishedTable.Field.init)
        for start in stride(from: 0, to: rows, by: 1000) {
            let batch = (start..<min(start + 1000, rows)).map { _ in types.map { ExportTests.cell($0, &random, &texts) }
            }
            let table = PublishedTable("t", "", columns, key: [], batch)
            let csv = CSVReader.rows(table.csv).dropFirst().map { row in
                zip(row, types).map { CellDecoder.cell($0, $1) ?? .text("no cell") }
            }
            let json = try table.json.split(separator: 0x0A).filter { $0.first == UInt8(ascii: "{") }.map {
                try CellDecoder.row(Array($0.last == UInt8(ascii: ",") ? $0.dropLast() : $0), fields)
            }
            try database.transaction {
                try database.run("DELETE FROM cells")
                for row in batch { try insert.run(row) }
            }
            var stored: [[Cell]] = []
            try query.forEach(types) { stored.append($0) }
            #expect(csv.count == batch.count && json.count == batch.count && stored.count == batch.count)
            for (index, row) in batch.enumerated() {
                for (column, cell) in row.enumerated() {
                    // CSV has one way to say nothing.
                    let plain: Cell = cell == .text("") ? .empty : cell
                    guard ExportTests.isSame(csv[index][column], plain), ExportTests.isSame(json[index][column], cell),
                        ExportTests.isSame(stored[index][column], cell)
                    else {
                        Issue.record("\(cell): \(csv[index][column]), \(json[index][column]), \(stored[index][column])")
                        continue
                    }
                }
            }
        }
    }

    /// Equal, numbers by value: a database keeps no trailing zeros, and keeps lists as text.
    private static func isSame(_ stored: Cell, _ cell: Cell) -> Bool {
        switch (stored, cell) {
        case (.number(let a), .number(let b)): a.value == b.value
        // Byte for byte: `==` would take é in one code point for é in two.
        case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
        case (.text(let text), .terms), (.text(let text), .spans), (.text(let text), .clauses): text == cell.plain
        default: stored == cell
        }
    }

    private static func cell(_ type: ColumnType, _ random: inout SplitMix64, _ texts: inout RandomText) -> Cell {
        if random.index(below: 8) == 0 { return .empty }
        switch type {
        case .string: return .text(texts.next())
        case .integer: return .integer(Int(truncatingIfNeeded: random.next()) >> random.index(below: 64))
        case .number:
            let decimals = [0, 2, 4, 6][random.index(below: 4)]
            return .number(FixedPoint(units: random.index(below: 20_000_001) - 10_000_000, decimals: decimals))
        case .boolean: return .boolean(random.index(below: 2) == 0)
        case .date: return .day(Day(number: random.index(below: 2_000_000) - 700_000)!)
        }
    }

    @Test func `every member of the JSON is in its schema, and the schemas are those of the folder`() throws {
        let folder = String(#filePath.dropLast("Tests/ReportingTests/ExportTests.swift".count)) + "Reports/schemas"
        if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
            for schema in JSONSchema.all {
                try Data(schema.json).write(to: URL(filePath: "\(folder)/\(schema.name).schema.json"))
            }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
        #expect(names.sorted() == JSONSchema.all.map { $0.name + ".schema.json" }.sorted())
        for schema in JSONSchema.all {
            let committed = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(schema.name).schema.json")))
            let isSame = committed == schema.json
            #expect(isSame, "\(schema.name): UPDATE_SNAPSHOTS=1 swift test --filter ExportTests")
        }
    }

    @Test func `a network has an edge where actors agree or disagree, with the counts of both`() throws {
        var newsroom = Newsroom()
        newsroom.publish("a", [.init("ana", 6000), .init("bo", 7000), .init("cy", -6000), .init("dee", 0)])
        newsroom.publish("b", [.init("ana", 5000), .init("bo", -6000)])
        let study = try newsroom.study()
        let nodes = GraphMLExport.nodes(study, least: 1)
        #expect(nodes.map(\.actor.id) == ["ana", "bo", "cy"] && nodes.map(\.favor) == [2, 1, 0])
        #expect(GraphMLExport.Node.congruence(nodes[0], nodes[1]) == 1)
        #expect(GraphMLExport.Node.conflict(nodes[0], nodes[1]) == 1)
        #expect(GraphMLExport.Node.conflict(nodes[0], nodes[2]) == 1)
        #expect(GraphMLExport.nodes(study, least: 2).count == 2)
        let document = try XMLDocumentShape(GraphMLExport.graph(study, least: 1))
        #expect(document.count("node") == 3 && document.count("edge") == 3)
    }

    @Test func `hostile names stay text in the network, and file names stay in their folder`() throws {
        var newsroom = Newsroom()
        newsroom.publish("a", [.init("</data><x a='1'>&\u{1}", 6000)])
        let document = try XMLDocumentShape(GraphMLExport.graph(try newsroom.study(), least: 1))
        #expect(document.count("x") == 0 && document.count("node") == 1)
        #expect(BratExport.fileName("../a b/é#1.txt") == "%2E.%2Fa%20b%2F%C3%A9%231.txt")
        #expect(BratExport.fileName("a/b") != BratExport.fileName("a%2Fb"))
    }

    @Test func `DNA gets every statement with a position once, as one and zero, word for word`() throws {
        let target = folder.path + "/dna"
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        try DNAExport(run: run).write(to: target)
        let documents = CSVReader.table(try file("dna/documents.csv"))
        let coded = CSVReader.table(try file("dna/statements.csv"))
        let others = CSVReader.table(try file("dna/statements_without_position.csv"))
        var (texts, positions, nothing) = ([String](), [String: String](), 0)
        try RunReader(path: run).forEach { article, rows in
            texts.append(article.text)
            for row in rows where row.speaker.actor != nil {
                if row.stance == .none { nothing += 1 } else { positions[row.id] = row.stance == .favor ? "1" : "0" }
            }
        }
        #expect(documents.map { $0["text"] } == texts.map { $0 })
        #expect(Dictionary(uniqueKeysWithValues: coded.map { ($0["statement_id"]!, $0["agreement"]!) }) == positions)
        #expect(others.count == nothing && others.allSatisfy { $0["agreement"] == "" })
        for row in coded {
            let text = Array(texts[Int(row["document_id"]!)! - 1].unicodeScalars)
            let span = String(String.UnicodeScalarView(text[Int(row["start"]!)!..<Int(row["stop"]!)!]))
            #expect(span == row["text"])
        }
        #expect(documents[0]["date"] == "1793491200000", "1 November 2026")
    }
}

/// The elements of an XML text, by a parser that knows no more than well-formedness.
private final class XMLDocumentShape {
    private var counts: [String: Int] = [:]

    init(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        var open: [String] = []
        for tag in text.matches(of: #/<(/?)([A-Za-z]+)((?: [a-z.]+="[^"<]*")*)>/#) {
            if tag.1.isEmpty {
                open.append(String(tag.2))
                counts[String(tag.2), default: 0] += 1
            } else {
                #expect(open.popLast() == String(tag.2))
            }
        }
        #expect(open.isEmpty)
        // Nothing that looks like a tag is left over but the declaration.
        #expect(text.replacing(#/<(/?)([A-Za-z]+)((?: [a-z.]+="[^"<]*")*)>/#, with: "").count { $0 == "<" } == 1)
    }

    func count(_ name: String) -> Int { counts[name] ?? 0 }
}
