import TextFiles

#if canImport(Glibc)
    import Glibc
#endif

/// A file that is written from front to back, counted and hashed on the way.
final class OutputFile {
    let name: String
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var hash = SHA256()
    private var count = 0
    private(set) var rows = 0

    /// What the data package says of a finished file.
    struct Facts: Sendable, Equatable {
        let name: String
        let bytes: Int
        let sha256: String
        /// Records, without the header; 1 for a page.
        let rows: Int
    }

    init(folder: String, name: String) throws {
        self.name = name
        path = folder + "/" + name
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw OutputFile.error(path) }
    }

    deinit { close(descriptor) }

    func append(_ bytes: [UInt8]) throws {
        buffer += bytes
        if buffer.count >= 1 << 16 { try flush() }
    }

    func appendRow(_ bytes: [UInt8]) throws {
        rows += 1
        try append(bytes)
    }

    /// Writes what is left, to the disk itself.
    func finish() throws -> Facts {
        try flush()
        guard fsync(descriptor) == 0 else { throw OutputFile.error(path) }
        return Facts(name: name, bytes: count, sha256: hash.hex, rows: rows)
    }

    private func flush() throws {
        hash.update(buffer)
        count += buffer.count
        try buffer.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let step = write(descriptor, bytes.baseAddress! + written, bytes.count - written)
                guard step > 0 else { throw OutputFile.error(path) }
                written += step
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private static func error(_ path: String) -> FileError {
        FileError(path: path, reason: "cannot be written: \(String(cString: strerror(errno)))")
    }
}
