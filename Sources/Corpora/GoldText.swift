import Discourse
import TextFiles

/// A text with the tone that people gave it, or gave what it says of one target.
public struct GoldText: Sendable, Equatable {
    public let id: String
    public let text: String
    /// A number, such as a mean of ratings; nil for data that is labelled.
    public let rating: Double?
    /// The label as the file has it: `positive`, `neg`, `0`.
    public let label: String?
    /// The mention of the target, in bytes; nil for the tone of the whole text.
    public let target: Range<Int>?

    public init(id: String, text: String, rating: Double? = nil, label: String? = nil, target: Range<Int>? = nil) {
        (self.id, self.text, self.rating, self.label, self.target) = (id, text, rating, label, target)
    }

    /// Reads a tab-separated table without quoting: `id`, `text`, and `rating` or `label`; with `start` and `end`,
    /// in code points, for the tone toward a target, which `target` repeats.
    ///
    /// - Throws: `FileError` with the line for a missing column, a rating that is no number, or an offset that is
    ///   beyond the text or does not hold the target.
    public static func read(path: String) throws -> [GoldText] {
        var texts: [GoldText] = []
        try GoldLines(path: path).forEachRow { row in texts.append(try GoldText(row)) }
        return texts
    }

    private init(_ row: GoldLines.Row) throws {
        id = try row.required("id")
        text = try row.required("text")
        if let cell = row["rating"] {
            guard let number = Double(cell) else { throw row.error("column 'rating' holds '\(cell)', not a number") }
            (rating, label) = (number, nil)
        } else {
            (rating, label) = (nil, try row.required("label"))
        }
        target = try GoldText.target(of: row)
    }

    private static func target(of row: GoldLines.Row) throws -> Range<Int>? {
        guard let start = row["start"] else { return nil }
        let index = CodePointIndex(try row.required("text"))
        guard let start = Int(start), let end = Int(try row.required("end")),
            let bytes = index.bytes(from: start, to: end)
        else {
            throw row.error("the offsets of the target are none of its text")
        }
        if let target = row["target"], !target.utf8.elementsEqual(index.utf8[bytes]) {
            throw row.error("the offsets do not hold the target '\(target)'")
        }
        return bytes
    }
}
