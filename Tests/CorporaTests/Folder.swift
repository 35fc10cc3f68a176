import Corpora
import Discourse
import Foundation
import TextFiles

/// A folder of small files that goes with its test.
final class Folder {
    let path: String

    init(_ files: [String: String] = [:]) {
        path = FileManager.default.temporaryDirectory.appending(path: "corpora-\(UUID().uuidString)").path()
        try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { write(name, Array(text.utf8)) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @discardableResult func write(_ name: String, _ bytes: [UInt8]) -> String {
        let file = path + "/" + name
        let parent = String(file[..<file.lastIndex(of: "/")!])
        try! FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try! Data(bytes).write(to: URL(filePath: file))
        return file
    }

    @discardableResult func write(_ name: String, _ text: String) -> String { write(name, Array(text.utf8)) }

    subscript(name: String) -> String { path + "/" + name }
}

/// All that a reader gives.
struct Reading {
    var articles: [Article] = []
    var errors: [FileError] = []
    var tally = IngestTally()

    init(_ paths: [String], _ options: ArticleReader.Options = ArticleReader.Options()) {
        let iterator = ArticleReader(paths: paths, options: options).makeIterator()
        while let event = iterator.next() {
            switch event {
            case .article(let article): articles.append(article)
            case .rejected(let error): errors.append(error)
            }
        }
        tally = iterator.tally
    }

    var ids: [String] { articles.map(\.id) }
    var reasons: [String] { errors.map(\.reason) }
    var first: Article { articles.first ?? Article(id: "none", text: "") }
}

/// The reading of one file of that name.
func read(_ name: String, _ bytes: [UInt8], _ options: ArticleReader.Options = ArticleReader.Options()) -> Reading {
    let folder = Folder()
    return Reading([folder.write(name, bytes)], options)
}

func read(_ name: String, _ text: String, _ options: ArticleReader.Options = ArticleReader.Options()) -> Reading {
    read(name, Array(text.utf8), options)
}

/// Gzip data that stores its content, as RFC 1951 and 1952 lay it out: blocks of at most 65535 bytes.
func gzipped(_ content: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var start = 0
    repeat {
        let block = content[start..<min(content.count, start + 65535)]
        start += block.count
        bytes.append(start == content.count ? 1 : 0)
        for value in [block.count, ~block.count] { bytes += [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
        bytes += block
    } while start < content.count
    for value in [checksum(content), UInt32(content.count)] {
        for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(value >> shift & 0xFF)) }
    }
    return bytes
}

/// CRC-32, bit by bit.
private func checksum(_ content: [UInt8]) -> UInt32 {
    var rest: UInt32 = 0xFFFF_FFFF
    for byte in content {
        rest ^= UInt32(byte)
        for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }
    return ~rest
}

/// A generator of the same numbers on every run (SplitMix64, after Steele, Lea and Flood).
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}
