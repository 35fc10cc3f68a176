/// Finds the main text of a page.
///
/// Each block of text has a gain: its length, less twice and a half what of it is links, less a fixed
/// cost, so that paragraphs gain, and menus, teasers and labels lose. A short block without links loses little.
///
///     1. An element whose name says that it is the article, and that holds half of all that
///        gains, is it; of several the one that holds most, then the tightest.
///     2. Else the element that gains most as a sum over its blocks: a smaller one misses
///        paragraphs, a larger one takes in what loses.
///     3. From there up, as long as an element around it holds three times as much that gains: there the
///        article is among long lists of links, as in an encyclopedia.
///
/// Blocks whose names say `comments` or `related` lose, unless nothing else is left.
struct MainText {
    /// Blocks of the main text, in order.
    let blocks: [PageBlocks.Block]

    init(of page: PageBlocks) {
        let trusted = MainText.choose(from: page) {
            $0.isSuspect ? -Double($0.count) / 2 - MainText.cost : MainText.gain($0)
        }
        let kept = trusted.filter { !$0.isSuspect }
        blocks = MainText.isEnough(kept) ? kept : MainText.choose(from: page, MainText.gain)
    }

    var isEmpty: Bool { !MainText.isEnough(blocks) }

    /// What a block costs, in bytes: a label or a line of a menu is shorter, a sentence longer.
    private static let cost = 50.0
    private static let linkCost = 2.5
    /// The most that a block without links loses.
    private static let unlinkedLoss = 10.0
    /// Fewer bytes than this, over all paragraphs and points, are no article.
    private static let minimum = 20

    private static func gain(_ block: PageBlocks.Block) -> Double {
        let gain = Double(block.count) - cost - linkCost * Double(block.linked)
        return block.linked == 0 ? max(gain, -unlinkedLoss) : gain
    }
}

extension MainText {
    private static func choose(from page: PageBlocks, _ gain: (PageBlocks.Block) -> Double) -> [PageBlocks.Block] {
        let gains = page.blocks.map(gain)
        let (sums, merits) = (RunningSum(gains), RunningSum(gains.map { max(0, $0) }))
        let range: Range<Int>
        if merits.total == 0 {
            range = fallback(page)
        } else if let named = named(page, merits) {
            range = page.elements[named].blocks
        } else {
            range = page.elements[climbed(from: densest(page, sums), page, merits)].blocks
        }
        return trimmed(page.blocks[range].filter(isText))
    }

    private static func named(_ page: PageBlocks, _ merits: RunningSum) -> Int? {
        let candidates = page.elements.indices.filter {
            page.elements[$0].preference.rawValue >= PageBlocks.Element.Preference.article.rawValue
                && merits[page.elements[$0].blocks] * 2 >= merits.total
        }
        return candidates.max { a, b in
            let (inA, inB) = (page.elements[a].blocks, page.elements[b].blocks)
            return merits[inA] != merits[inB] ? merits[inA] < merits[inB] : inA.count > inB.count
        }
    }

    /// The element that gains most; `main` is worth a tenth more.
    private static func densest(_ page: PageBlocks, _ sums: RunningSum) -> Int {
        func worth(_ element: Int) -> Double {
            sums[page.elements[element].blocks] * (page.elements[element].preference == .none ? 1 : 1.1)
        }
        var best = 0
        for element in page.elements.indices {
            let isTighter = page.elements[element].blocks.count <= page.elements[best].blocks.count
            if worth(element) > worth(best) || worth(element) == worth(best) && isTighter { best = element }
        }
        return best
    }

    private static func climbed(from element: Int, _ page: PageBlocks, _ merits: RunningSum) -> Int {
        var (best, next) = (element, page.elements[element].parent)
        while let element = next {
            if merits[page.elements[element].blocks] >= 3 * merits[page.elements[best].blocks] { best = element }
            next = page.elements[element].parent
        }
        return best
    }

    /// On a page so short that nothing gains: the best-named element, or all of it.
    private static func fallback(_ page: PageBlocks) -> Range<Int> {
        let named = page.elements.filter { !$0.blocks.isEmpty }.max { $0.preference.rawValue < $1.preference.rawValue }
        guard let named, named.preference != .none else { return page.blocks.indices }
        return named.blocks
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
        var count = 0
        for block in blocks {
            if case .heading = block.kind { continue }
            count += block.count
        }
        return count >= minimum
    }
}

/// Sums over any range of a list in two look-ups.
private struct RunningSum {
    private var sums = [0.0]

    init(_ values: [Double]) { for value in values { sums.append(sums[sums.count - 1] + value) } }

    var total: Double { sums[sums.count - 1] }

    subscript(range: Range<Int>) -> Double { sums[range.upperBound] - sums[range.lowerBound] }
}
