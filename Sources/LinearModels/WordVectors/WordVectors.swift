import TextFiles

/// A vector for every word: what a word means, as a sentence encoder sees it alone.
///
///     let vectors = try WordVectors(path: "Models/word-vectors.safetensors")
///     vectors.pool("the truce held".utf8Span.span).values   // 192 whole thousandths
///
/// A text is the weighted sum of its words' rows, brought to a root mean square of 1 over the columns, so
/// that one column is about one unit large. What each word gives to a column is a whole number of thousandths,
/// and the column is their sum.
public struct WordVectors: Sendable {
    /// A multiple of 16.
    public let dimensions: Int
    /// The checksum of the file, which a model that was trained with it remembers.
    public let fingerprint: String
    let table: WordTable
    /// One a row: its scale times its weight, so that factor × entry adds up over words.
    let factors: [Int32]
    private let rows: MappedBytes

    /// A text counts by its first words up to this number.
    public static let mostUnits = 4_000

    /// The layout this program reads. A file that says another number is refused by name.
    static let formatVersion = "1"
    static let kind = "word-vectors"

    /// - Throws: `FileError` when the file is missing, cut off, altered, or holds no word vectors.
    public init(path: String) throws {
        let file = try MappedTensors(path: path)
        func error(_ reason: String) -> FileError { FileError(path: path, reason: reason) }
        guard file.metadata["kind"] == WordVectors.kind else { throw error("holds no word vectors") }
        guard file.metadata["format_version"] == WordVectors.formatVersion else {
            throw error("has word vectors of another format; make them again")
        }
        guard let names = file.numbers("names", of: UInt8.self), let rows = file.bytes("vectors"),
            let shape = file.shape("vectors"), let scales = file.numbers("scales", of: UInt16.self),
            let weights = file.numbers("weights", of: UInt16.self)
        else { throw error("lacks one of its arrays") }
        guard let table = WordTable(nameBytes: names) else { throw error("has names out of order") }
        guard shape.count == 2, shape[0] == table.count, shape[1] > 0, shape[1] % 16 == 0,
            scales.count == table.count, weights.count == table.count
        else { throw error("has arrays of the wrong size for its \(table.count) words") }
        dimensions = shape[1]
        fingerprint = file.checksum
        // Rounded once, here, to 12 bits, so that 32 bits hold the sum over `mostUnits`.
        factors = zip(scales, weights).map { Int32((UInt64($0) * UInt64($1) + 1 << 19) >> 20) }
        (self.table, self.rows) = (table, rows)
    }

    /// How many words and pieces have a row.
    public var count: Int { table.count }

    /// The word of a row; `##` marks a piece that continues a word.
    public func name(of row: Int) -> String { table.name(of: row) }
}

extension WordVectors {
    /// One row where it stands in a text.
    public struct Unit: Sendable, Equatable {
        public let row: Int32
        /// The bytes of the word that the row belongs to; the pieces of a word share them.
        public let range: Range<Int32>

        public init(row: Int32, range: Range<Int32>) { (self.row, self.range) = (row, range) }
    }

    /// A text as one vector, with what is needed to share it out among its words again.
    public struct Pooled: Sendable, Equatable {
        /// One a column, thousandths; all 0 for a text without known words.
        public internal(set) var values: [Int32]
        public internal(set) var units: [Unit]
        /// Thousandths for 1 in a sum of factor × entry.
        var multiplier = 0.0
    }

    /// The words of a text that have rows, in order.
    public func units(_ text: Span<UInt8>) -> [Unit] {
        var (scanner, units, rows) = (WordScanner(), [Unit](), [Int32]())
        units.reserveCapacity(text.count / 4)
        while scanner.next(text) {
            rows.removeAll(keepingCapacity: true)
            table.appendRows(of: scanner.word.span, to: &rows)
            let range = Int32(scanner.range.lowerBound)..<Int32(scanner.range.upperBound)
            for row in rows { units.append(Unit(row: row, range: range)) }
        }
        return units
    }

    /// - Complexity: O(*n* · *d*) for *n* words and *d* columns.
    public func pool(_ text: Span<UInt8>) -> Pooled { pool(units(text)) }

    /// - Parameter units: Those after the first `mostUnits` are left out.
    public func pool(_ units: [Unit]) -> Pooled {
        let units = units.count <= WordVectors.mostUnits ? units : Array(units.prefix(WordVectors.mostUnits))
        var sums = [SIMD16<Int32>](repeating: .zero, count: dimensions / 16)
        for unit in units { add(unit, to: &sums) }
        let multiplier = multiplier(sums)
        return Pooled(
            values: flat(sums).map { Int32(WordVectors.thousandths($0, multiplier)) }, units: units,
            multiplier: multiplier)
    }

    /// What each word of a text gives to each column, thousandths: units × columns. Over all units they add up
    /// to the text's values.
    ///
    /// A word's share is what the rounded sum up to and with it has more than the sum before it, so that no
    /// rounding is lost however many words there are.
    public func shares(in pooled: Pooled) -> [[Int]] {
        var sums = [SIMD16<Int32>](repeating: .zero, count: dimensions / 16)
        var before = [Int](repeating: 0, count: dimensions)
        return pooled.units.map { unit in
            add(unit, to: &sums)
            let after = flat(sums).map { WordVectors.thousandths($0, pooled.multiplier) }
            defer { before = after }
            return zip(after, before).map { $0 - $1 }
        }
    }

    /// What each word of a text adds to a score Σ value × weight over the columns, in whole numbers: one a unit, and
    /// they add up to the score.
    ///
    /// A word's share of the score is its row times the weights, brought to the text's length; what the rounding of the
    /// columns leaves over, less than half a weight a column, goes to the last word.
    ///
    /// - Parameter weights: Whole numbers of up to 16 bits, one a column.
    public func contributions(in pooled: Pooled, weights: [Int32]) -> [Int] {
        precondition(weights.count == dimensions, "one weight a column")
        var (score, sum, before) = (0, 0, 0)
        for (value, weight) in zip(pooled.values, weights) { score += Int(value) * Int(weight) }
        var shares: [Int] = []
        shares.reserveCapacity(pooled.units.count)
        for unit in pooled.units {
            sum += Int(factors[Int(unit.row)]) * product(of: unit.row, weights)
            let after = Int((Double(sum) * pooled.multiplier).rounded())
            shares.append(after - before)
            before = after
        }
        if !shares.isEmpty { shares[shares.count - 1] += score - before }
        return shares
    }

    private func product(of row: Int32, _ weights: [Int32]) -> Int {
        weights.withUnsafeBytes { weights in
            rows.withBytes { table in
                var sum = SIMD16<Int32>()
                for block in 0..<dimensions / 16 {
                    let start = Int(row) &* dimensions &+ block &* 16
                    let entries = table.loadUnaligned(fromByteOffset: start, as: SIMD16<Int8>.self)
                    let weight = weights.loadUnaligned(fromByteOffset: block &* 64, as: SIMD16<Int32>.self)
                    sum &+= SIMD16<Int32>(truncatingIfNeeded: entries) &* weight
                }
                var total = 0
                for lane in 0..<16 { total &+= Int(sum[lane]) }
                return total
            }
        }
    }

    /// The vector of one row without its weight, of unit length but for rounding.
    public func vector(of row: Int) -> [Double] {
        let entries = rows.withBytes { table in
            (0..<dimensions).map { Double(table.load(fromByteOffset: row * dimensions + $0, as: Int8.self)) }
        }
        let length = entries.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length == 0 ? entries : entries.map { $0 / length }
    }
}

extension WordVectors {
    /// Adds factor × entry of a row; exact within 32 bits for up to `mostUnits` rows.
    @inline(__always)
    private func add(_ unit: Unit, to sums: inout [SIMD16<Int32>]) {
        let (row, factor) = (Int(unit.row) &* dimensions, factors[Int(unit.row)])
        rows.withBytes { table in
            for block in sums.indices {
                let entries = table.loadUnaligned(fromByteOffset: row &+ block &* 16, as: SIMD16<Int8>.self)
                sums[block] &+= SIMD16<Int32>(truncatingIfNeeded: entries) &* factor
            }
        }
    }

    /// What brings the sum of the rows to a root mean square of 1,000 thousandths; 0 for no words.
    private func multiplier(_ sums: [SIMD16<Int32>]) -> Double {
        var square = 0.0
        for sum in flat(sums) { square += Double(sum) * Double(sum) }
        return square > 0 ? 1_000 * (Double(dimensions) / square).squareRoot() : 0
    }

    @inline(__always)
    private static func thousandths(_ sum: Int32, _ multiplier: Double) -> Int {
        Int((Double(sum) * multiplier).rounded())
    }

    private func flat(_ blocks: [SIMD16<Int32>]) -> [Int32] {
        [Int32](unsafeUninitializedCapacity: blocks.count * 16) { values, count in
            for (index, block) in blocks.enumerated() {
                for lane in 0..<16 { values[index &* 16 &+ lane] = block[lane] }
            }
            count = blocks.count * 16
        }
    }
}
