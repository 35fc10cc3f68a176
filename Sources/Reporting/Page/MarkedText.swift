import Discourse

/// The text of an article cut where any mark begins or ends; each piece carries the marks over it.
///
/// Statements overlap and nest, so marks are not nested elements: every piece is one element with the
/// classes of all marks that cover it.
struct MarkedText {
    private let shown: ShownArticle
    private let largestWeight: Int
    /// In order of statements, and in a statement in the order of roles.
    private let marks: [Mark]
    private let words: [Word]

    init(shown: ShownArticle, largestWeight: Int) {
        (self.shown, self.largestWeight) = (shown, largestWeight)
        marks = MarkedText.marks(of: shown.statements)
        words = MarkedText.words(of: shown.statements)
    }

    /// - Complexity: One pass over the text and the sorted ends of all marks.
    func write(to html: inout HTML) {
        var sweep = Sweep(marks: SpansAhead(marks.map(\.span)), words: SpansAhead(words.map(\.share.word.span)))
        let (begins, text) = (begins, TextByScalars(shown.article.text))
        for paragraph in text.paragraphs {
            html.element("p", ["dir": "auto"]) { html in
                sweep.forEachPiece(of: paragraph) { span, covering in
                    for statement in begins[span.lowerBound] ?? [] { writeReference(statement, to: &html) }
                    write(Piece(marks: covering.marks, words: covering.words, text: text.bytes(span)), to: &html)
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

    private enum Role: String, CaseIterable {
        case source = "src"
        case cue = "cue"
        case content = "con"
    }

    private struct Word {
        let statement: Int
        let share: WordShare
    }

    private struct Piece {
        /// Indices of what covers it, ascending.
        let marks: [Int]
        let words: [Int]
        let text: ArraySlice<UInt8>
    }
}

extension MarkedText {
    private static func marks(of statements: [StatementRow]) -> [Mark] {
        var marks: [Mark] = []
        for (index, row) in statements.enumerated() {
            if let source = row.source { marks.append(Mark(statement: index, role: .source, span: source.span)) }
            if let cue = row.cue { marks.append(Mark(statement: index, role: .cue, span: cue.span)) }
            for content in row.content { marks.append(Mark(statement: index, role: .content, span: content.span)) }
        }
        return marks
    }

    private static func words(of statements: [StatementRow]) -> [Word] {
        var words: [Word] = []
        for (index, row) in statements.enumerated() {
            for share in row.contributions { words.append(Word(statement: index, share: share)) }
        }
        return words
    }

    /// The statements whose first mark begins at a place.
    private var begins: [Int: [Int]] {
        shown.statements.indices.reduce(into: [:]) { begins, index in
            begins[firstPlace(of: shown.statements[index]), default: []].append(index)
        }
    }

    private func firstPlace(of row: StatementRow) -> Int {
        ([row.source, row.cue].compactMap { $0 } + row.content).map(\.span.lowerBound).min() ?? 0
    }
}

extension MarkedText {
    private func write(_ piece: Piece, to html: inout HTML) {
        guard !piece.marks.isEmpty || !piece.words.isEmpty else { return html.text(utf8: piece.text) }
        html.element("span") { tag in
            tag.attribute("class") { writeClasses(of: piece, to: &$0) }
            tag.attribute("data-s") { writeStatements(of: piece, to: &$0) }
            if !piece.words.isEmpty { tag.attribute("title") { writeExplanation(of: piece, to: &$0) } }
        } body: {
            $0.text(utf8: piece.text)
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

    private func writeClasses(of piece: Piece, to html: inout HTML) {
        var names: [String] = []
        for role in Role.allCases where piece.marks.contains(where: { marks[$0].role == role }) {
            names.append(role.rawValue)
        }
        var strongest = 0
        for word in piece.words where words[word].share.weight.magnitude > strongest.magnitude {
            strongest = words[word].share.weight
        }
        let tint = Tint.weight(Double(strongest) / Double(largestWeight))
        if tint != "n0" { names.append(tint) }
        for (index, name) in names.enumerated() {
            if index > 0 { html.literal(" ") }
            html.text(name)
        }
    }

    /// Numbers of the statements from 1, each once.
    private func writeStatements(of piece: Piece, to html: inout HTML) {
        var previous: Int?
        for mark in piece.marks where marks[mark].statement != previous {
            if previous != nil { html.literal(" ") }
            html.number(marks[mark].statement + 1)
            previous = marks[mark].statement
        }
    }

    private func writeExplanation(of piece: Piece, to html: inout HTML) {
        for (index, word) in piece.words.enumerated() {
            if index > 0 { html.literal("; ") }
            html.text(words[word].share.word.text)
            html.literal(": ")
            html.weight(words[word].share.weight)
            html.literal(" in statement ")
            html.number(words[word].statement + 1)
        }
    }
}
