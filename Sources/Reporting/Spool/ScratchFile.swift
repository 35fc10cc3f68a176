import TextFiles

#if canImport(Glibc)
    import Glibc
#endif

/// A nameless file for data that is written once and read in pieces: it is gone when this value is.
///
/// The file is unlinked as soon as it is open, so that nothing stays behind however the process ends.
final class ScratchFile {
    private let descriptor: Int32
    private let folder: String
    private(set) var count = 0

    init(in folder: String) throws {
        var template = Array((folder + "/.spool-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw FileError(path: folder, reason: "cannot be written") }
        unlink(template)
        self.folder = folder
    }

    deinit { close(descriptor) }

    func append(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let step = write(descriptor, buffer.baseAddress! + written, buffer.count - written)
                guard step > 0 else {
                    throw FileError(path: folder, reason: "cannot be written: \(String(cString: strerror(errno)))")
                }
                written += step
            }
        }
        count += bytes.count
    }

    /// Returns `length` bytes from `offset`, which must lie inside the file.
    func read(at offset: Int, length: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
            while filled < length {
                let step = pread(descriptor, buffer.baseAddress! + filled, length - filled, offset + filled)
                guard step > 0 else { throw FileError(path: folder, reason: "cannot be read back") }
                filled += step
            }
        }
    }
}
