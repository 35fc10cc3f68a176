import Discourse
import TextFiles

/// The attributions of one file of brat standoff; see `BratFolder`.
struct BratFile {
    /// In order of their first content.
    private(set) var attributions: [AttributionSpans] = []

    private let path: String
    private let index: CodePointIndex
    private var spans: [Substring: (label: Substring, bytes: [Range<Int>])] = [:]

    /// - Parameter text: What the file holds; spans may stand after the events that name them.
    init(_ text: String, path: String, index: CodePointIndex) throws {
        (self.path, self.index) = (path, index)
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.enumerated().map {
            (number: $0 + 1, cells: $1.split(separator: "\t", omittingEmptySubsequences: false))
        }
        for (number, cells) in lines where cells[0].first == "T" { try readSpan(cells, line: number) }
        for (number, cells) in lines where cells[0].first == "E" { try readEvent(cells, line: number) }
        attributions.sort { $0.content[0].lowerBound < $1.content[0].lowerBound }
    }

    /// `T1`, `Source 0 5;9 12`, the words.
    private mutating func readSpan(_ cells: [Substring], line: Int) throws {
        guard cells.count == 3, let space = cells[1].firstIndex(of: " ") else {
            throw error(line, "a span has three cells: id, label with offsets, words")
        }
        let label = cells[1][..<space]
        let fragments = try cells[1][cells[1].index(after: space)...].split(separator: ";").map { fragment in
            let ends = fragment.split(separator: " ").map { Int($0) }
            guard ends.count == 2, let start = ends[0], let end = ends[1], let bytes = index.bytes(from: start, to: end)
            else {
                throw error(line, "the offsets '\(fragment)' are none in a text of \(index.count) code points")
            }
            return bytes
        }
        guard !fragments.isEmpty else { throw error(line, "the span has no offsets") }
        let words = fragments.map { String(decoding: index.utf8[$0], as: UTF8.self) }.joined(separator: " ")
        guard words.isSame(as: cells[2]) else { throw error(line, "the offsets hold '\(words)', not '\(cells[2])'") }
        guard spans.updateValue((label, fragments), forKey: cells[0]) == nil else {
            throw error(line, "'\(cells[0])' stands twice")
        }
    }

    /// `E1`, `Attribution:T4 Source:T1 Cue:T2 Content:T3`.
    private mutating func readEvent(_ cells: [Substring], line: Int) throws {
        guard cells.count >= 2 else { throw error(line, "an event has two cells: id and arguments") }
        let arguments = try cells[1].split(separator: " ").map { argument in
            let parts = argument.split(separator: ":")
            guard parts.count == 2 else { throw error(line, "'\(argument)' is no argument of an event") }
            return (role: BratFile.role(parts[0]), id: parts[1])
        }
        guard let trigger = arguments.first, trigger.role == "Attribution" else { return }
        func bytes(_ role: String) throws -> [Range<Int>] {
            let own = arguments.dropFirst().filter { $0.role == role }
            return joined(try own.flatMap { try span($0.id, line: line).bytes })
        }
        var cue = try bytes("Cue")
        let marked = try span(trigger.id, line: line)
        if cue.isEmpty, marked.label == "Cue" { cue = joined(marked.bytes) }
        let found = AttributionSpans(source: try bytes("Source"), cue: cue, content: try bytes("Content"))
        if !found.content.isEmpty { attributions.append(found) }
    }

    private func span(_ id: Substring, line: Int) throws -> (label: Substring, bytes: [Range<Int>]) {
        guard let span = spans[id] else { throw error(line, "there is no span '\(id)'") }
        return span
    }

    /// In order; fragments with nothing but white space between them are one, since brat splits spans at line ends.
    private func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, range in
            if let last = joined.last,
                last.upperBound >= range.lowerBound
                    || index.utf8[last.upperBound..<range.lowerBound].allSatisfy(Bytes.isSpace)
            {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
    }

    private func error(_ line: Int, _ reason: String) -> FileError { FileError(path: path, line: line, reason: reason) }

    /// The role without the number that brat gives to further arguments of one role.
    private static func role(_ name: Substring) -> String { String(name.prefix { !$0.isNumber }) }
}

extension String {
    /// Equal but for white space: brat writes the words of a span on one line.
    fileprivate func isSame(as other: Substring) -> Bool {
        split(whereSeparator: \.isWhitespace) == other.split(whereSeparator: \.isWhitespace)
    }
}
