import Discourse

/// Pairs quotation marks, paragraph by paragraph, with a stack of what is open.
///
/// A mark opens or closes by its shape (`“`, `”`, `«`, `»`) or, for straight marks, by what stands
/// around it; where both would do, it closes what is open. Single marks open only when a closing one
/// follows in the paragraph; all others are apostrophes. At the end of a paragraph nothing stays
/// open: either the next paragraph opens with the same mark, and the quotation goes on there, or a
/// mark is missing, and the quotation is ended there and flagged. So an odd mark costs one
/// paragraph at most.
struct QuotationMachine {
    private let utf8: [UInt8]
    private let tokens: [Token]
    private var open: [Open] = []
    private var quotations: [Document.Quotation] = []
    private var closingMarks: Set<Int> = []
    private var apostrophes: [Int] = []

    struct Result {
        var quotations: [Document.Quotation]
        var closingMarks: Set<Int>
    }

    private struct Open {
        let token: Int
        let family: Mark.Family
        /// Where its quotation stands in `quotations`.
        let slot: Int
    }

    /// Finds the quotations of all paragraphs; single marks that turn out to be apostrophes become clitics.
    static func pair(_ tokens: inout [Token], in paragraphs: [Range<Int>], utf8: [UInt8]) -> Result {
        guard tokens.contains(where: { $0.kind == .quote }) else { return Result(quotations: [], closingMarks: []) }
        var machine = QuotationMachine(utf8: utf8, tokens: tokens)
        for (index, paragraph) in paragraphs.enumerated() {
            machine.read(paragraph)
            machine.closeParagraph(paragraph, next: index + 1 < paragraphs.count ? paragraphs[index + 1] : nil)
        }
        for index in machine.apostrophes {
            let token = tokens[index]
            tokens[index] = Token(
                start: Int(token.start), end: Int(token.end), kind: .clitic, shape: token.shape, key: token.key)
        }
        return Result(quotations: machine.quotations, closingMarks: machine.closingMarks)
    }

    private init(utf8: [UInt8], tokens: [Token]) { (self.utf8, self.tokens) = (utf8, tokens) }
}

// MARK: - Reading one paragraph

extension QuotationMachine {
    private mutating func read(_ paragraph: Range<Int>) {
        for index in paragraph where tokens[index].kind == .quote {
            let mark = Mark(tokens[index], utf8)
            switch role(of: mark, at: index, in: paragraph) {
            case .opening: push(index, mark.family)
            case .closing: close(index, closesLow(mark) ? .low : mark.family, in: paragraph)
            case .apostrophe: apostrophes.append(index)
            }
        }
    }

    private enum Role { case opening, closing, apostrophe }

    private func role(of mark: Mark, at index: Int, in paragraph: Range<Int>) -> Role {
        if closesLow(mark) { return .closing }
        let isOpen = open.contains { $0.family == mark.family }
        if mark.family == .single { return roleOfSingle(mark, at: index, in: paragraph, isOpen: isOpen) }
        switch mark.shape {
        case .opening:
            // »…« turns guillemets around.
            return isOpen && mark.family == .guillemet && !opensByPlace(index, paragraph) ? .closing : .opening
        case .closing:
            return !isOpen && mark.family == .guillemet && opensByPlace(index, paragraph) ? .opening : .closing
        case .straight:
            return isOpen ? .closing : .opening
        }
    }

    /// „…“ and „…”: the mark that ends a quotation opened low looks like one that opens or closes another.
    private func closesLow(_ mark: Mark) -> Bool {
        mark.family == .double && mark.shape != .straight && open.last?.family == .low
    }

    private func roleOfSingle(_ mark: Mark, at index: Int, in paragraph: Range<Int>, isOpen: Bool) -> Role {
        if isOpen, mark.shape != .opening, closesByPlace(index, paragraph) {
            // "the parties' talks" inside a quotation: a possessive unless it is the last chance to close.
            return followsPluralS(index) && hasSingleCloser(after: index, paragraph) ? .apostrophe : .closing
        }
        if mark.shape != .closing, opensByPlace(index, paragraph), hasSingleCloser(after: index, paragraph) {
            return .opening
        }
        return .apostrophe
    }

    private mutating func push(_ index: Int, _ family: Mark.Family) {
        // The end is set when it is known.
        quotations.append(Document.Quotation(tokens: index..<index + 1, depth: open.count, closing: .repaired))
        open.append(Open(token: index, family: family, slot: quotations.count - 1))
    }

    private mutating func close(_ index: Int, _ family: Mark.Family, in paragraph: Range<Int>) {
        guard let match = open.lastIndex(where: { $0.family == family }) else { return closeUnopened(index, paragraph) }
        for inner in open[(match + 1)...].reversed() { finish(inner, at: index, .repaired) }
        finish(open[match], at: index + 1, .closed)
        open.removeSubrange(match...)
        closingMarks.insert(index)
    }

    private mutating func finish(_ item: Open, at end: Int, _ closing: Document.Quotation.Closing) {
        let depth = quotations[item.slot].depth
        quotations[item.slot] = Document.Quotation(tokens: item.token..<end, depth: depth, closing: closing)
    }

    /// A closing mark that nothing opened: the quotation starts after the last sentence end or quotation before it.
    private mutating func closeUnopened(_ index: Int, _ paragraph: Range<Int>) {
        closingMarks.insert(index)
        let floor = max(paragraph.lowerBound, quotations.last.map(\.tokens.upperBound) ?? 0)
        var start = index
        while start > floor, !(tokens[start - 1].kind == .terminal && start < index - 1) { start -= 1 }
        guard start < index else { return }
        quotations.append(Document.Quotation(tokens: start..<index + 1, depth: open.count, closing: .repaired))
    }

    private mutating func closeParagraph(_ paragraph: Range<Int>, next: Range<Int>?) {
        guard let outermost = open.first else { return }
        let goesOn = next.map { next in
            tokens[next.lowerBound].kind == .quote && Mark(tokens[next.lowerBound], utf8).continues(outermost.family)
        }
        for item in open { finish(item, at: paragraph.upperBound, goesOn == true ? .continued : .repaired) }
        open.removeAll()
    }
}

// MARK: - What stands around a mark

extension QuotationMachine {
    private func touchesLeft(_ index: Int, _ paragraph: Range<Int>) -> Bool {
        index > paragraph.lowerBound && tokens[index - 1].end == tokens[index].start
    }

    private func touchesRight(_ index: Int, _ paragraph: Range<Int>) -> Bool {
        index + 1 < paragraph.upperBound && tokens[index + 1].start == tokens[index].end
    }

    /// At the start of a word: text follows at once, and space, a bracket, a dash or another mark stands before.
    private func opensByPlace(_ index: Int, _ paragraph: Range<Int>) -> Bool {
        guard touchesRight(index, paragraph) else { return false }
        guard touchesLeft(index, paragraph) else { return true }
        switch tokens[index - 1].kind {
        case .quote: return true
        case .mark:
            let byte = utf8[Int(tokens[index - 1].start)]
            return byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "-") || byte == 0xE2
        default: return false
        }
    }

    /// At the end of a word: text stands before at once, and no letter follows.
    private func closesByPlace(_ index: Int, _ paragraph: Range<Int>) -> Bool {
        guard touchesLeft(index, paragraph) else { return false }
        guard touchesRight(index, paragraph) else { return true }
        let kind = tokens[index + 1].kind
        return kind != .word && kind != .number
    }

    private func followsPluralS(_ index: Int) -> Bool {
        let end = Int(tokens[index - 1].end)
        return tokens[index - 1].kind == .word && utf8[end - 1] | 0x20 == UInt8(ascii: "s")
    }

    /// Whether a single mark that can close stands later in the paragraph, within the length of a long quotation.
    private func hasSingleCloser(after index: Int, _ paragraph: Range<Int>) -> Bool {
        ((index + 1)..<min(paragraph.upperBound, index + 500)).contains {
            guard tokens[$0].kind == .quote, $0 > index + 1 else { return false }
            let mark = Mark(tokens[$0], utf8)
            return mark.family == .single && mark.shape != .opening && closesByPlace($0, paragraph)
        }
    }
}
