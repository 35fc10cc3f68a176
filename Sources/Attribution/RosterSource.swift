import Discourse
import TextFiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The files of a roster: one folder with all tables, and folders with any of them that are laid over it.
///
/// A row of a later folder takes the place of the row with the same key; any other row is added.
struct RosterSource {
    let folders: [String]

    /// A table: its name without `.tsv`, its columns, and those that together name a row.
    struct Table: Sendable {
        let name: String
        let columns: [String]
        let key: [String]

        static let countries = Table("countries", "iso3 name aliases demonyms capital government", key: "iso3")
        static let organizations = Table(
            "organizations", "id name kind aliases country sector wikidata metonyms", key: "id")
        static let persons = Table("persons", "id name family_name aliases country gender wikidata", key: "id")
        static let memberships = Table(
            "memberships", "person_id organization_id role start end on_behalf_of",
            key: "person_id organization_id role start")
        static let roles = Table("roles", "phrase role kind gender", key: "phrase")
        static let titles = Table("titles", "phrase gender kind", key: "phrase")
        static let institutions = Table("institutions", "phrase sector name", key: "phrase")
        static let sectors = Table("sectors", "sector plover", key: "sector")
        static let nameWords = Table("name_words", "word class", key: "word class")
        static let people = Table("people", "word kind", key: "word")
        static let commonSurnames = Table("common_surnames", "name", key: "name")
        static let givenNames = Table("given_names", "name gender", key: "name")

        static let all = [
            countries, organizations, persons, memberships, roles, titles, institutions, sectors, nameWords, people,
            commonSurnames, givenNames,
        ]

        private init(_ name: String, _ columns: String, key: String) {
            func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
            (self.name, self.columns, self.key) = (name, words(columns), words(key))
        }
    }

    /// The rows of a table; in a folder beyond the first the file may be missing.
    ///
    /// - Throws: `FileError` for a file that cannot be read, has a column too many or too few, or repeats a key.
    func rows(_ table: Table) throws -> [TextTable.Row] {
        var rows: [TextTable.Row] = []
        var place: [[String]: Int] = [:]
        for (number, folder) in folders.enumerated() {
            let path = "\(folder)/\(table.name).tsv"
            if number > 0, !FileManager.default.fileExists(atPath: path) { continue }
            var seen: Set<[String]> = []
            for row in try RosterSource.checked(path, table.columns).rows {
                let key = try table.key.map { try row.required($0) }
                guard seen.insert(key).inserted else { throw row.error(RosterSource.repeats(table, key)) }
                if let old = place[key] {
                    rows[old] = row
                } else {
                    place[key] = rows.count
                    rows.append(row)
                }
            }
        }
        return rows
    }

    static func repeats(_ table: Table, _ key: [String]) -> String {
        "\(table.key.joined(separator: ", ")) '\(key.joined(separator: ", "))' stands twice"
    }

    /// Reads a table that has these columns and no others.
    static func checked(_ path: String, _ columns: [String]) throws -> TextTable {
        let table = try TextTable(path: path)
        for column in table.columns where !columns.contains(column) {
            throw FileError(path: path, line: table.headerLine, reason: "has an unknown column '\(column)'")
        }
        for column in columns where !table.columns.contains(column) {
            throw FileError(path: path, line: table.headerLine, reason: "has no column '\(column)'")
        }
        return table
    }

    /// - Throws: `FileError` for a folder that is none, or holds no table of a roster.
    func requireTables() throws {
        for folder in folders {
            let hasTable = Table.all.contains { FileManager.default.fileExists(atPath: "\(folder)/\($0.name).tsv") }
            guard hasTable else {
                let names = Table.all.map(\.name).joined(separator: ", ")
                throw FileError(path: folder, reason: "holds none of the tables of a roster (\(names), each .tsv)")
            }
        }
    }
}
