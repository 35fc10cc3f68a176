/// Cuts a source into lines, of which it holds one at a time.
final class LineReader {
    private let source: TextSource
    private let limit: Int
    private var block: [UInt8] = []
    private var position = 0
    private var number = 0

    init(_ source: TextSource, limit: Int) { (self.source, self.limit) = (source, limit) }

    struct Line {
        /// From 1.
        let number: Int
        /// Without its line feed; nil for a line beyond the limit, which was passed over.
        let bytes: [UInt8]?
    }

    /// The next line; nil at the end.
    ///
    /// - Throws: What is wrong with the source, after all the complete lines before that place.
    func next() throws(Problem) -> Line? {
        var (line, length, isBegun) = ([UInt8](), 0, false)
        while true {
            if position == block.count {
                guard let more = try source.next() else { break }
                (block, position) = (more, 0)
            }
            isBegun = true
            let end = LineReader.lineFeed(in: block, from: position) ?? block.count
            length += end - position
            if length <= limit { line += block[position..<end] } else { line = [] }
            position = end
            if end < block.count {
                position += 1
                break
            }
        }
        guard isBegun else { return nil }
        number += 1
        return Line(number: number, bytes: length <= limit ? line : nil)
    }

    private static func lineFeed(in block: [UInt8], from position: Int) -> Int? {
        block.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + position, 0x0A, bytes.count - position)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }
}

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
