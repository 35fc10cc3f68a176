import Discourse
import TextFiles

// Names that mean two actors, or the same one twice.

extension RosterCheck.Run {
    /// A name as it stands in a row, and whom it means.
    private struct Use {
        let name: String
        let row: TextTable.Row
        let actor: String
    }

    mutating func names() {
        var uses: [String: Use] = [:]
        for row in rows(.countries) {
            // A country's names mean its government; its people and capital are other words.
            add(names(row, ["name", "aliases"]), row, actor: row["government"]!, to: &uses)
        }
        for row in rows(.organizations) {
            let own = names(row, ["name", "aliases", "metonyms"])
            add(own, row, actor: row["id"]!, to: &uses)
        }
        for row in rows(.persons) { add(names(row, ["name", "aliases"]), row, actor: row["id"]!, to: &uses) }
        capitals(uses)
        items()
    }

    private func names(_ row: TextTable.Row, _ columns: [String]) -> [String] {
        columns.flatMap { row[$0]!.split(separator: "|").map(String.init) }
    }

    /// Names are the same when the words are: `U.S.` and `US` are two spellings, `us` is another word.
    private mutating func add(_ names: [String], _ row: TextTable.Row, actor: String, to uses: inout [String: Use]) {
        var own: Set<String> = []
        for name in names {
            guard own.insert(name).inserted else {
                found(row, "'\(name)' stands twice in this row")
                continue
            }
            if let other = uses[name], other.actor != actor {
                found(row, "'\(name)' is also a name of '\(other.actor)' (\(other.row.path):\(other.row.line))")
            } else {
                uses[name] = Use(name: name, row: row, actor: actor)
            }
        }
    }

    /// A capital is the capital of one state, and stands for nobody else.
    private mutating func capitals(_ uses: [String: Use]) {
        var states: [String: String] = [:]
        for row in rows(.countries) {
            for capital in names(row, ["capital"]) {
                if let other = states.updateValue(row["iso3"]!, forKey: capital) {
                    found(row, "'\(capital)' is also the capital of \(other)")
                }
                if let other = uses[capital], other.actor != row["government"]! {
                    found(row, "'\(capital)' is also a name of '\(other.actor)' (\(other.row.path):\(other.row.line))")
                }
            }
        }
    }

    /// A Wikidata item is one actor.
    private mutating func items() {
        var owners: [String: String] = [:]
        for row in rows(.organizations) + rows(.persons) where !row["wikidata"]!.isEmpty {
            if let other = owners.updateValue(row["id"]!, forKey: row["wikidata"]!) {
                found(row, "wikidata '\(row["wikidata"]!)' is also that of '\(other)'")
            }
        }
    }
}
