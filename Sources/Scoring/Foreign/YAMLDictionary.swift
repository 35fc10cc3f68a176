import TextFiles

/// The part of YAML in which quanteda's dictionaries are written: categories, perhaps inside others, each with a list
/// of patterns.
///
///     sentiment:
///       positive: [good, "very good"]
///       negative:
///         - bad*          # a comment
///
/// Keys and patterns are plain or in quotation marks; a list is a block or in brackets, which may go over lines. Anchors,
/// tags, multi-line texts and maps in braces are refused with their line.
struct YAMLDictionary {
    /// In order of the file.
    private(set) var categories: [Category] = []

    struct Category: Equatable {
        /// Without the categories around it.
        let name: String
        var patterns: [Pattern]
    }

    struct Pattern: Equatable {
        let text: String
        let line: Int
    }

    /// - Throws: `FileError` with the line for what is outside this part of YAML.
    init(path: String) throws {
        var reader = Reader(path: path)
        for (index, line) in try TextLines(path: path).enumerated() { try reader.read(line, number: index + 1) }
        categories = try reader.finish()
    }
}

extension YAMLDictionary {
    /// Reads line by line; what a line means depends on the last key, and on a bracket that is still open.
    private struct Reader {
        let path: String
        private var categories: [Category] = []
        private var isOpen = false
        private var openLine = 0
        private var line = 0

        init(path: String) { self.path = path }

        mutating func read(_ text: Substring, number: Int) throws {
            line = number
            if text.contains("\t"), text.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
                throw error("is indented by a tab")
            }
            var scanner = YAMLScanner(text)
            scanner.skipSpaces()
            guard !scanner.isAtEnd, !text.hasPrefix("---"), !text.hasPrefix("...") else { return }
            if isOpen { return try readList(&scanner) }
            if scanner.take("- ") {
                guard !categories.isEmpty else { throw error("is an entry before any category") }
                try append(scalar(&scanner, stops: ""))
                return try end(&scanner)
            }
            let key = try scalar(&scanner, stops: ":")
            guard scanner.take(":") else { throw error("is neither 'category:' nor '- entry'") }
            categories.append(Category(name: key, patterns: []))
            scanner.skipSpaces()
            if scanner.take("[") {
                (isOpen, openLine) = (true, line)
                return try readList(&scanner)
            }
            if !scanner.isAtEnd { try append(scalar(&scanner, stops: "")) }
            try end(&scanner)
        }

        /// The rest of a list in brackets, or as much of it as the line has.
        private mutating func readList(_ scanner: inout YAMLScanner) throws {
            while true {
                scanner.skipSpaces()
                if scanner.isAtEnd { return }
                if scanner.take("]") {
                    isOpen = false
                    return try end(&scanner)
                }
                if scanner.take(",") { continue }
                try append(scalar(&scanner, stops: ",]"))
            }
        }

        private mutating func append(_ text: String) {
            categories[categories.count - 1].patterns.append(Pattern(text: text, line: line))
        }

        private func scalar(_ scanner: inout YAMLScanner, stops: String) throws -> String {
            scanner.skipSpaces()
            guard let text = scanner.scalar(stops: stops) else {
                throw error("has a quotation mark without its partner")
            }
            if !text.isQuoted, let first = text.text.first, "&!|>{%@`".contains(first) {
                throw error("begins with '\(first)', which is not read here; write it in quotation marks")
            }
            return text.text
        }

        private func end(_ scanner: inout YAMLScanner) throws {
            scanner.skipSpaces()
            if !scanner.isAtEnd { throw error("goes on after its end") }
        }

        func finish() throws -> [Category] {
            if isOpen {
                throw FileError(path: path, line: openLine, reason: "begins a list in brackets that has no end")
            }
            return categories.filter { !$0.patterns.isEmpty }
        }

        private func error(_ reason: String) -> FileError { FileError(path: path, line: line, reason: reason) }
    }
}
