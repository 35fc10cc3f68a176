import Discourse
import Foundation
import Testing
import TextFiles

@testable import Attribution

@Suite struct RosterTests {
    @Test func `the project's roster loads and knows the world's states`() throws {
        let roster = try Roster(folder: InventedRoster.lexicons)
        #expect(roster.countries.count == 197)
        #expect(roster.actors.count >= 500)
        #expect(roster.actor(id: "united-nations")?.kind == .organization)
        #expect(roster.countries.allSatisfy { !$0.demonyms.isEmpty })
    }

    @Test(arguments: [
        "common_surnames", "countries", "given_names", "institutions", "memberships", "name_words", "organizations",
        "people", "persons", "roles", "sectors", "titles",
    ])
    func `every table says what it is and is sorted`(name: String) throws {
        let path = "\(InventedRoster.lexicons)/\(name).tsv"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.hasPrefix("# "))
        #expect(text.contains("# Licence: "))
        let rows = try TextTable(path: path).rows.map { $0.cells.map { Array($0.unicodeScalars.map(\.value)) } }
        for (row, next) in zip(rows, rows.dropFirst()) {
            #expect(row.lexicographicallyPrecedes(next) { $0.lexicographicallyPrecedes($1) }, "\(name): \(next)")
        }
    }

    @Test func `ids are slugs, and a person's is the slug of the name`() throws {
        let roster = try Roster(folder: InventedRoster.lexicons)
        for actor in roster.actors { #expect(Slug.of(actor.id) == actor.id) }
        for person in roster.persons { #expect(Slug.of(person.actor.name) == person.actor.id) }
    }

    @Test(arguments: [
        (
            "persons", "ada-brill,Ada Brill,Brill,,NRL,f,|ada-brill,Ada Two,Two,,NRL,f,", 4,
            "id 'ada-brill' stands twice"
        ),
        ("persons", "ada-brill,Ada Brill,Brill,,XXX,f,", 3, "country 'XXX' is not known"),
        ("persons", "ada-brill,Ada Brill,Brill,,NRL,x,", 3, "gender 'x' is not f, m or empty"),
        ("persons", "ada-brill,Ada Brill,Brill,,NRL,f,12", 3, "wikidata '12' is not a Q followed by digits"),
        ("persons", "norland,Nor Land,Land,,NRL,f,", 3, "id 'norland' is an organization's already"),
        ("memberships", "nobody,norland,president,,,", 3, "person_id 'nobody' is not known"),
        ("memberships", "ada-brill,nowhere,president,,,", 3, "organization_id 'nowhere' is not known"),
        ("memberships", "ada-brill,norland,wizard,,,", 3, "role 'wizard' is not known"),
        (
            "memberships", "ada-brill,norland,president,2023-02-30,,", 3,
            "column 'start' holds '2023-02-30', not a day such as 2026-11-24"
        ),
        (
            "memberships", "ada-brill,norland,president,2023-02-03,2022-02-03,", 3,
            "ends on 2022-02-03, before it starts on 2023-02-03"
        ),
        ("memberships", "ada-brill,norland,president,,,nowhere", 3, "on_behalf_of 'nowhere' is not known"),
        ("countries", "NRL,Norland,,Norlandic,Vastby,nowhere", 3, "government 'nowhere' is not known"),
    ])
    func `a bad row is named with its line`(table: String, rows: String, line: Int, reason: String) throws {
        let header = InventedRoster.tables[table]!.split(separator: "\n")[1].replacingOccurrences(of: "\t", with: ",")
        var text = InventedRoster.table(header)
        for row in rows.split(separator: "|") { text += row.replacingOccurrences(of: ",", with: "\t") + "\n" }
        let folder = try InventedRoster.folder([table: text])
        #expect(throws: FileError(path: "\(folder)/\(table).tsv", line: line, reason: reason)) {
            try Roster(folder: folder)
        }
    }

    @Test func `an unknown column and a missing one are errors at the header`() throws {
        let extra = try InventedRoster.folder(["titles": "phrase\tgender\tkind\tmood\n"])
        #expect(throws: FileError(path: "\(extra)/titles.tsv", line: 1, reason: "has an unknown column 'mood'")) {
            try Roster(folder: extra)
        }
        let missing = try InventedRoster.folder(["titles": "# comment\nphrase\tgender\n"])
        #expect(throws: FileError(path: "\(missing)/titles.tsv", line: 2, reason: "has no column 'kind'")) {
            try Roster(folder: missing)
        }
    }

    @Test func `who holds an office depends on the day`() throws {
        let roster = InventedRoster.roster
        let sudria = try #require(roster.countries.firstIndex { $0.iso3 == "SDR" })
        func minister(_ day: String) -> [String] {
            roster.holders(of: .init(name: "foreign_minister"), country: sudria, organization: nil, on: Day(day)!)
                .map { roster.persons[$0].actor.id }
        }
        #expect(minister("2015-06-01") == ["oto-zabel"])
        #expect(minister("2020-01-01") == ["tomas-reker"])
        #expect(minister("2009-12-31") == [])
    }

    @Test func `a spokesperson speaks for the body only while in office`() throws {
        let roster = InventedRoster.roster
        let moss = try #require(roster.persons.firstIndex { $0.actor.id == "ilka-moss" })
        func principal(_ day: String?) -> String? {
            roster.principal(of: moss, on: day.flatMap { Day($0) }, body: nil).map { roster.organizations[$0].actor.id }
        }
        #expect(principal("2022-01-01") == "hill-house")
        #expect(principal("2023-05-01") == nil)
        #expect(principal(nil) == "hill-house")
    }

    // MARK: A user's tables over the shipped ones

    /// A folder with these tables and no others.
    private func additions(_ tables: [String: [String]]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "additions-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, rows) in tables {
            let text = rows.map { $0.replacingOccurrences(of: ",", with: "\t") + "\n" }.joined()
            try text.write(toFile: "\(folder)/\(name).tsv", atomically: true, encoding: .utf8)
        }
        return folder
    }

    @Test func `rows of a user's tables are added, or replace those with the same key`() throws {
        let additions = try additions([
            "persons": [
                "id,name,family_name,aliases,country,gender,wikidata", "ada-brill,Ada Brill,Brill,Adele Brill,NRL,f,",
                "nia-lund,Nia Lund,Lund,,SDR,f,",
            ],
            "memberships": [
                "person_id,organization_id,role,start,end,on_behalf_of",
                "nia-lund,sudria,foreign minister,2024-01-01,,",
                "tomas-reker,sudria,foreign minister,2020-01-01,2024-01-01,",
            ],
        ])
        let roster = try Roster(folder: InventedRoster.folder(), additions: additions)
        #expect(roster.actors.count == InventedRoster.roster.actors.count + 1)
        #expect(roster.persons.first { $0.actor.id == "ada-brill" }?.aliases == ["Adele Brill"])
        #expect(roster.memberships.count == InventedRoster.roster.memberships.count + 1)
        let sudria = try #require(roster.countries.firstIndex { $0.iso3 == "SDR" })
        func minister(_ day: String) -> [String] {
            roster.holders(of: .foreignMinister, country: sudria, organization: nil, on: Day(day)!)
                .map { roster.persons[$0].actor.id }
        }
        #expect(minister("2023-12-31") == ["tomas-reker"])
        #expect(minister("2024-06-01") == ["nia-lund"])
    }

    @Test func `an error in a user's table names that table`() throws {
        let bad = try additions([
            "memberships": ["person_id,organization_id,role,start,end,on_behalf_of", "nobody,sudria,president,,,"]
        ])
        #expect(throws: FileError(path: "\(bad)/memberships.tsv", line: 2, reason: "person_id 'nobody' is not known")) {
            try Roster(folder: InventedRoster.folder(), additions: bad)
        }
        let twice = try additions(["titles": ["phrase,gender,kind", "reeve,,civil", "reeve,m,civil"]])
        #expect(throws: FileError(path: "\(twice)/titles.tsv", line: 3, reason: "phrase 'reeve' stands twice")) {
            try Roster(folder: InventedRoster.folder(), additions: twice)
        }
        let empty = try additions([:])
        #expect(throws: FileError.self) { try Roster(folder: InventedRoster.folder(), additions: empty) }
    }
}
