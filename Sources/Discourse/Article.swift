/// One news article as it was read, before any analysis.
///
/// `text` is what all offsets refer to: spans are reported as Unicode code points into it.
public struct Article: Sendable, Equatable {
    /// Unique within a run; ingest makes it so.
    public var id: String
    /// The title as metadata. It is analysed only where it also stands in `text`.
    public var title: String?
    public var outlet: String?
    public var url: String?
    public var published: Day?
    /// A BCP 47 language tag such as `en`.
    public var language: String?
    public var text: String
    public var origin: Origin
    public var repairs: Repairs

    public init(
        id: String, title: String? = nil, outlet: String? = nil, url: String? = nil, published: Day? = nil,
        language: String? = nil, text: String, origin: Origin = Origin(path: ""), repairs: Repairs = Repairs()
    ) {
        self.id = id
        self.title = title
        self.outlet = outlet
        self.url = url
        self.published = published
        self.language = language
        self.text = text
        self.origin = origin
        self.repairs = repairs
    }
}

extension Article {
    /// Where an article was read: a file, and the line of it for files that hold several articles.
    public struct Origin: Sendable, Hashable {
        public var path: String
        public var line: Int?

        public init(path: String, line: Int? = nil) {
            self.path = path
            self.line = line
        }
    }

    /// What had to be mended to read an article as UTF-8.
    public struct Repairs: Sendable, Equatable {
        public var byteOrderMark = false
        /// The encoding the bytes were in, when it was not UTF-8: `utf-16le`, `utf-16be`, `latin-1`,
        /// `windows-1252`, or what a web page declares, such as `windows-1251`.
        public var transcodedFrom: String?
        /// How many times U+FFFD stands for bytes that were not valid.
        public var replacedSequences = 0
        /// How many lines end in CR LF or CR. They are kept as they are.
        public var carriageReturns = 0

        public init() {}
    }
}
