import Discourse

/// The text of an article cut where any mark begins or ends; each piece carries the marks over it.
///
/// Statements overlap and nest, so marks are not nested elements: each stretch under the same marks is one element
/// with the classes of all of them, and in it the words that weigh something are elements of their own.
struct MarkedText {
    private let shown: ShownArticle
    /// From 1, on the page.
    private let number: Int
    private let largestWeight: Int
    /// In order of statements, and in a statement in the order of roles.
    private let marks: [Mark]
    private let words: [Word]

    init(shown: ShownArticle, number: Int, largestWeight: Int) {
        (self.shown, self.number, self.largestWeight) = (shown, number, largestWeight)
        marks = MarkedText.marks(of: shown.statements)
        words = MarkedText.words(of: shown.statements, largestWeight)
    }

    /// - Complexity: One pass over the text and the sorted ends of all marks.
    func write(to html: inout HTML) {
        var sweep = Sweep(marks: SpansAhead(marks.map(\.span)), words: SpansAhead(words.map(\.share.word.span)))
        let (begins, text) = (begins, TextByScalars(shown.article.text))
        for paragraph in text.paragraphs {
            html.element("p", ["dir": "auto"]) { html in
                var open: [Int] = []
                func turn(to marks: [Int]) {
                    if !open.isEmpty { html.literal("</span>") }
                    open = marks
                }
                sweep.forEachPiece(of: paragraph) { span, covering in
                    let isNew = covering.marks != open
                    if isNew { turn(to: covering.marks) }
                    for statement in begins[span.lowerBound] ?? [] { writeReference(statement, to: &html) }
                    if isNew && !open.isEmpty { writeStart(of: open, to: &html) }
                    write(covering.words, text.bytes(span), to: &html)
                }
                turn(to: [])
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

    /// Words that are shaded; the many that weigh next to nothing would make most of the page.
    private static func words(of statements: [StatementRow], _ largest: Int) -> [Word] {
        statements.enumerated().flatMap { index, row in
            row.contributions.filter { Tint.weight(Double($0.weight) / Double(largest)) != "n0" }
                .map { Word(statement: index, share: $0) }
        }
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
    private func writeStart(of marks: [Int], to html: inout HTML) {
        html.start("span") { tag in
            tag.attribute("class") { writeClasses(of: marks, to: &$0) }
            tag.attribute("data-s") { writeStatements(of: marks, to: &$0) }
        }
    }

    private func write(_ words: [Int], _ text: ArraySlice<UInt8>, to html: inout HTML) {
        guard !words.isEmpty else { return html.text(utf8: text) }
        let strongest = words.map { self.words[$0].share.weight }.max { $0.magnitude < $1.magnitude }!
        html.start("i") { tag in
            tag.attribute("class") { $0.text(Tint.weight(Double(strongest) / Double(largestWeight))) }
            tag.attribute("title") { writeExplanation(of: words, to: &$0) }
        }
        html.text(utf8: text)
        html.literal("</i>")
    }

    /// A small raised number that leads to the statement's details.
    private func writeReference(_ statement: Int, to html: inout HTML) {
        html.element(
            "a",
            [
                "class": "ref", "id": Anchor.place(statement + 1, of: number),
                "href": "#" + Anchor.card(statement + 1, of: number),
            ]
        ) {
            $0.text("\(statement + 1)")
        }
    }

    private func writeClasses(of covering: [Int], to html: inout HTML) {
        let roles = Role.allCases.filter { role in covering.contains { marks[$0].role == role } }
        html.text(roles.map(\.rawValue).joined(separator: " "))
    }

    /// Numbers of the statements from 1, each once.
    private func writeStatements(of covering: [Int], to html: inout HTML) {
        var previous: Int?
        for mark in covering where marks[mark].statement != previous {
            if previous != nil { html.literal(" ") }
            html.number(marks[mark].statement + 1)
            previous = marks[mark].statement
        }
    }

    /// The weight; with the statement's number where the word weighs in several.
    private func writeExplanation(of covering: [Int], to html: inout HTML) {
        for (index, word) in covering.enumerated() {
            if index > 0 { html.literal("; ") }
            html.weight(words[word].share.weight)
            guard covering.count > 1 else { continue }
            html.literal(" in ")
            html.number(words[word].statement + 1)
        }
    }
}
