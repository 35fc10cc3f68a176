import TextFiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#endif

/// A folder that is filled beside its place and moved there when it is whole.
///
/// The hidden folder `.NAME.partial` is locked while it is in use; one that a killed process left behind
/// is not, and is cleared away. It is removed with this value unless `commit` was called.
final class StagedFolder {
    /// Where files are to be written until the folder is moved.
    let path: String
    private let destination: String
    private var lock: Int32 = -1
    private var isCommitted = false
    /// Whether a folder at the destination may be replaced, by the names in it.
    private let mayReplace: ([String]) -> Bool

    /// - Parameter mayReplace: Given the names in a folder that stands at the destination and is not empty.
    /// - Throws: `FileError` when the place cannot be written, is in use, or holds what must not be replaced.
    init(destination: String, mayReplace: @escaping ([String]) -> Bool) throws {
        self.destination = StagedFolder.trimmed(destination)
        self.mayReplace = mayReplace
        let (parent, name) = StagedFolder.split(self.destination)
        path = parent + "/." + name + ".partial"
        try checkDestination()
        try? FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try clearLeftover()
        guard mkdir(path, 0o755) == 0 else { throw error("cannot be written: \(String(cString: strerror(errno)))") }
        lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw error("is in use by another run") }
    }

    deinit {
        if !isCommitted && lock >= 0 { try? FileManager.default.removeItem(atPath: path) }
        if lock >= 0 { close(lock) }
    }

    /// Moves the folder to its place. What stood there is removed only after that.
    func commit() throws {
        try checkDestination()
        let old = path + ".old"
        try? FileManager.default.removeItem(atPath: old)
        let replaces = rename(destination, old) == 0
        guard rename(path, destination) == 0 else {
            let reason = String(cString: strerror(errno))
            if replaces { rename(old, destination) }
            throw error("cannot be written: \(reason)")
        }
        isCommitted = true
        if replaces { try? FileManager.default.removeItem(atPath: old) }
    }
}

extension StagedFolder {
    private func checkDestination() throws {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: destination, isDirectory: &isFolder) else { return }
        guard isFolder else { throw error("is a file, not a folder") }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: destination) else {
            throw error("cannot be read")
        }
        guard names.isEmpty || mayReplace(names) else {
            throw error("holds files that are not of a run; name another folder")
        }
    }

    private func clearLeftover() throws {
        let leftover = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard leftover >= 0 else { return }
        defer { close(leftover) }
        guard flock(leftover, LOCK_EX | LOCK_NB) == 0 else { throw error("is in use by another run") }
        try? FileManager.default.removeItem(atPath: path)
    }

    private func error(_ reason: String) -> FileError { FileError(path: destination, reason: reason) }

    private static func trimmed(_ path: String) -> String {
        var path = path[...]
        while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
        return String(path)
    }

    private static func split(_ path: String) -> (parent: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
    }
}
