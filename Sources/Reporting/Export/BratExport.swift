import Discourse
import TextFiles

/// The statements of a run as brat standoff: for each article a text and its annotations, and the configuration
/// that brat needs to show them.
///
/// Each statement is an event `Attribution` with the spans `Source`, `Cue` and `Content` as arguments, attributes for
/// form, stance and conditions, and a note with the statement's id, its actor and its scores. Offsets are code points.
/// What is corrected in brat is read back by `demarche evaluate attribution FOLDER`, and the spans are the same.
public struct BratExport: Sendable {
    private let run: String

    /// - Parameter run: The folder of a run with its JSON files.
    public init(run: String) { self.run = run }

    /// Writes into a folder that is there.
    public func write(to folder: String) throws {
        try RunReader(path: run).forEach { article, statements in
            let name = folder + "/" + BratExport.fileName(article.id)
            try StagedFile.write(Array(article.text.utf8), to: name + ".txt")
            try StagedFile.write(Array(BratExport.annotations(article, statements).utf8), to: name + ".ann")
        }
        try StagedFile.write(Array(BratExport.configuration.utf8), to: folder + "/annotation.conf")
    }

    /// Letters, digits, dots, hyphens and underscores of an id stay; any other byte becomes `%` and two digits, so that
    /// no two articles share a file and none leaves the folder.
    static func fileName(_ id: String) -> String {
        var name = ""
        for (index, byte) in id.utf8.enumerated() {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: ".") where index > 0: name += "."
            default: name += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return name
    }

    static func annotations(_ article: ArticleRow, _ statements: [StatementRow]) -> String {
        var file = BratAnnotations(text: article.text)
        for statement in statements { file.add(statement) }
        return file.lines
    }

    private static let configuration = """
        [entities]
        Source
        Cue
        Content

        [relations]

        [events]
        Attribution\tSource?:Source, Cue*:Cue, Content+:Content

        [attributes]
        Form\tArg:<EVENT>, Value:direct|indirect|mixed|reported
        Speech\tArg:<EVENT>, Value:said|denied|negated|withheld
        Stance\tArg:<EVENT>, Value:favor|against|none
        Conditional\tArg:<EVENT>
        Nested\tArg:<EVENT>

        """
}

/// The lines of one `.ann` file in the making.
private struct BratAnnotations {
    private let scalars: [Unicode.Scalar]
    private(set) var lines = ""
    private var spans = 0
    private var events = 0
    private var attributes = 0

    init(text: String) { scalars = Array(text.unicodeScalars) }

    mutating func add(_ statement: StatementRow) {
        let source = statement.source.map { span("Source", [$0.span]) }
        let cue = statement.cue.map { span("Cue", [$0.span]) }
        let content = span("Content", statement.content.map(\.span))
        // An event needs a word that it hangs on: the cue, or without one the beginning of the content.
        let anchor = statement.cue?.span ?? firstWord(of: statement.content[0].span)
        let trigger = span("Attribution", [anchor])
        events += 1
        let arguments = [source.map { "Source:" + $0 }, cue.map { "Cue:" + $0 }, "Content:" + content]
        lines += "E\(events)\tAttribution:\(trigger) " + arguments.compactMap(\.self).joined(separator: " ") + "\n"
        attribute("Form", statement.form.rawValue)
        attribute("Speech", statement.utterance.rawValue)
        attribute("Stance", statement.stance.rawValue)
        if statement.conditional { attribute("Conditional", nil) }
        if statement.nestedIn != nil { attribute("Nested", nil) }
        lines += "#\(events)\tAnnotatorNotes E\(events)\t\(BratAnnotations.note(statement))\n"
    }

    /// - Returns: The id of the span.
    private mutating func span(_ label: String, _ ranges: [Range<Int>]) -> String {
        spans += 1
        let pieces = ranges.flatMap(withoutLineBreaks)
        let offsets = pieces.map { "\($0.lowerBound) \($0.upperBound)" }.joined(separator: ";")
        let words = pieces.map { String(String.UnicodeScalarView(scalars[$0])) }.joined(separator: " ")
        lines += "T\(spans)\t\(label) \(offsets)\t\(BratAnnotations.line(words))\n"
        return "T\(spans)"
    }

    private mutating func attribute(_ name: String, _ value: String?) {
        attributes += 1
        lines += "A\(attributes)\t\(name) E\(events)" + (value.map { " " + $0 } ?? "") + "\n"
    }

    /// A span of brat may not run over the end of a line.
    private func withoutLineBreaks(_ range: Range<Int>) -> [Range<Int>] {
        var (pieces, start) = ([Range<Int>](), range.lowerBound)
        for index in range where scalars[index] == "\n" || scalars[index] == "\r" {
            if start < index { pieces.append(start..<index) }
            start = index + 1
        }
        if start < range.upperBound { pieces.append(start..<range.upperBound) }
        return pieces.isEmpty ? [range] : pieces
    }

    private func firstWord(of range: Range<Int>) -> Range<Int> {
        let end = range.first { scalars[$0].properties.isWhitespace } ?? range.upperBound
        return range.lowerBound..<max(end, range.lowerBound + 1)
    }

    private static func note(_ statement: StatementRow) -> String {
        let actor = statement.speaker.actor.map { "\($0.id) (\($0.name))" } ?? "unknown"
        let principal = statement.speaker.onBehalfOf.map { " for \($0.id)" } ?? ""
        let score = FixedPoint(units: statement.score, decimals: 4).signed
        let tone = FixedPoint(units: statement.sentiment, decimals: 4).signed
        return line("\(statement.id): \(actor)\(principal); stance \(score); tone \(tone)")
    }

    private static func line(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : $0 }))
    }
}
