import Foundation

/// An empty folder for one test, removed after it.
final class ScratchFolder {
    let path = FileManager.default.temporaryDirectory.path + "/demarche-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path + "/" + name))) }

    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    /// All files below, by name.
    func contents(of folder: String) throws -> [String: [UInt8]] {
        let names = try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)
        return try Dictionary(uniqueKeysWithValues: names.map { ($0, try bytes(folder + "/" + $0)) })
    }

    var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
}
