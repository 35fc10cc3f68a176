import Discourse
import Foundation
import Testing

/// What is promised of `Models/training/stance.jsonl`, line by line.
struct TrainingSetTests {
    private let lines: [Line]

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let data = try Data(contentsOf: root.appending(path: "Models/training/stance.jsonl"))
        lines = try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Line.self, from: $0) }
    }

    @Test func `every span holds its text verbatim`() {
        for line in lines {
            let text =
                Array((line.before.isEmpty ? "" : line.before + " ").unicodeScalars) + line.context.unicodeScalars
            for span in line.spans {
                #expect(0 <= span.start && span.start < span.end && span.end <= text.count, "\(line.id)")
                guard 0 <= span.start, span.start < span.end, span.end <= text.count else { continue }
                let slice = String(String.UnicodeScalarView(text[span.start..<span.end]))
                #expect(slice.unicodeScalars.elementsEqual(span.text.unicodeScalars), "\(line.id)")
            }
        }
    }

    @Test func `every statement has content, in order and apart from its source`() {
        for line in lines {
            #expect(!line.content.isEmpty, "\(line.id)")
            #expect(zip(line.content, line.content.dropFirst()).allSatisfy { $0.end <= $1.start }, "\(line.id)")
            guard let source = line.source else { continue }
            #expect(line.content.allSatisfy { !$0.overlaps(source) }, "\(line.id)")
        }
    }

    @Test func `only a reported position has its cue in its content`() {
        for line in lines {
            guard let cue = line.cue else { continue }
            let inside = line.content.contains { $0.overlaps(cue) }
            #expect(inside == (line.form == Statement.Form.reported.rawValue), "\(line.id)")
        }
    }

    @Test func `ids and contexts are unique, and an id begins with its group`() {
        #expect(Set(lines.map(\.id)).count == lines.count)
        #expect(Set(lines.map(\.context)).count == lines.count)
        for line in lines { #expect(line.id.hasPrefix(line.doc + "#"), "\(line.id)") }
    }

    @Test func `labels and forms are those of the nouns, and none is never conditional`() {
        for line in lines {
            #expect(Stance(rawValue: line.stance) != nil, "\(line.id)")
            #expect(Statement.Form(rawValue: line.form) != nil, "\(line.id)")
            #expect(!(line.conditional && line.stance == Stance.none.rawValue), "\(line.id)")
        }
    }

    @Test(arguments: Stance.allCases)
    func `each class has its share`(stance: Stance) {
        #expect(lines.count >= 1000)
        let share = Double(lines.count { $0.stance == stance.rawValue }) / Double(lines.count)
        #expect((0.25...0.45).contains(share), "\(stance): \(share)")
    }

    @Test(arguments: Statement.Form.allCases)
    func `each form has every class`(form: Statement.Form) {
        for stance in Stance.allCases {
            #expect(lines.count { $0.form == form.rawValue && $0.stance == stance.rawValue } >= 30, "\(stance)")
        }
    }

    private struct Line: Decodable {
        let id, doc, context, before, stance, form: String
        let conditional: Bool
        let source, cue: Span?
        let content: [Span]

        var spans: [Span] { content + [source, cue].compactMap(\.self) }
    }

    private struct Span: Decodable {
        let start, end: Int
        let text: String

        func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
    }
}
