/// The one error of everything that reads or writes a file. It prints as `path:line: reason`.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    public let path: String
    /// From 1; nil when the trouble is with the file as a whole.
    public let line: Int?
    public let reason: String

    public init(path: String, line: Int? = nil, reason: String) {
        (self.path, self.line, self.reason) = (path, line, reason)
    }

    public var description: String {
        "\(path):" + (line.map { "\($0):" } ?? "") + " \(reason)"
    }
}
