import Analysis
import Reporting
import TextFiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Models and lexicons that decide a run, with their hashes, for its manifest.
enum RunSources {
    /// - Parameters:
    ///   - stanceModel: Another stance model than the default one.
    ///   - roster: A folder of tables that is laid over the shipped roster.
    ///   - lexicon: Another lexicon of tone than the shipped one.
    static func list(
        in data: DataRoot, stanceModel: String?, roster: String?, lexicon: String?
    ) throws -> [RunSettings.Source] {
        let models = [
            Analyzer.attributionModel(in: data), stanceModel ?? Analyzer.stanceModel(in: data), data.wordVectors,
            Analyzer.toneModel(in: data),
        ]
        let lexicons = ["actors", "cues", "sentiment", "stance"].map { data.lexicons + "/" + $0 }
        return try models.map { try source("model", [$0], name: lastComponent($0)) }
            + lexicons.map { try source("lexicon", tables(in: $0), name: lastComponent($0)) }
            + [lexicon].compactMap(\.self).map { try source("lexicon", [$0], name: lastComponent($0)) }
            + [roster].compactMap(\.self).map { try source("roster", tables(in: $0), name: lastComponent($0)) }
    }

    private static func source(_ kind: String, _ files: [String], name: String) throws -> RunSettings.Source {
        var hash = SHA256()
        for file in files {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw FileError(path: file, reason: "cannot be read")
            }
            hash.update(data.span)
        }
        return RunSettings.Source(kind: kind, name: name, version: Program.version, sha256: hash.hex)
    }

    private static func tables(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".tsv") }.sorted().map { folder + "/" + $0 }
    }

    private static func lastComponent(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
