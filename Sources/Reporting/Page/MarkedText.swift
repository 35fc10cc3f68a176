import Discourse

/// The text of an article cut where any mark begins or ends; each piece carries the marks over it.
///
/// Statements overlap and nest, so marks are not nested elements: every piece is one element with the
/// classes of all marks that cover it.
struct MarkedText {
    let shown: ShownArticle
    let largestWeight: Int

    func write(to html: inout HTML) {
        let scalars = Array(shown.article.text.unicodeScalars)
        let (marks, words) = (marks, words)
        var paragraph = 0..<0
        for next in paragraphs(of: scalars) {
            paragraph = next
            html.element("p", ["dir": "auto"]) { html in
                for piece in pieces(of: paragraph, marks, words) {
                    write(piece, String(String.UnicodeScalarView(scalars[piece.span])), to: &html)
                }
            }
            html.line()
        }
    }

    private struct Mark {
        let statement: Int
        let role: Role
        let span: Range<Int>
    }

    private enum Role: String {
        case source = "src"
        case cue = "cue"
        case content = "con"
    }

    private struct Word {
        let statement: Int
        let share: WordShare
    }

    private struct Piece {
        let span: Range<Int>
        let marks: [Mark]
        let words: [Word]
        /// Statements whose first mark begins here.
        let begins: [Int]
    }
}

extension MarkedText {
    private var marks: [Mark] {
        shown.statements.enumerated().flatMap { index, row in
            [row.source.map { Mark(statement: index, role: .source, span: $0.span) }].compactMap { $0 }
                + [row.cue.map { Mark(statement: index, role: .cue, span: $0.span) }].compactMap { $0 }
                + row.content.map { Mark(statement: index, role: .content, span: $0.span) }
        }
    }

    private var words: [Word] {
        shown.statements.enumerated().flatMap { index, row in
            row.contributions.map { Word(statement: index, share: $0) }
        }
    }

    /// Lines of the text that hold something, as ranges of scalars.
    private func paragraphs(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
        scalars.indices.split { scalars[$0] == "\n" || scalars[$0] == "\r" }
            .map { $0.startIndex..<$0.endIndex }
            .filter { line in scalars[line].contains { !$0.properties.isWhitespace } }
    }

    private func pieces(of paragraph: Range<Int>, _ marks: [Mark], _ words: [Word]) -> [Piece] {
        let marks = marks.filter { $0.span.overlaps(paragraph) }
        let words = words.filter { $0.share.word.span.overlaps(paragraph) }
        var cuts: Set<Int> = [paragraph.lowerBound, paragraph.upperBound]
        for span in marks.map(\.span) + words.map(\.share.word.span) {
            cuts.formUnion([span.lowerBound, span.upperBound].filter(paragraph.contains))
        }
        let ordered = cuts.sorted()
        return zip(ordered, ordered.dropFirst()).map { start, end in
            Piece(
                span: start..<end, marks: marks.filter { $0.span.contains(start) },
                words: words.filter { $0.share.word.span.contains(start) },
                begins: shown.statements.indices.filter { firstPlace(of: shown.statements[$0]) == start })
        }
    }

    private func firstPlace(of row: StatementRow) -> Int {
        ([row.source, row.cue].compactMap { $0 } + row.content).map(\.span.lowerBound).min() ?? 0
    }
}

extension MarkedText {
    private func write(_ piece: Piece, _ text: String, to html: inout HTML) {
        for statement in piece.begins { writeReference(statement, to: &html) }
        guard !piece.marks.isEmpty || !piece.words.isEmpty else { return html.text(text) }
        let numbers = Set(piece.marks.map(\.statement)).sorted().map { "\($0 + 1)" }.joined(separator: " ")
        if piece.words.isEmpty {
            html.element("span", ["class": classes(piece), "data-s": numbers], text: text)
        } else {
            html.element("span", ["class": classes(piece), "data-s": numbers, "title": explanation(piece)], text: text)
        }
    }

    /// A small raised number that leads to the statement's details.
    private func writeReference(_ statement: Int, to html: inout HTML) {
        let id = shown.statements[statement].id
        html.element(
            "a",
            [
                "class": "ref", "id": Anchor.place(id), "href": "#" + Anchor.statement(id),
                "aria-label": "Statement \(statement + 1)",
            ]
        ) {
            $0.text("\(statement + 1)")
        }
    }

    private func classes(_ piece: Piece) -> String {
        let roles = [Role.source, .cue, .content].filter { role in piece.marks.contains { $0.role == role } }.map(
            \.rawValue)
        let strongest = piece.words.map(\.share.weight).max { $0.magnitude < $1.magnitude } ?? 0
        let tint = Tint.weight(Double(strongest) / Double(largestWeight))
        return (roles + (tint == "n0" ? [] : [tint])).joined(separator: " ")
    }

    private func explanation(_ piece: Piece) -> String {
        piece.words.map { "\($0.share.word.text): \(Wording.weight($0.share.weight)) in statement \($0.statement + 1)" }
            .joined(separator: "; ")
    }
}
