#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import Discourse
import TextFiles

/// A folder of brat standoff: for each `name.txt` a `name.ann` beside it.
///
///     T1	Source 0 5	Varga
///     T2	Cue 6 10	said
///     T3	Content 11 22;30 38	the bridge … was open
///     T4	Attribution 6 10	said
///     E1	Attribution:T4 Source:T1 Cue:T2 Content:T3
///
/// Offsets are code points, half-open; the fragments of a span are separated by `;`. Each event `Attribution` is one
/// attribution; a role may have several arguments (`Content`, `Content2`), and where none is a cue a trigger that is
/// labelled `Cue` is it. Other spans and events, relations, attributes and notes are passed over, and so are events
/// without content.
struct BratFolder {
    private let path: String

    init(path: String) { self.path = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path }

    /// The articles in byte order of their names, which are their ids.
    ///
    /// - Throws: `FileError` with the line for one that cannot be read, an offset beyond the text, words that are not at their
    ///   offsets, or an argument that is nowhere.
    func articles() throws -> [GoldAttributions] {
        guard let names = FileSystem.names(inFolder: path) else {
            throw FileError(path: path, reason: "cannot be read")
        }
        let texts = Set(BratFolder.stems(names, ".txt"))
        let annotated = BratFolder.stems(names, ".ann").sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        guard !annotated.isEmpty else { throw FileError(path: path, reason: "holds no .ann file") }
        if let lonely = texts.subtracting(annotated).min() {
            throw FileError(path: "\(path)/\(lonely).txt", reason: "has no .ann file beside it")
        }
        return try annotated.map { name in
            guard texts.contains(name) else {
                throw FileError(path: "\(path)/\(name).ann", reason: "has no .txt file beside it")
            }
            let (textPath, annotations) = ("\(path)/\(name).txt", "\(path)/\(name).ann")
            let text = try BratFolder.contents(textPath)
            let file = try BratFile(
                try BratFolder.contents(annotations), path: annotations, index: CodePointIndex(text))
            return GoldAttributions(
                article: Article(id: name, text: text, origin: Article.Origin(path: textPath, line: nil)),
                attributions: file.attributions)
        }
    }

    private static func stems(_ names: [String], _ ending: String) -> [String] {
        names.filter { $0.hasSuffix(ending) && $0.count > ending.count }.map { String($0.dropLast(ending.count)) }
    }

    private static func contents(_ path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FileError(path: path, reason: "cannot be read")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw FileError(path: path, reason: "is not valid UTF-8")
        }
        return text
    }
}
