import Foundation

@testable import Attribution

/// A small roster of invented states and people, beside the project's own tables of words.
enum InventedRoster {
    static let roster = try! Roster(folder: folder())

    /// The tables of the repository.
    static let lexicons = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Lexicons/actors").path

    /// A fresh folder with the tables; `changed` replaces some of them by name.
    static func folder(_ changed: [String: String] = [:]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "roster-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in [
            "roles", "titles", "institutions", "sectors", "name_words", "people", "given_names", "common_surnames",
        ] {
            try FileManager.default.copyItem(atPath: "\(lexicons)/\(name).tsv", toPath: "\(folder)/\(name).tsv")
        }
        for (name, text) in tables.merging(changed, uniquingKeysWith: { $1 }) {
            try text.write(toFile: "\(folder)/\(name).tsv", atomically: true, encoding: .utf8)
        }
        return folder
    }

    static let tables = [
        "countries": table(
            "iso3,name,aliases,demonyms,capital,government",
            "NRL,Norland,,Norlandic,Vastby,norland", "SDR,Sudria,US|SDR,Sudrian,Ostrava City,sudria",
            "WLD,Weland,,Welander,Welby,weland"),
        "organizations": table(
            "id,name,kind,aliases,country,sector,wikidata,metonyms",
            "hill-house,Hill House,organization,,NRL,executive-office,,",
            "league-of-valleys,League of Valleys,organization,LV,,international,,",
            "norland,Norland,government,,NRL,executive,,Stone Gate",
            "norland-foreign-office,Foreign Office of Norland,organization,,NRL,foreign-ministry,,",
            "river-front,River Front,organization,,SDR,armed-group,,", "sudria,Sudria,government,,SDR,executive,,",
            "weland,Weland,government,,WLD,executive,,"),
        "persons": table(
            "id,name,family_name,aliases,country,gender,wikidata",
            "ada-brill,Ada Brill,Brill,Ada Bril,NRL,f,Q1", "ilka-moss,Ilka Moss,Moss,,NRL,f,",
            "jan-holt,Jan Holt,Holt,,SDR,m,", "oto-zabel,Oto Zabel,Zabel,,SDR,m,", "per-dahl,Per Dahl,Dahl,,WLD,m,",
            "peter-holt,Peter Holt,Holt,,SDR,m,", "rurik-al-vane,Rurik al-Vane,al-Vane,,SDR,m,",
            "tomas-reker,Tomas Reker,Reker,,SDR,m,"),
        "memberships": table(
            "person_id,organization_id,role,start,end,on_behalf_of",
            "ada-brill,norland,president,2020-01-01,,",
            "ilka-moss,hill-house,spokesperson,2021-05-01,2023-05-01,hill-house",
            "oto-zabel,sudria,foreign minister,2010-01-01,2020-01-01,",
            "per-dahl,league-of-valleys,envoy,,,league-of-valleys",
            "tomas-reker,sudria,foreign minister,2020-01-01,,"),
    ]

    static func table(_ rows: String...) -> String {
        "# invented\n"
            + rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).joined(separator: "\t") + "\n" }
            .joined()
    }
}
