import Discourse
import TextFiles

/// The tables of a roster, read and checked against one another.
struct RosterTables {
    let persons: [Roster.Person]
    let organizations: [Roster.Organization]
    let countries: [Roster.Country]
    let memberships: [Roster.Membership]
    let roles: [Roster.Role]
    let titles: [Roster.Title]
    let institutions: [Roster.Institution]
    let words: CastWords
    let organizationOfID: [String: Int]
    let countryOfISO: [String: Int]

    init(_ source: RosterSource) throws {
        try source.requireTables()
        let countryTable = try source.rows(.countries)
        let organizationTable = try source.rows(.organizations)
        let personTable = try source.rows(.persons)
        let roleTable = try source.rows(.roles)
        words = try CastWords(source)

        countryOfISO = try RosterTables.index(countryTable, by: "iso3")
        organizationOfID = try RosterTables.index(organizationTable, by: "id")
        let personOfID = try RosterTables.index(personTable, by: "id")
        let ids = References(country: countryOfISO, organization: organizationOfID, person: personOfID)
        for row in personTable where organizationOfID[try row.required("id")] != nil {
            throw row.error("id '\(try row.required("id"))' is an organization's already")
        }

        countries = try countryTable.map { try RosterTables.country($0, ids) }
        organizations = try organizationTable.map { try RosterTables.organization($0, ids) }
        let common = words.commonSurnames
        persons = try personTable.map { try RosterTables.person($0, ids, common: common) }
        let roles = try roleTable.map(RosterTables.role)
        self.roles = roles
        titles = try source.rows(.titles).map {
            Roster.Title(phrase: try $0.required("phrase"), gender: try RosterTables.gender($0))
        }
        institutions = try source.rows(.institutions).map {
            Roster.Institution(
                phrase: try $0.required("phrase"), sector: try $0.required("sector"), name: try $0.required("name"))
        }
        // A canonical role is best described by the row that is spelled like it.
        let roleOfName = Dictionary(
            roles.indices.map { (roles[$0].role, $0) },
            uniquingKeysWith: { roles[$1].phrase == roles[$1].role ? $1 : $0 })
        memberships = try source.rows(.memberships).map { try RosterTables.membership($0, ids, roleOfName: roleOfName) }
    }
}

// MARK: - Tables

extension RosterTables {
    private struct References {
        let country: [String: Int]
        let organization: [String: Int]
        let person: [String: Int]
    }

    /// The row number of each value of a column, in which none may repeat.
    private static func index(_ rows: [TextTable.Row], by column: String) throws -> [String: Int] {
        var index: [String: Int] = [:]
        for (number, row) in rows.enumerated() {
            let value = try row.required(column)
            guard !value.isEmpty else { throw row.error("column '\(column)' is empty") }
            guard index.updateValue(number, forKey: value) == nil else {
                throw row.error("\(column) '\(value)' stands twice")
            }
        }
        return index
    }
}

// MARK: - Rows

extension RosterTables {
    private static func country(_ row: TextTable.Row, _ ids: References) throws -> Roster.Country {
        Roster.Country(
            iso3: try row.required("iso3"), name: try row.required("name"), aliases: try list(row, "aliases"),
            demonyms: try list(row, "demonyms"), capitals: try list(row, "capital"),
            government: try reference(row, "government", in: ids.organization))
    }

    private static func organization(_ row: TextTable.Row, _ ids: References) throws -> Roster.Organization {
        guard let kind = Actor.Kind(rawValue: try row.required("kind")), kind != .person else {
            throw row.error("kind '\(try row.required("kind"))' is not government, organization or group")
        }
        let country = try optionalReference(row, "country", in: ids.country)
        return Roster.Organization(
            actor: Actor(
                id: try row.required("id"), name: try row.required("name"), kind: kind,
                country: try optional(row, "country"), wikidata: try wikidata(row)),
            aliases: try list(row, "aliases"), metonyms: try list(row, "metonyms"), sector: try row.required("sector"),
            country: country)
    }

    private static func person(
        _ row: TextTable.Row, _ ids: References, common: Set<WordKey>
    ) throws -> Roster.Person {
        let name = try row.required("name")
        let aliases = try list(row, "aliases")
        let family = try row.required("family_name")
        _ = try optionalReference(row, "country", in: ids.country)
        let familyWords = MentionTable.words(family)
        let isFamilyFirst = familyWords.first.map { WordKey($0) } == MentionTable.words(name).first.map { WordKey($0) }
        let familyKeys =
            MentionTable.familyKeys(family)
            + (isFamilyFirst
                ? [] : aliases.filter { MentionTable.words($0).count > 1 }.flatMap(MentionTable.familyKeys))
        return Roster.Person(
            actor: Actor(
                id: try row.required("id"), name: name, kind: .person, country: try optional(row, "country"),
                wikidata: try wikidata(row)),
            aliases: aliases, gender: try gender(row), nameKeys: MentionTable.keys(name), familyKeys: familyKeys,
            isKnownByFamilyName: !familyWords.isEmpty && !common.contains(WordKey(familyWords[familyWords.count - 1])))
    }

    private static func role(_ row: TextTable.Row) throws -> Roster.Role {
        Roster.Role(
            phrase: try row.required("phrase"), role: try row.required("role"),
            kind: Roster.Role.Kind(name: try row.required("kind")), gender: try gender(row))
    }

    private static func membership(
        _ row: TextTable.Row, _ ids: References, roleOfName: [String: Int]
    ) throws -> Roster.Membership {
        let (start, end) = (try day(row, "start"), try day(row, "end"))
        if let start, let end, end < start { throw row.error("ends on \(end), before it starts on \(start)") }
        return Roster.Membership(
            person: try reference(row, "person_id", in: ids.person),
            organization: try reference(row, "organization_id", in: ids.organization),
            role: try reference(row, "role", in: roleOfName), start: start, end: end,
            onBehalfOf: try optionalReference(row, "on_behalf_of", in: ids.organization))
    }
}

// MARK: - Cells

extension RosterTables {
    private static func optional(_ row: TextTable.Row, _ column: String) throws -> String? {
        let cell = try row.required(column)
        return cell.isEmpty ? nil : cell
    }

    private static func list(_ row: TextTable.Row, _ column: String) throws -> [String] {
        let cell = try row.required(column)
        guard !cell.isEmpty else { return [] }
        let parts = cell.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard !parts.contains("") else { throw row.error("column '\(column)' has an empty entry") }
        return parts
    }

    private static func reference(_ row: TextTable.Row, _ column: String, in index: [String: Int]) throws -> Int {
        let id = try row.required(column)
        guard let found = index[id] else { throw row.error("\(column) '\(id)' is not known") }
        return found
    }

    private static func optionalReference(
        _ row: TextTable.Row, _ column: String, in index: [String: Int]
    ) throws -> Int? {
        try row.required(column).isEmpty ? nil : try reference(row, column, in: index)
    }

    private static func day(_ row: TextTable.Row, _ column: String) throws -> Day? {
        guard let cell = try optional(row, column) else { return nil }
        guard cell.utf8.count == 10, let day = Day(cell) else {
            throw row.error("column '\(column)' holds '\(cell)', not a day such as 2026-11-24")
        }
        return day
    }

    private static func gender(_ row: TextTable.Row) throws -> Roster.Gender? {
        guard let cell = try optional(row, "gender") else { return nil }
        guard let gender = Roster.Gender(rawValue: cell) else {
            throw row.error("gender '\(cell)' is not f, m or empty")
        }
        return gender
    }

    private static func wikidata(_ row: TextTable.Row) throws -> String? {
        guard let cell = try optional(row, "wikidata") else { return nil }
        guard cell.utf8.first == UInt8(ascii: "Q"), cell.utf8.count > 1,
            cell.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
        else { throw row.error("wikidata '\(cell)' is not a Q followed by digits") }
        return cell
    }
}
