import Discourse

/// Who speaks in the news: people, bodies, states, their offices and the words that stand for them.
///
///     let roster = try Roster(folder: "Lexicons/actors")
///     roster.actor(id: "united-nations")?.name   // United Nations
///
/// The tables are Popolo-shaped: persons and organizations, joined by memberships that hold a role
/// between two days and may say for whom a person speaks.
public struct Roster: Sendable {
    let persons: [Person]
    let organizations: [Organization]
    let countries: [Country]
    let memberships: [Membership]
    let roles: [Role]
    let titles: [Title]
    let institutions: [Institution]
    let words: CastWords
    /// All names, roles and titles, for look-up by their words.
    let phrases: MentionTable
    /// Persons by a word that articles call them by after the first mention.
    let families: [WordKey: [Int]]
    /// Memberships of each person, as indices.
    let membershipsOfPerson: [[Int]]
    let organizationOfID: [String: Int]
    private let countryOfISO: [String: Int]
    private let organizationsOfSector: [Sector: [Int]]

    /// Reads and checks the tables of a folder.
    ///
    /// - Parameter additions: A folder with any of the tables; its rows take the place of those with the same key, or
    ///   are added.
    /// - Throws: `FileError` with the line of the first row that repeats an id, names a person, body,
    ///   country or role that no table has, or holds something that is no day or no known kind.
    public init(folder: String, additions: String? = nil) throws {
        let tables = try RosterTables(RosterSource(folders: [folder] + (additions.map { [$0] } ?? [])))
        (persons, organizations, countries) = (tables.persons, tables.organizations, tables.countries)
        (memberships, roles, titles) = (tables.memberships, tables.roles, tables.titles)
        (institutions, words) = (tables.institutions, tables.words)
        phrases = MentionTable(tables)
        families = Roster.families(of: tables.persons, words: tables.words)
        organizationOfID = tables.organizationOfID
        countryOfISO = tables.countryOfISO
        var ofPerson = [[Int]](repeating: [], count: tables.persons.count)
        for (index, membership) in tables.memberships.enumerated() { ofPerson[membership.person].append(index) }
        membershipsOfPerson = ofPerson
        organizationsOfSector = Dictionary(
            grouping: tables.organizations.indices,
            by: { Sector(name: tables.organizations[$0].sector, country: tables.organizations[$0].country) })
    }

    /// All persons and organizations, sorted by id.
    public var actors: [Actor] { (persons.map(\.actor) + organizations.map(\.actor)).sorted { $0.id < $1.id } }

    /// The person or organization of an id.
    public func actor(id: String) -> Actor? {
        if let index = organizationOfID[id] { return organizations[index].actor }
        return persons.first { $0.actor.id == id }?.actor
    }
}

extension Roster {
    private struct Sector: Hashable {
        let name: String
        let country: Int?
    }

    /// Indexes each person under the words that stand for the family name in any spelling.
    private static func families(of persons: [Person], words: CastWords) -> [WordKey: [Int]] {
        var families: [WordKey: [Int]] = [:]
        for (index, person) in persons.enumerated() {
            for key in Set(person.familyKeys).sorted() where !words.suffixes.contains(key) {
                families[key, default: []].append(index)
            }
        }
        return families
    }
}

// MARK: - Questions

extension Roster {
    /// The one organization of a sector in a country; nil for none or several.
    func organization(sector: String, country: Int) -> Int? {
        if sector == "executive" { return countries[country].government }
        let found = organizationsOfSector[Sector(name: sector, country: country)] ?? []
        return found.count == 1 ? found[0] : nil
    }

    /// The country of a person or organization.
    func country(ofPerson person: Int) -> Int? { persons[person].actor.country.flatMap { countryOfISO[$0] } }

    /// Whether a membership holds on a day; an open end counts as holding, and so does an unknown day.
    func holds(_ membership: Membership, on day: Day?) -> Bool {
        guard let day else { return true }
        return (membership.start.map { $0 <= day } ?? true) && (membership.end.map { day < $0 } ?? true)
    }

    /// The persons who hold a kind of role in a country or body on a day, without repeats; on no day, all who ever did.
    func holders(of kind: Role.Kind, country: Int?, organization: Int?, on day: Day?) -> [Int] {
        var found: [Int] = []
        for membership in memberships where membership.role.map({ roles[$0].kind == kind }) ?? false {
            guard holds(membership, on: day), membership.start != nil || membership.end != nil else { continue }
            let body = organizations[membership.organization]
            let fits = organization.map { $0 == membership.organization } ?? false
            guard fits || (country != nil && body.country == country) else { continue }
            if !found.contains(membership.person) { found.append(membership.person) }
        }
        return found
    }

    /// The body a person speaks for on a day, when the memberships leave no doubt.
    ///
    /// - Parameter body: What the article says the person belongs to; it decides between several.
    func principal(of person: Int, on day: Day?, body: Int?) -> Int? {
        let held = membershipsOfPerson[person].map { memberships[$0] }.filter { holds($0, on: day) }
        let principals = held.compactMap(\.onBehalfOf)
        if let body, principals.contains(body) { return body }
        return Set(principals).count == 1 ? principals[0] : nil
    }
}
