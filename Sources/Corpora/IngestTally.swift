import Discourse

/// What became of everything that was read: articles, rejections and repairs, by reason.
public struct IngestTally: Sendable, Equatable {
    public internal(set) var articles = 0
    /// Inputs and records that gave no article, each of which was reported.
    public internal(set) var rejected: [Rejection: Int] = [:]
    /// Files of folders that were passed over, and why.
    public internal(set) var skipped: [Skip: Int] = [:]
    /// Articles read from text with a byte order mark.
    public internal(set) var byteOrderMarks = 0
    /// Articles by the encoding they were in, when that was not UTF-8.
    public internal(set) var transcoded: [String: Int] = [:]
    /// How many times U+FFFD stands for bytes that were not valid, over all articles.
    public internal(set) var replacedSequences = 0
    /// Articles with at least one U+FFFD of that kind.
    public internal(set) var articlesWithReplacements = 0
    /// Lines that end in CR LF or CR, over all articles.
    public internal(set) var carriageReturns = 0
    /// Articles whose id had been taken, and was given a number.
    public internal(set) var renumberedIDs = 0

    public init() {}

    /// Why a file of a folder was not even opened.
    public enum Skip: String, Sendable, Hashable, CaseIterable {
        case unknownFormat = "unknown format"
        /// Folders behind symbolic links are not followed, so that no walk goes in circles.
        case linkedFolder = "link to a folder"
        /// A folder that an earlier run was written to: its tables and its page would count as articles again.
        case results = "results of an earlier run"
    }
}

extension IngestTally {
    public var rejectedInAll: Int { rejected.values.reduce(0, +) }

    /// Rejections as pairs of reason and count, sorted by reason; what a manifest lists.
    public var rejectedByReason: [(reason: String, count: Int)] {
        rejected.map { (reason: $0.key.rawValue, count: $0.value) }.sorted { $0.reason < $1.reason }
    }

    /// Files passed over as pairs of reason and count, sorted by reason.
    public var skippedByReason: [(reason: String, count: Int)] {
        skipped.map { (reason: $0.key.rawValue, count: $0.value) }.sorted { $0.reason < $1.reason }
    }

    mutating func count(_ article: Article) {
        articles += 1
        if article.repairs.byteOrderMark { byteOrderMarks += 1 }
        if let encoding = article.repairs.transcodedFrom { transcoded[encoding, default: 0] += 1 }
        if article.repairs.replacedSequences > 0 { articlesWithReplacements += 1 }
        replacedSequences += article.repairs.replacedSequences
        carriageReturns += article.repairs.carriageReturns
    }

    mutating func count(_ problem: Problem) { rejected[problem.rejection, default: 0] += 1 }
}
