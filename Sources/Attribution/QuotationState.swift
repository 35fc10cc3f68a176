import Discourse

/// Where a token stands with regard to the outermost quotations of its paragraph.
enum QuotationState: UInt8 {
    case outside
    /// In a quotation long enough to be speech.
    case opening, inside, closing
    /// In a word or two in quotation marks: a title, a nickname, a scare quote.
    case shortOpening, shortInside, shortClosing
    /// In a quotation that goes on over the paragraph.
    case runningOpening, running

    var isInside: Bool { self != .outside }

    /// One state a token of the document.
    static func states(of document: Document) -> [QuotationState] {
        var states = [QuotationState](repeating: .outside, count: document.tokens.count)
        // A mark that was never closed, in a paragraph that no other goes on from, says little: it may be a slip.
        for quotation in document.quotations where quotation.depth == 0 && quotation.closing != .repaired {
            let range = quotation.tokens
            let isShort = range.count <= 5
            let isRunning = quotation.closing == .continued
            for index in range {
                states[index] = isRunning ? .running : isShort ? .shortInside : .inside
            }
            states[range.lowerBound] = isRunning ? .runningOpening : isShort ? .shortOpening : .opening
            if !isRunning, quotation.closing == .closed {
                states[range.upperBound - 1] = isShort ? .shortClosing : .closing
            }
        }
        return states
    }
}
