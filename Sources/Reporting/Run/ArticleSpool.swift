import Discourse
import TextFiles

/// Takes articles in any order and hands them out sorted by id, each with its group of near-duplicates.
///
/// Of each article 80 bytes stay in memory; the rest is on disk.
final class ArticleSpool {
    private let sorter: ExternalSorter
    private var index: [Entry] = []

    private struct Entry {
        let idHash: UInt64
        let signature: ArticleSignature
    }

    init(folder: String) { sorter = ExternalSorter(folder: folder) }

    var count: Int { index.count }

    func add(_ article: PackedArticle) throws {
        index.append(Entry(idHash: ArticleSpool.hash(article.id), signature: article.signature))
        try sorter.add(key: Array(article.id.utf8), value: article.bytes)
    }

    /// Hands out all articles in byte order of ids. Call it once.
    ///
    /// - Throws: `FileError` when two articles have the same id.
    func forEach(_ body: (UnpackedArticle, ArticleCluster, _ clusterNumber: Int) throws -> Void) throws {
        index.sort { $0.idHash < $1.idHash }
        let groups = NearDuplicates().groups(of: index.map(\.signature))
        let sizes = groups.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        var names: [Int: String] = [:]
        var previous: String?
        try sorter.forEach { record in
            let article = UnpackedArticle(bytes: record.value)
            guard article.id != previous else { throw FileError(path: article.id, reason: "two articles have this id") }
            previous = article.id
            let group = groups[position(of: ArticleSpool.hash(article.id))]
            let size = sizes[group]!
            let name = names[group] ?? article.id
            if size > 1 { names[group] = name }
            try body(article, ArticleCluster(id: name, size: size), group)
        }
    }

    private func position(of idHash: UInt64) -> Int {
        var (low, high) = (0, index.count)
        while low < high {
            let middle = (low + high) / 2
            if index[middle].idHash < idHash { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func hash(_ id: String) -> UInt64 {
        var hash = Hasher64()
        for byte in id.utf8 { hash.combine(byte) }
        return hash.finish()
    }
}
