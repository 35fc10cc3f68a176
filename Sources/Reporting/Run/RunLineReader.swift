import TextFiles

#if canImport(Glibc)
    import Glibc
#endif

/// The lines of a file, one at a time, in constant memory.
final class RunLineReader {
    private let path: String
    private let file: UnsafeMutablePointer<FILE>
    private var line = 0

    init(path: String) throws {
        guard let file = fopen(path, "re") else { throw FileError(path: path, reason: "cannot be read") }
        (self.path, self.file) = (path, file)
    }

    deinit { fclose(file) }

    func next() throws -> [UInt8]? {
        var buffer: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(buffer) }
        let count = getline(&buffer, &capacity, file)
        guard count > 0, let buffer else { return nil }
        line += 1
        return UnsafeRawBufferPointer(start: buffer, count: count).filter { $0 != 0x0A }
    }

    /// An error at the line read last.
    func error(_ reason: String) -> FileError { FileError(path: path, line: line, reason: reason) }
}
