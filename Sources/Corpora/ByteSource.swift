#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The bytes of a file or pipe, block by block, inflated when they are gzip data.
final class ByteSource {
    let path: String
    private let descriptor: Int32
    private let closesDescriptor: Bool
    private var inflater: Inflater?
    private var ahead: [UInt8] = []

    static let blockSize = 1 << 16

    /// Opens a file. What it holds is told by its first bytes, not by its name, but a name in
    /// `.gz` must hold gzip data.
    init(path: String) throws(Problem) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        (self.path, closesDescriptor) = (path, true)
        guard descriptor >= 0 else { throw Problem(.unreadable, path: path) }
        try lookAhead()
        if FileName(path).isGzipped, inflater == nil {
            throw Problem(ahead.isEmpty ? .empty : .gzipDamaged, path: path)
        }
    }

    /// Reads from a descriptor that stays open, such as standard input.
    init(descriptor: Int32, path: String) throws(Problem) {
        (self.descriptor, self.path, closesDescriptor) = (descriptor, path, false)
        try lookAhead()
    }

    deinit { if closesDescriptor, descriptor >= 0 { close(descriptor) } }

    /// The next bytes, as many as are there, up to a block; empty at the end.
    ///
    /// - Throws: What is wrong with the data, after all the bytes before that place were given.
    func next() throws(Problem) -> [UInt8] {
        guard let inflater else { return try nextRaw() }
        do throws(Inflater.Fault) {
            return try inflater.next(limit: ByteSource.blockSize) { () throws(Problem) in try nextRaw() }
        } catch {
            switch error {
            case .source(let problem): throw problem
            case .endsEarly: throw Problem(.gzipEndsEarly, path: path)
            case .damaged: throw Problem(.gzipDamaged, path: path)
            }
        }
    }

    /// Reads the first bytes, to see whether they are gzip data.
    private func lookAhead() throws(Problem) {
        while ahead.count < 2 {
            let more = try readBlock()
            if more.isEmpty { break }
            ahead += more
        }
        if ahead.starts(with: Inflater.magic) { inflater = Inflater() }
    }

    private func nextRaw() throws(Problem) -> [UInt8] {
        guard ahead.isEmpty else {
            defer { ahead = [] }
            return ahead
        }
        return try readBlock()
    }

    private func readBlock() throws(Problem) -> [UInt8] {
        var count = 0
        let block = [UInt8](unsafeUninitializedCapacity: ByteSource.blockSize) { buffer, used in
            repeat { count = read(descriptor, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
            used = max(0, count)
        }
        guard count >= 0 else { throw Problem(.unreadable, path: path) }
        return block
    }
}
