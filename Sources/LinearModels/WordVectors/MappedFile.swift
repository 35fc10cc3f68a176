#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
import TextFiles

/// The bytes of a file where the system keeps them: nothing is read until it is looked at.
///
/// The file must not be changed in place while it is mapped; `StagedFile` renames a new one over it.
public final class MappedFile: @unchecked Sendable {
    // Unchecked: the memory is read-only from here to `deinit`.
    let bytes: UnsafeRawBufferPointer

    /// - Throws: `FileError` when the file cannot be read; an empty file is mapped as no bytes.
    public init(path: String) throws {
        let unreadable = FileError(path: path, reason: "cannot be read")
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable }
        defer { close(file) }
        let end = lseek(file, 0, SEEK_END)
        guard end >= 0 else { throw unreadable }
        guard end > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        guard let start = mmap(nil, Int(end), PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
            throw unreadable
        }
        bytes = UnsafeRawBufferPointer(start: start, count: Int(end))
    }

    deinit {
        if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
    }
}
