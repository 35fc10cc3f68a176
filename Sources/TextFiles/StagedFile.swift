#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#endif

/// Files that are written beside their place and then renamed, so that nobody ever sees half of one.
public enum StagedFile {
    /// Writes `contents` to `path`, whole or not at all.
    ///
    /// - Throws: `FileError` when the folder cannot be written.
    public static func write(_ contents: some DataProtocol, to path: String) throws {
        let beside = path + ".partial"
        do {
            try Data(contents).write(to: URL(filePath: beside))
        } catch {
            try? FileManager.default.removeItem(atPath: beside)
            throw FileError(path: path, reason: "cannot be written")
        }
        try move(beside, to: path)
    }

    /// Finds out whether `path` could be written, before long work is done for it.
    ///
    /// - Throws: `FileError` as `write` would.
    public static func probe(_ path: String) throws {
        var isFolder = false
        let beside = path + ".partial"
        guard !(FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder),
            FileManager.default.createFile(atPath: beside, contents: nil)
        else { throw FileError(path: path, reason: "cannot be written") }
        try? FileManager.default.removeItem(atPath: beside)
    }

    /// Renames a finished file over `path`.
    public static func move(_ finished: String, to path: String) throws {
        guard rename(finished, path) == 0 else {
            try? FileManager.default.removeItem(atPath: finished)
            throw FileError(path: path, reason: "cannot be written")
        }
    }
}
