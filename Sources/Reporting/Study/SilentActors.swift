import Discourse

/// An actor that articles name and that no statement is laid to, nor made on behalf of.
struct SilentActor: Sendable {
    let actor: Actor
    let mentions: Int
    let articles: Int
    let outlets: Int
    let days: ClosedRange<Day>?

    /// Most articles first.
    static func all(in study: Study) -> [SilentActor] {
        var found: [String: [(mention: Mentioned, article: StudyArticle)]] = [:]
        for article in study.articles {
            for mention in article.mentions where !study.heard.contains(mention.actor.id) {
                found[mention.actor.id, default: []].append((mention, article))
            }
        }
        let actors = found.values.map { places in
            let days = places.compactMap(\.article.published).sorted()
            return SilentActor(
                actor: places[0].mention.actor, mentions: places.reduce(0) { $0 + $1.mention.count },
                articles: places.count, outlets: Set(places.compactMap(\.article.outlet)).count,
                days: days.first.map { $0...days[days.count - 1] })
        }
        return actors.sorted {
            if $0.articles != $1.articles { return $0.articles > $1.articles }
            if $0.mentions != $1.mentions { return $0.mentions > $1.mentions }
            return $0.actor.id.utf8.lexicographicallyPrecedes($1.actor.id.utf8)
        }
    }

    static let columns: [Column<SilentActor>] = [
        Column("actor_id", .string, "Short stable name of the actor.", .key) { .text($0.actor.id) },
        Column("actor_name", .string, "Name of the actor.", .required) { .text($0.actor.name) },
        Column("actor_kind", .string, "What the actor is.", .among(Actor.Kind.allCases.map(\.rawValue))) {
            .text($0.actor.kind.rawValue)
        },
        Column("country", .string, "Country of the actor, ISO 3166-1 alpha-3.") { .text($0.actor.country) },
        Column("n_mentions", .integer, "How often articles name the actor.", .count) { .integer($0.mentions) },
        Column("n_articles", .integer, "Articles that name the actor.", .count) { .integer($0.articles) },
        Column("n_outlets", .integer, "Outlets of those articles.", .count) { .integer($0.outlets) },
        Column("first_date", .date, "Day of the first of those articles.") { .day($0.days?.lowerBound) },
        Column("last_date", .date, "Day of the last of them.") { .day($0.days?.upperBound) },
    ]
}
