import Foundation

/// What `datapackage.json` says of input.
struct Manifest: Decodable {
    let demarche: Run

    struct Run: Decodable { let counts: Counts }

    struct Counts: Decodable {
        let articles_read: Int
        let articles_analyzed: Int
        let articles_rejected: Int
        let rejected: [Rejected]
        let files_passed_over: [String: Int]
        let repairs: [String: Int]
        let statements: Int
    }

    struct Rejected: Decodable {
        let path: String
        let line: Int?
        let reason: String

        /// As it is printed.
        var text: String { path + ":" + (line.map { "\($0):" } ?? "") + " " + reason }
    }

    static func counts(_ folder: ScratchFolder, _ run: String) throws -> Counts {
        try JSONDecoder().decode(Manifest.self, from: folder.data(run + "/datapackage.json")).demarche.counts
    }
}
