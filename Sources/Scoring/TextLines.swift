import TextFiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The lines of a text file, without their ends.
struct TextLines: Sequence {
    private let text: String

    /// - Throws: `FileError` when the file cannot be read or is not UTF-8.
    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FileError(path: path, reason: "cannot be read")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw FileError(path: path, reason: "is not valid UTF-8")
        }
        self.text = text.utf8.first == 0xEF ? String(text.unicodeScalars.drop { $0 == "\u{FEFF}" }) : text
    }

    func makeIterator() -> some IteratorProtocol<Substring> {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).lazy.map { line in
            Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
        }.makeIterator()
    }
}
