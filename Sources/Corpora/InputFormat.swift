/// The forms in which articles come; each may also be gzipped.
public enum InputFormat: String, Sendable, CaseIterable {
    case plainText = "text"
    case markdown
    case html
    /// One JSON object a line.
    case jsonLines = "jsonl"
    /// One JSON array of objects, or one object.
    case json
    case csv
}

extension InputFormat {
    /// The format that a file name promises, with or without `.gz`; nil for a name that promises none.
    ///
    ///     InputFormat(fileName: "march.jsonl.gz")   // .jsonLines
    init?(fileName: String) {
        switch FileName(fileName).format.lowercased() {
        case "txt", "text": self = .plainText
        case "md", "markdown": self = .markdown
        case "html", "htm", "xhtml": self = .html
        case "jsonl", "ndjson": self = .jsonLines
        case "json": self = .json
        case "csv": self = .csv
        default: return nil
        }
    }
}

/// A file name cut into its stem, the extension that tells the format, and `.gz`.
struct FileName {
    let stem: String
    /// Without the dot; empty when there is none.
    let format: String
    let isGzipped: Bool

    init(_ name: String) {
        var rest = Substring(name)
        isGzipped = rest.lowercased().hasSuffix(".gz")
        if isGzipped { rest = rest.dropLast(3) }
        if let dot = rest.lastIndex(of: "."), dot != rest.startIndex, rest[rest.index(before: dot)] != "/",
            !rest[dot...].contains("/")
        {
            (stem, format) = (String(rest[..<dot]), String(rest[rest.index(after: dot)...]))
        } else {
            (stem, format) = (String(rest), "")
        }
    }
}
