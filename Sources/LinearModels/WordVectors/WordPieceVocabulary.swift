#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#endif
import TextFiles

/// The vocabulary of an uncased BERT: reserved names, single signs, then words by falling frequency, with
/// pieces that continue a word among them.
struct WordPieceVocabulary {
    /// In the order of their numbers.
    let names: [[UInt8]]
    /// The tokens before and after a sentence.
    let start, end: Int

    /// - Throws: `FileError` when the file cannot be read or lacks the marks of start and end.
    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FileError(path: path, reason: "cannot be read")
        }
        let names = data.split(separator: UInt8(ascii: "\n")).map { line in
            Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
        }
        func number(_ name: String) throws -> Int {
            guard let number = names.firstIndex(of: Array(name.utf8)) else {
                throw FileError(path: path, reason: "does not list \(name)")
            }
            return number
        }
        start = try number("[CLS]")
        end = try number("[SEP]")
        self.names = names
    }

    /// One piece that text can hold.
    struct Row {
        let token: Int
        let name: [UInt8]
        /// In 0...1.
        let weight: Double
    }

    /// All pieces but the reserved ones, with weights a ÷ (a + share).
    ///
    /// The share of the *r*th word is 1 ÷ (r + 2.7), over the sum of these (Mandelbrot 1953). Single signs,
    /// which stand before the words in no order of frequency, weigh 0.3.
    func rows(smoothing a: Double) -> [Row] {
        let firstWord =
            names.firstIndex { $0.count > 1 && $0.allSatisfy { $0 < 0x80 } && $0[0] != UInt8(ascii: "[") } ?? 0
        let total = (firstWord..<names.count).reduce(0.0) { $0 + share($1 - firstWord) }
        return names.indices.compactMap { token in
            let name = names[token]
            if name.first == UInt8(ascii: "["), name.count > 1 { return nil }
            return Row(
                token: token, name: name,
                weight: token < firstWord ? 0.3 : a / (a + share(token - firstWord) / total))
        }
    }

    private func share(_ rank: Int) -> Double { 1 / (Double(rank) + 2.7) }
}
