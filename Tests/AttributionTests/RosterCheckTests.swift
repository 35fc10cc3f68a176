import Foundation
import Testing
import TextFiles

@testable import Attribution

@Suite struct RosterCheckTests {
    @Test func `the shipped roster is clean`() { #expect(RosterCheck(folder: InventedRoster.lexicons).findings == []) }

    /// The findings in tables of which some rows are given, with lines of the files; the codes are invented.
    private func findings(_ tables: [String: [String]]) throws -> [String] {
        var changed: [String: String] = [:]
        for (name, rows) in tables {
            changed[name] =
                InventedRoster.tables[name]! + rows.map { $0.replacingOccurrences(of: ",", with: "\t") + "\n" }.joined()
        }
        let folder = try InventedRoster.folder(changed)
        return RosterCheck(folder: folder).findings.map { String($0.description.dropFirst(folder.count + 1)) }
            .filter { !$0.contains("is no code of ISO 3166-1") || tables["countries"] != nil }
            .map { $0.replacingOccurrences(of: "(\(folder)/", with: "(") }
    }

    @Test func `a country's code is one of ISO 3166-1`() throws {
        let found = try findings(["countries": ["FRA,Fralland,,Fralish,Fral,norland"]])
        #expect(found.count == 3)
        #expect(found.allSatisfy { !$0.contains("FRA") })
        #expect(found[0] == "countries.tsv:3: iso3 'NRL' is no code of ISO 3166-1")
        #expect(ISO3166.alpha3.count == 250)
        #expect(ISO3166.alpha3.allSatisfy { $0.utf8.count == 3 && $0 == $0.uppercased() })
    }

    @Test(arguments: [
        (
            "memberships", "ilka-moss,hill-house,spokesperson,2022-01-01,,",
            "memberships.tsv:8: 'ilka-moss' is spokesperson of 'hill-house' from 2022-01-01, and 'ilka-moss' until 2023-05-01"
        ),
        (
            "memberships", "jan-holt,sudria,foreign minister,2019-06-01,2019-07-01,",
            "memberships.tsv:8: 'jan-holt' is foreign minister of 'sudria' from 2019-06-01, and 'oto-zabel' until 2020-01-01"
        ),
        (
            "memberships", "jan-holt,sudria,foreign minister,2024-06-01,,",
            "memberships.tsv:8: 'jan-holt' is foreign minister of 'sudria' from 2024-06-01, and 'tomas-reker' without an end"
        ),
        (
            "memberships", "jan-holt,sudria,president,2019-02-30,,",
            "memberships.tsv:8: column 'start' holds '2019-02-30', not a day such as 2026-11-24"
        ),
        (
            "memberships", "jan-holt,sudria,president,2020-01-01,2020-01-01,",
            "memberships.tsv:8: ends on 2020-01-01, not after it starts on 2020-01-01"
        ),
        (
            "memberships", "jan-holt,sudria,president,1719-02-20,,",
            "memberships.tsv:8: column 'start' holds '1719-02-20', which cannot be"
        ),
        ("memberships", "nobody,sudria,president,,,", "memberships.tsv:8: person_id 'nobody' is not known"),
        ("memberships", "jan-holt,nowhere,president,,,", "memberships.tsv:8: organization_id 'nowhere' is not known"),
        ("memberships", "jan-holt,sudria,wizard,,,", "memberships.tsv:8: role 'wizard' is not known"),
        (
            "memberships", "jan-holt,sudria,president,,,nowhere",
            "memberships.tsv:8: on_behalf_of 'nowhere' is not known"
        ),
        (
            "persons", "ann-vale,Ann Vale,Vale,Ada Brill,NRL,f,",
            "persons.tsv:11: 'Ada Brill' is also a name of 'ada-brill' (persons.tsv:3)"
        ),
        ("persons", "ann-vale,Ann Vale,Vale,Ann Vale,NRL,f,", "persons.tsv:11: 'Ann Vale' stands twice in this row"),
        ("persons", "ann-vale,Ann Vale,Vale,,NRL,f,Q1", "persons.tsv:11: wikidata 'Q1' is also that of 'ada-brill'"),
        ("persons", "ann-vale,Ann Vale,Vale,,XXX,f,", "persons.tsv:11: country 'XXX' is not known"),
        (
            "persons", "Ann Vale,Ann Vale,Vale,,NRL,f,",
            "persons.tsv:11: id 'Ann Vale' is not lower case letters, digits and hyphens"
        ),
        ("persons", "ada-brill,Ann Vale,Vale,,NRL,f,", "persons.tsv:11: id 'ada-brill' stands twice"),
        (
            "organizations", "band,Band,organization,,SDR,circus,,",
            "organizations.tsv:10: sector 'circus' is not in sectors.tsv"
        ),
        ("organizations", "band,Band,person,,SDR,party,,", "organizations.tsv:10: kind 'person' is not known"),
        (
            "organizations", "band,Band,organization,,SDR,party,12,",
            "organizations.tsv:10: wikidata '12' is not a Q followed by digits"
        ),
        (
            "organizations", "band,Band,organization,SDR,SDR,party,,",
            "organizations.tsv:10: 'SDR' is also a name of 'sudria' (countries.tsv:4)"
        ),
        (
            "organizations", "band,Band,organization,,SDR,party,,Vastby",
            "countries.tsv:3: 'Vastby' is also a name of 'band' (organizations.tsv:10)"
        ),
    ])
    func `a mistake is named with its line`(table: String, row: String, finding: String) throws {
        #expect(try findings([table: [row]]) == [finding])
    }

    @Test func `two may hold an office one after the other, and many an office of many`() throws {
        #expect(
            try findings([
                "memberships": [
                    "jan-holt,sudria,official,2019-06-01,,", "per-dahl,sudria,official,2019-06-01,,",
                    "jan-holt,sudria,foreign minister,2009-01-01,2010-01-01,",
                ]
            ]) == [])
    }

    @Test func `a user's tables are checked over the shipped ones`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "check-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let rows = [
            "id\tname\tkind\taliases\tcountry\tsector\twikidata\tmetonyms",
            "band\tBand\torganization\tUnited Nations\t\tcircus\t\t",
        ]
        try (rows.joined(separator: "\n") + "\n").write(
            toFile: folder + "/organizations.tsv", atomically: true, encoding: .utf8)
        #expect(!RosterCheck.isWhole(folder))
        #expect(RosterCheck.isWhole(InventedRoster.lexicons))
        let found = RosterCheck(folder: folder, over: InventedRoster.lexicons).findings
        #expect(found.count == 2)
        #expect(found.allSatisfy { $0.path == folder + "/organizations.tsv" && $0.line == 2 })
        #expect(found.first?.reason.hasPrefix("'United Nations' is also a name of 'united-nations'") ?? false)
    }
}
