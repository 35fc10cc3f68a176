import Discourse
import TextFiles

/// Words that tell where names start and end, what they name, and what descriptions are about.
struct CastWords: Sendable {
    /// Goes on inside a name: *al*, *bin*, *von*.
    let particles: Set<WordKey>
    /// Ends a name: *Jr.*
    let suffixes: Set<WordKey>
    /// May stand between a body and a role: *Hamas senior official*.
    let ranks: Set<WordKey>
    /// Never part of a name.
    let functions: Set<WordKey>
    /// A capitalised run with one of these names a body.
    let organizationWords: Set<WordKey>
    /// A capitalised run with one of these names a place, a day, a treaty.
    let placeWords: Set<WordKey>
    let givenNames: [WordKey: Roster.Gender]
    /// Family names that name nobody by themselves.
    let commonSurnames: Set<WordKey>
    /// Plural nouns without a plural ending.
    let plurals: Set<WordKey>
    /// *group*, *movement*: stand for an organization named before.
    let bodies: Set<WordKey>
    /// *statement*, *letter*: speak for whoever issued them.
    let documents: Set<WordKey>
    /// Nouns for people and bodies whose endings do not say so.
    let speakers: Set<WordKey>
    /// Nouns that end as those for people do and name none: *numbers*.
    let things: Set<WordKey>

    init(_ source: RosterSource) throws {
        let words = try CastWords.classes(source.rows(.nameWords), class: "class")
        func known(_ table: [String: Set<WordKey>], _ name: String) -> Set<WordKey> { table[name] ?? [] }
        particles = known(words, "particle")
        suffixes = known(words, "suffix")
        ranks = known(words, "rank")
        functions = known(words, "function")
        organizationWords = known(words, "organization")
        placeWords = known(words, "place")
        let people = try CastWords.classes(source.rows(.people), class: "kind")
        plurals = known(people, "plural")
        bodies = known(people, "organization")
        documents = known(people, "document")
        speakers = known(people, "speaker").union(plurals).union(bodies)
        things = known(people, "thing")
        commonSurnames = Set(
            try source.rows(.commonSurnames).map { WordKey(try $0.required("name")) })
        givenNames = try CastWords.givenNames(source.rows(.givenNames))
    }

    private static func classes(_ rows: [TextTable.Row], class column: String) throws -> [String: Set<WordKey>] {
        var classes: [String: Set<WordKey>] = [:]
        for row in rows {
            classes[try row.required(column), default: []].insert(WordKey(try row.required("word")))
        }
        return classes
    }

    private static func givenNames(_ rows: [TextTable.Row]) throws -> [WordKey: Roster.Gender] {
        var names: [WordKey: Roster.Gender] = [:]
        for row in rows {
            guard let gender = Roster.Gender(rawValue: try row.required("gender")) else {
                throw row.error("gender '\(try row.required("gender"))' is not f or m")
            }
            names[WordKey(try row.required("name"))] = gender
        }
        return names
    }
}
