/// Finds the main text of a page.
///
/// Each block of text has a gain: its length, less a fixed cost and twice and a half what of it is
/// links, so that paragraphs gain and menus, teasers and labels lose. The gain of an element is the sum
/// over its blocks, and the main text is in the element that gains most: a smaller one misses
/// paragraphs, a larger one takes in what loses. Elements whose names say `article` or `main` are
/// preferred by a factor. Blocks whose names say `comments` or `related` lose, unless nothing else is left.
struct MainText {
    /// Blocks of the main text, in order.
    let blocks: [PageBlocks.Block]

    /// What a block costs, in bytes: a label or a line of a menu is shorter, a sentence longer.
    private static let cost = 50.0
    private static let linkCost = 2.5
    /// Fewer bytes than this, over all paragraphs and points, are no article.
    private static let minimum = 25

    init(of page: PageBlocks) {
        let trusted = MainText.choose(from: page) { $0.isSuspect ? -Double($0.count) / 2 - MainText.cost : MainText.gain($0) }
        let kept = trusted.filter { !$0.isSuspect }
        blocks = MainText.isEnough(kept) ? kept : MainText.choose(from: page, MainText.gain)
    }

    var isEmpty: Bool { !MainText.isEnough(blocks) }

    private static func gain(_ block: PageBlocks.Block) -> Double {
        Double(block.count) - cost - linkCost * Double(block.linked)
    }

    private static func choose(from page: PageBlocks, _ gain: (PageBlocks.Block) -> Double) -> [PageBlocks.Block] {
        var sums = [0.0]
        for block in page.blocks { sums.append(sums.last! + gain(block)) }
        var best: (element: PageBlocks.Element, gain: Double)?
        for element in page.elements where !element.blocks.isEmpty {
            let gain = sums[element.blocks.upperBound] - sums[element.blocks.lowerBound]
            // A gain below zero is a short page, where names are still worth something.
            let weighted = gain > 0 ? gain * factor(element) : gain / factor(element)
            if best == nil || weighted > best!.gain || weighted == best!.gain && element.blocks.count <= best!.element.blocks.count {
                best = (element, weighted)
            }
        }
        guard let best else { return [] }
        let range = best.gain > 0 ? best.element.blocks : MainText.fallback(page)
        return trimmed(page.blocks[range].filter(isText))
    }

    /// On a page so short that everything loses: the best-named element, or all of it.
    private static func fallback(_ page: PageBlocks) -> Range<Int> {
        let named = page.elements.filter { !$0.blocks.isEmpty }.max { $0.preference.rawValue < $1.preference.rawValue }
        guard let named, named.preference != .none else { return page.blocks.indices }
        return named.blocks
    }

    private static func factor(_ element: PageBlocks.Element) -> Double {
        switch element.preference {
        case .none: 1
        case .main: 1.1
        case .article, .body: 1.3
        }
    }

    /// Whether a block reads as text: not mostly links, unless it is a sentence all the same.
    private static func isText(_ block: PageBlocks.Block) -> Bool {
        if case .heading = block.kind { return block.linked * 2 <= block.count }
        return block.linked * 5 <= block.count * 3 || block.count > 120 && ".!?\"”".contains(block.text.last ?? " ")
    }

    /// Without headings that nothing follows.
    private static func trimmed(_ blocks: [PageBlocks.Block]) -> [PageBlocks.Block] {
        var blocks = blocks
        while case .heading = blocks.last?.kind { blocks.removeLast() }
        return blocks
    }

    private static func isEnough(_ blocks: [PageBlocks.Block]) -> Bool {
        var (count, hasParagraph) = (0, false)
        for block in blocks {
            if case .heading = block.kind { continue }
            count += block.count
            if block.kind == .paragraph || block.kind == .line { hasParagraph = true }
        }
        return count >= minimum && hasParagraph
    }
}
