import Discourse
import TextFiles

/// A lexicon of another project, read as it is published.
///
/// | format | told by | entries |
/// |---|---|---|
/// | this project's | a header with `entry` and `value` | `entry value spread source` |
/// | VADER | tabs; a word, a mean, a deviation, and the ratings in brackets | as rated, -4...4 |
/// | AFINN and others | two or more columns parted by tabs or commas: a word and a number, with or without a header | rescaled |
/// | quanteda | `.yml` or `.yaml` | `positive` 1, `negative` -1, `neg_positive` -1, `neg_negative` 1; rescaled |
///
/// Rescaled values are multiplied by one factor, which brings their root mean square to that of VADER's entries, so
/// that a compound means about the same whatever numbers the file has. Of entries that are there twice the last counts.
struct ForeignLexicon {
    /// The root mean square of the values of VADER's words, in points.
    static let rootMeanSquare = 1.72

    let path: String
    /// Cuts an entry as the segmenter cuts text: *can't stand* → `ca`, `n't`, `stand`.
    let tokenize: (String) -> [String]

    /// - Throws: `FileError` with the line for what cannot be read as any of the formats.
    func read() throws -> Lexicon {
        if path.hasSuffix(".yml") || path.hasSuffix(".yaml") { return try Lexicon(merging: dictionary()) }
        let lines = try TextLines(path: path).map { String($0) }
        if let header = lines.first(where: { !$0.isEmpty && $0.utf8.first != UInt8(ascii: "#") }),
            header.hasPrefix("entry\tvalue\t")
        {
            return try Lexicon(path: path)
        }
        if lines.contains(where: isVADER) { return try Lexicon(merging: lines.enumerated().compactMap(rated)) }
        return try Lexicon(merging: rescaled(valued(lines)))
    }

    /// One or more words with single spaces; a word with a wildcard stays as it is.
    func words(_ entry: some StringProtocol) -> String {
        let parts = entry.split { $0 == " " || $0 == "_" }
        return parts.flatMap { part -> [String] in
            part.utf8.count > 1 && part.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
                ? [part.lowercased()] : tokenize(String(part))
        }.joined(separator: " ").lowercased()
    }

    func error(_ line: Int, _ reason: String) -> FileError { FileError(path: path, line: line + 1, reason: reason) }

    /// Brings values to the scale of VADER's.
    func rescaled(_ entries: [Lexicon.Entry]) -> [Lexicon.Entry] {
        let toned = entries.filter { $0.value != 0 }
        let squares = toned.reduce(0.0) { $0 + Double($1.value) * Double($1.value) }
        guard squares > 0 else { return entries }
        let factor = ForeignLexicon.rootMeanSquare * 1_000_000 / (squares / Double(toned.count)).squareRoot()
        return entries.map { entry in
            let value = min(max((Double(entry.value) * factor).rounded(), -4_000_000), 4_000_000)
            return Lexicon.Entry(words: entry.words, value: Int(value), spread: 0, raters: 0, source: entry.source)
        }
    }
}

// MARK: - Tables

extension ForeignLexicon {
    private func isVADER(_ line: String) -> Bool {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        return cells.count == 4 && cells[3].first == "[" && Double(cells[1]) != nil && Double(cells[2]) != nil
    }

    /// A row of VADER's table: the mean, and the deviation among so many ratings.
    private func rated(_ index: Int, _ line: String) throws -> Lexicon.Entry? {
        guard !line.isEmpty else { return nil }
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard isVADER(line), let value = Double(cells[1]), let spread = Double(cells[2]), (-4...4).contains(value)
        else {
            throw error(index, "is not a word, its mean -4...4, deviation and ratings")
        }
        let words = words(cells[0])
        guard !words.isEmpty else { return nil }
        return Lexicon.Entry(
            words: words, value: Int((value * 1_000_000).rounded()), spread: spread,
            raters: cells[3].split(separator: ",").count, source: "vader")
    }

    /// Rows of a word and a number; the first row may be a header.
    private func valued(_ lines: [String]) throws -> [Lexicon.Entry] {
        let isTabbed = lines.contains { $0.utf8.contains(UInt8(ascii: "\t")) }
        var isFirst = true
        return try lines.enumerated().compactMap { index, line in
            guard !line.isEmpty, line.utf8.first != UInt8(ascii: "#") else { return nil }
            defer { isFirst = false }
            let cells =
                isTabbed
                ? line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                : try ForeignLexicon.cells(of: line)
                    ?? { throw error(index, "has a quotation mark without its partner") }()
            guard cells.count >= 2 else { throw error(index, "is not a word and a number") }
            guard let value = Double(cells[1]), abs(value) <= 1_000_000 else {
                if isFirst { return nil }
                throw error(index, "holds '\(cells[1])', not a number up to a million")
            }
            let words = words(cells[0])
            guard !words.isEmpty else { return nil }
            return Lexicon.Entry(
                words: words, value: Int((value * 1_000_000).rounded()), spread: 0, raters: 0, source: "file")
        }
    }

    /// The cells of a line of CSV; nil when a quotation mark is missing.
    static func cells(of line: String) -> [String]? {
        var (cells, cell, isQuoted, wasQuoted) = ([String](), [UInt8](), false, false)
        for byte in line.utf8 {
            switch byte {
            case UInt8(ascii: "\""):
                // A doubled mark inside quotation marks stands for one.
                if wasQuoted, !isQuoted { cell.append(byte) }
                isQuoted.toggle()
                wasQuoted = !isQuoted
            case UInt8(ascii: ",") where !isQuoted:
                cells.append(String(decoding: cell, as: UTF8.self))
                (cell, wasQuoted) = ([], false)
            default:
                cell.append(byte)
                wasQuoted = false
            }
        }
        return isQuoted ? nil : cells + [String(decoding: cell, as: UTF8.self)]
    }
}

// MARK: - Dictionaries

extension ForeignLexicon {
    private static let values = [
        "positive": 1, "pos": 1, "negative": -1, "neg": -1, "neg_positive": -1, "neg_negative": 1,
    ]

    /// The categories of a quanteda dictionary that have a tone; others are no tone and are passed over.
    private func dictionary() throws -> [Lexicon.Entry] {
        let yaml = try YAMLDictionary(path: path)
        var entries: [Lexicon.Entry] = []
        for category in yaml.categories {
            guard let value = ForeignLexicon.values[category.name.lowercased()] else { continue }
            for pattern in category.patterns {
                let words = words(pattern.text)
                guard !words.isEmpty else { throw error(pattern.line - 1, "has an empty entry") }
                entries.append(
                    Lexicon.Entry(
                        words: words, value: value * 1_000_000, spread: 0, raters: 0,
                        source: category.name.lowercased()))
            }
        }
        guard !entries.isEmpty else {
            let names = ForeignLexicon.values.keys.sorted().joined(separator: ", ")
            throw FileError(path: path, reason: "has no category of tone (\(names))")
        }
        return rescaled(entries)
    }
}
