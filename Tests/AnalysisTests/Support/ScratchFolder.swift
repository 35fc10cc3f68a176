import Foundation

/// An empty folder for one test, removed after it.
final class ScratchFolder: Sendable {
    let path = FileManager.default.temporaryDirectory.path + "/demarche-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The files of a folder, by name.
    static func contents(of folder: String) throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return try names.reduce(into: [:]) { $0[$1] = try Data(contentsOf: URL(filePath: folder + "/" + $1)) }
    }
}
