import Discourse
import TextFiles

/// Which parties belong to which conflict, as a user wrote it down.
///
/// A tab-separated file with the columns `conflict` and `party`; a party is the id of an actor or a country's
/// ISO 3166-1 alpha-3 code, and may stand in several conflicts.
///
/// An article is about the conflict whose parties make most of its statements: a minister of a country that is
/// party to two wars speaks of the one whose other parties speak beside him. A draw decides nothing.
public struct ConflictTable: Sendable {
    private let conflictsOfParty: [String: [String]]

    /// - Throws: `FileError` with the line that lacks a cell.
    public init(path: String) throws {
        try self.init(TextTable(path: path))
    }

    init(_ table: TextTable) throws {
        var conflicts: [String: [String]] = [:]
        for row in table.rows {
            let (conflict, party) = (try row.required("conflict"), try row.required("party"))
            guard !conflict.isEmpty, !party.isEmpty else { throw row.error("needs a conflict and a party") }
            if conflicts[party]?.contains(conflict) ?? false { throw row.error("stands twice") }
            conflicts[party, default: []].append(conflict)
        }
        conflictsOfParty = conflicts
    }

    /// The conflict that an article with these statements is about; nil for none, or for a draw.
    func conflict(of entries: [TallyEntry]) -> String? {
        var votes: [String: Int] = [:]
        for entry in entries {
            for conflict in conflicts(of: entry) { votes[conflict, default: 0] += 1 }
        }
        guard let most = votes.values.max() else { return nil }
        let first = votes.filter { $0.value == most }.keys
        return first.count == 1 ? first.first : nil
    }

    /// The actor decides, or else the one it speaks for, or else their country.
    private func conflicts(of entry: TallyEntry) -> [String] {
        let keys = [entry.actor.id, entry.principal?.id, entry.actor.country, entry.principal?.country]
        return keys.compactMap(\.self).lazy.compactMap { conflictsOfParty[$0] }.first ?? []
    }
}
