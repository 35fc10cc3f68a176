import Discourse
import TextFiles

/// Vectors of words, by which training tells of words that it has not seen: a word and its numbers a line, parted by
/// spaces; a first line with two whole numbers (count and width) is passed over.
struct WordVectorFile: Sendable {
    let words: [String]
    let width: Int
    /// Words × `width`.
    let numbers: [Double]

    /// - Throws: `FileError` with the line for a number that is none or a row of another width.
    init(path: String) throws {
        var (words, numbers, width) = ([String](), [Double](), 0)
        for (index, line) in try TextLines(path: path).enumerated() where !line.isEmpty {
            let cells = line.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
            if index == 0, cells.count == 2, cells.allSatisfy({ Int($0) != nil }) { continue }
            let row = cells.dropFirst().compactMap { Double($0) }
            if width == 0 { width = row.count }
            guard row.count == cells.count - 1, row.count == width, width > 0 else {
                throw FileError(path: path, line: index + 1, reason: "is not a word with \(width) numbers")
            }
            words.append(String(cells[0]))
            numbers += row
        }
        (self.words, self.width, self.numbers) = (words, width, numbers)
    }
}
