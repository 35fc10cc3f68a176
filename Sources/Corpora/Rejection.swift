import TextFiles

/// Why an input, or one record of it, gave no article. The raw value is the reason as people read it.
public enum Rejection: String, Sendable, Hashable, CaseIterable {
    /// There is no file or folder at the path.
    case missing = "does not exist"
    /// The file or folder cannot be opened or read.
    case unreadable = "cannot be read"
    /// A folder without a file in a known format.
    case emptyFolder = "holds no articles"
    /// A file of no bytes, or of a byte order mark alone.
    case empty = "is empty"
    /// A text, or the text of a record, that is only white space.
    case blank = "has no text"
    /// Zero bytes, control bytes, or too much that is valid in no encoding.
    case notText = "is not text"
    /// A file, line or record beyond the limit that the reader was given.
    case tooLarge = "is larger than the limit"
    /// Compressed data that stops before its end.
    case gzipEndsEarly = "gzip data ends early"
    /// Compressed data that contradicts its own checksum or grammar.
    case gzipDamaged = "gzip data is damaged"
    /// A line, or a file, that is not well-formed JSON.
    case notJSON = "is not valid JSON"
    /// JSON, but not an object.
    case notObject = "is not a JSON object"
    /// A record without a field `text` that holds a string.
    case noTextField = "has no field 'text' that holds a string"
    /// A table without a column `text`.
    case noTextColumn = "has no column 'text'"
    /// A row with another number of cells than the header.
    case ragged = "does not fit the header"
    /// A quotation mark in a table that is still open where the file ends.
    case openQuote = "has a quotation mark that is never closed"
    /// A web page in which no main text was found.
    case noArticleText = "has no article text"
}

/// A rejection with its place; it becomes a `FileError`.
struct Problem: Error, Sendable, Equatable {
    let rejection: Rejection
    let path: String
    var line: Int?
    var detail: String?

    init(_ rejection: Rejection, path: String, line: Int? = nil, detail: String? = nil) {
        (self.rejection, self.path, self.line, self.detail) = (rejection, path, line, detail)
    }

    var fileError: FileError {
        FileError(path: path, line: line, reason: rejection.rawValue + (detail.map { ": \($0)" } ?? ""))
    }
}
