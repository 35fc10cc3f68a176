import Discourse
import TextFiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Looks through the tables of a roster for whatever is surely or probably a mistake.
///
///     RosterCheck(folder: "Lexicons/actors").findings   // [FileError], empty for a clean roster
///
/// Found are: tables that cannot be read, keys that stand twice, references to no row, codes that are unknown
/// (ISO 3166-1, sectors, PLOVER), days that are none or impossible, two people in one office at a time, and
/// names that mean two actors.
public struct RosterCheck: Sendable {
    /// In the order of files and lines.
    public let findings: [FileError]

    /// - Parameters:
    ///   - folder: A whole roster, or any of its tables when `shipped` is given.
    ///   - shipped: The roster that `folder` is laid over.
    public init(folder: String, over shipped: String? = nil) {
        let folders = (shipped.map { [$0] } ?? []) + [folder]
        var check = Run(source: RosterSource(folders: folders))
        check.all()
        findings = check.findings.sorted {
            ($0.path, $0.line ?? 0, $0.reason) < ($1.path, $1.line ?? 0, $1.reason)
        }
    }

    /// Whether a folder has every table, so that it stands by itself.
    public static func isWhole(_ folder: String) -> Bool {
        RosterSource.Table.all.allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0.name).tsv") }
    }
}

extension RosterCheck {
    /// One walk through all tables.
    struct Run {
        let source: RosterSource
        private(set) var findings: [FileError] = []
        private var tables: [String: [TextTable.Row]] = [:]

        init(source: RosterSource) { self.source = source }

        mutating func all() {
            do {
                try source.requireTables()
                for table in RosterSource.Table.all { read(table) }
                // What cannot be read is reported by itself; the rest would only be echoes of it.
                guard findings.isEmpty else { return }
                codes()
                references()
                classes()
                names()
                days()
                // The loader sees the tables as the analysis does.
                if findings.isEmpty { _ = try RosterTables(source) }
            } catch let error as FileError {
                findings.append(error)
            } catch {
                findings.append(FileError(path: source.folders.last!, reason: "\(error)"))
            }
        }

        mutating func found(_ row: TextTable.Row, _ reason: String) { findings.append(row.error(reason)) }

        func rows(_ table: RosterSource.Table) -> [TextTable.Row] { tables[table.name] ?? [] }

        private mutating func read(_ table: RosterSource.Table) {
            do {
                tables[table.name] = try source.rows(table)
            } catch let error as FileError {
                findings.append(error)
            } catch {
                findings.append(FileError(path: "\(table.name).tsv", reason: "\(error)"))
            }
        }
    }
}

// MARK: - Codes and references

extension RosterCheck.Run {
    private mutating func codes() {
        for row in rows(.countries) where !ISO3166.alpha3.contains(row["iso3"]!) {
            found(row, "iso3 '\(row["iso3"]!)' is no code of ISO 3166-1")
        }
        let plover = Set("COP GOV IGO JUD LEG MED MIL NGO OPP PTY REB SPY".split(separator: " ").map(String.init))
        for row in rows(.sectors) where !plover.contains(row["plover"]!) {
            found(row, "plover '\(row["plover"]!)' is none of \(plover.sorted().joined(separator: ", "))")
        }
        let sectors = Set(rows(.sectors).map { $0["sector"]! })
        for row in rows(.organizations) + rows(.institutions) where !sectors.contains(row["sector"]!) {
            found(row, "sector '\(row["sector"]!)' is not in sectors.tsv")
        }
        for table in [RosterSource.Table.organizations, .persons] {
            for row in rows(table) where !isWikidata(row["wikidata"]!) {
                found(row, "wikidata '\(row["wikidata"]!)' is not a Q followed by digits")
            }
        }
    }

    private func isWikidata(_ cell: String) -> Bool {
        cell.isEmpty
            || cell.utf8.first == UInt8(ascii: "Q") && cell.utf8.count > 1
                && cell.utf8.dropFirst().allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }

    private mutating func references() {
        let countries = Set(rows(.countries).map { $0["iso3"]! })
        let organizations = Set(rows(.organizations).map { $0["id"]! })
        let persons = Set(rows(.persons).map { $0["id"]! })
        let roles = Set(rows(.roles).map { $0["role"]! })
        require(.countries, "government", in: organizations)
        require(.organizations, "country", in: countries.union([""]))
        require(.persons, "country", in: countries.union([""]))
        require(.memberships, "person_id", in: persons)
        require(.memberships, "organization_id", in: organizations)
        require(.memberships, "role", in: roles)
        require(.memberships, "on_behalf_of", in: organizations.union([""]))
        for row in rows(.persons) where organizations.contains(row["id"]!) {
            found(row, "id '\(row["id"]!)' is an organization's already")
        }
        for row in rows(.persons) + rows(.organizations) where Slug.of(row["id"]!) != row["id"]! {
            found(row, "id '\(row["id"]!)' is not lower case letters, digits and hyphens")
        }
    }

    private mutating func require(_ table: RosterSource.Table, _ column: String, in known: Set<String>) {
        for row in rows(table) where !known.contains(row[column]!) {
            found(row, "\(column) '\(row[column]!)' is not known")
        }
    }

    private mutating func classes() {
        let genders: Set<String> = ["f", "m", ""]
        for table in [RosterSource.Table.persons, .roles, .titles] { require(table, "gender", in: genders) }
        require(.givenNames, "gender", in: ["f", "m"])
        require(.people, "kind", in: ["plural", "organization", "document", "speaker", "thing"])
        require(.nameWords, "class", in: ["particle", "suffix", "rank", "function", "organization", "place"])
        require(.organizations, "kind", in: ["government", "organization", "group"])
    }
}
