import Foundation

/// A small file that goes with its test.
final class TemporaryFile {
    let path: String

    init(_ name: String, _ text: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scoring-\(UUID().uuidString)").path()
        try! FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        path = folder + "/" + name
        try! Data(text.utf8).write(to: URL(filePath: path))
    }

    deinit { try? FileManager.default.removeItem(atPath: String(path[..<path.lastIndex(of: "/")!])) }
}
