#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An encoding that pages declare by name, decoded by the system's `iconv`.
final class LegacyEncoding {
    private let converter: iconv_t

    /// Returns nil for a name that the system does not know.
    init?(name: String) {
        guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
        self.converter = converter
    }

    deinit { iconv_close(converter) }

    /// The bytes as UTF-8. A byte that means nothing becomes U+FFFD; how many did is counted.
    func decode(_ bytes: [UInt8]) -> (utf8: [UInt8], replacements: Int) {
        var (input, output, replacements, position) = (bytes, [UInt8](), 0, 0)
        while position < input.count {
            let step = convert(&input, from: position, to: &output)
            position = step.position
            switch step.error {
            case 0, E2BIG: break
            default:
                output += "\u{FFFD}".utf8
                (replacements, position) = (replacements + 1, position + 1)
            }
        }
        return (output, replacements)
    }

    /// One call of `iconv`: as much as fits a block.
    private func convert(
        _ input: inout [UInt8], from start: Int, to output: inout [UInt8]
    ) -> (position: Int, error: Int32) {
        var (position, error) = (start, Int32(0))
        input.withUnsafeMutableBytes { input in
            output += [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, used in
                var from =
                    (input.baseAddress! + start).assumingMemoryBound(to: CChar.self) as UnsafeMutablePointer<CChar>?
                var (left, room) = (input.count - start, buffer.count)
                var to =
                    UnsafeMutableRawPointer(buffer.baseAddress!).assumingMemoryBound(to: CChar.self)
                    as UnsafeMutablePointer<CChar>?
                if iconv(converter, &from, &left, &to, &room) == -1 { error = errno }
                (used, position) = (buffer.count - room, input.count - left)
            }
        }
        return (position, error)
    }
}
