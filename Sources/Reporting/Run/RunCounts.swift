import Discourse
import TextFiles

/// How many articles and statements went in and where they stayed. Nothing is left out silently:
/// articles read are those analysed and those rejected, statements those of actors, those of nobody that is known and
/// those nested in others.
public struct RunCounts: Sendable, Equatable {
    public var articles = 0
    /// Groups of articles that copy one another count once.
    public var clusters = 0
    public var outlets = 0
    public var statements = 0
    /// Statements of the outermost level whose speaker is not known.
    public var unknown = 0
    /// Statements inside the content of another one.
    public var nested = 0
    public var actors = 0
    /// Those on whose behalf somebody speaks, and all who speak for themselves.
    public var principals = 0
    public var firstDay: Day?
    public var lastDay: Day?
    /// In order of path, line and reason.
    public var rejected: [FileError] = []
    /// Files of folders that were not opened, by reason.
    public var passedOver: [String: Int] = [:]
    /// How often something in the input was mended, by what it was.
    public var repairs: [String: Int] = [:]

    public init() {}

    public var articlesRead: Int { articles + rejected.count }
    public var attributed: Int { statements - unknown - nested }

    /// How many inputs were rejected for each reason, in byte order of the reasons.
    public var rejections: [(reason: String, count: Int)] {
        let counts = rejected.reduce(into: [:]) { $0[$1.reason, default: 0] += 1 }
        return counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
    }
}
