import Classification
import Corpora
import Discourse
import TextFiles

/// Tables of labelled texts as examples to learn from, with faults told by their line.
enum TextExamples {
    /// - Throws: `FileError` for a label that names no stance and for an id that stands twice.
    static func read(_ paths: [String]) throws -> [TextExample] {
        var seen: [String: FileError] = [:]
        return try paths.flatMap { path in
            try GoldStatement.read(path: path).map { gold in
                func error(_ reason: String) -> FileError {
                    FileError(path: path, line: gold.article.origin.line, reason: reason)
                }
                guard let label = gold.label, let stance = Stance(label: label) else {
                    throw error("label '\(gold.label ?? "")' is none of favor, against, none")
                }
                if let first = seen[gold.id] {
                    let place = first.path + (first.line.map { ":\($0)" } ?? "")
                    throw error("the id '\(gold.id)' stands twice, first at \(place)")
                }
                seen[gold.id] = error("")
                return TextExample(
                    id: gold.id, target: gold.target, text: gold.article.text, stance: stance, group: gold.group)
            }
        }
    }
}
