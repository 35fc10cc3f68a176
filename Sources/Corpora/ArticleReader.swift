import Discourse
import TextFiles

/// Reads articles from files, folders and standard input, one at a time.
///
///     let articles = ArticleReader(paths: ["march", "wire.jsonl.gz"]).makeIterator()
///     while let event = articles.next() {
///         switch event {
///         case .article(let article): …
///         case .rejected(let error): …      // prints as path:line: reason
///         }
///     }
///     articles.tally                         // how many of each
///
/// A path is a file, a folder, which is read with all its folders, or `-` for standard input. The order
/// of the articles does not depend on the order of the paths, and nothing is read twice. Memory does
/// not grow with the number of articles but for some sixteen bytes each, which keep their ids apart.
///
/// Formats go by extension, with or without `.gz`: `.txt`, `.md`, `.html`, `.jsonl`, `.json`, `.csv` and
/// their common variants. In folders other files are passed over and counted, hidden ones not seen; a
/// file that is named itself is read as plain text. What comes on standard input, or another pipe, is
/// JSON Lines when it begins with `{` and otherwise one plain text.
public struct ArticleReader: Sendable, Sequence {
    public let paths: [String]
    public let options: Options

    public init(paths: [String], options: Options = Options()) {
        (self.paths, self.options) = (paths, options)
    }

    public func makeIterator() -> ArticleIterator { ArticleIterator(self) }

    /// An article, or why there is none.
    public enum Event: Sendable, Equatable {
        case article(Article)
        case rejected(FileError)
    }

    public struct Options: Sendable {
        /// The longest file (text, page), line or record that is read, in bytes. Longer ones are rejected.
        public var maximumBytes = 64 << 20
        /// The format of standard input; nil to tell by its first byte.
        public var standardInputFormat: InputFormat?
        /// The descriptor that `-` stands for.
        public var standardInput: Int32 = 0

        public init() {}
    }
}
