import Discourse
import TextFiles

/// Reads a target in its sentence and writes its features: lexicon, rules and frames together.
struct TargetExtractor: Sendable {
    let scorer: LexiconScorer
    let features: TargetFeatures
    let folder: String
    /// The cells of the three tables folded to 64 bits, written in base 16: what a model remembers of them.
    let fingerprint: String

    /// - Throws: `FileError` when a table of the folder cannot be used.
    init(folder: String) throws {
        let tables = try ["lexicon", "rules", "frames"].map { try TextTable(path: "\(folder)/\($0).tsv") }
        scorer = LexiconScorer(lexicon: try Lexicon(tables[0]), rules: try RuleTable(tables[1]))
        features = TargetFeatures(frames: try FrameTable(tables[2]))
        (self.folder, fingerprint) = (folder, TargetExtractor.fingerprint(tables))
    }

    /// - Parameters:
    ///   - target: The tokens that name it.
    ///   - bounds: What may be looked at, inside the sentence; nil for all of it.
    func callAsFunction(
        _ target: Range<Int>, within bounds: Range<Int>? = nil, of document: Document, row: inout TargetRow
    ) -> TargetReading {
        let reading = TargetReading(
            target: target, within: bounds ?? document.tokens.indices, of: document, scorer: scorer,
            frames: features.frames)
        features(reading, row: &row)
        return reading
    }

    private static func fingerprint(_ tables: [TextTable]) -> String {
        var hash = Hasher64()
        for cell in tables.lazy.flatMap(\.rows).flatMap(\.cells) {
            for byte in cell.utf8 { hash.combine(byte) }
            hash.combine(UInt8(ascii: "\t"))
        }
        return String(hash.finish(), radix: 16)
    }
}
