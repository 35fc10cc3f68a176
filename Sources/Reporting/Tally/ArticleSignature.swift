import Discourse

/// A sketch of an article's words in 64 bytes; two sketches agree in as many places, in share, as the
/// articles have runs of four words in common.
///
/// MinHash after Broder (1997): place *i* holds the smallest value that hash function *i* gives over all
/// runs of four words. Only 16 bits are kept of each (*b*-bit MinHash, Li and König 2010): two different
/// minima agree by chance once in 65,536.
struct ArticleSignature: Sendable, Hashable {
    let places: SIMD32<UInt16>

    init(places: SIMD32<UInt16>) { self.places = places }

    /// - Parameter utf8: The article's text. A text of fewer than four words is one run; one without
    ///   words has the signature of the empty run.
    /// - Complexity: O(32 *n*), where *n* is the number of words.
    init(utf8: [UInt8]) {
        var smallest = InlineArray<32, UInt64>(repeating: .max)
        let seeds = ArticleSignature.seeds.span
        for run in ArticleSignature.runs(WordScanner.keys(utf8)) {
            for place in 0..<32 {
                smallest[place] = min(smallest[place], ArticleSignature.mix(run ^ seeds[place]))
            }
        }
        var places = SIMD32<UInt16>()
        for place in 0..<32 { places[place] = UInt16(truncatingIfNeeded: smallest[place]) }
        self.init(places: places)
    }

    /// Estimated share of runs of words in common, 0...1; standard error at most 0.09.
    func similarity(to other: ArticleSignature) -> Double {
        let agreeing = SIMD32<UInt16>(repeating: 0).replacing(with: 1, where: places .== other.places)
        return Double(agreeing.wrappedSum()) / 32
    }

    private static func runs(_ words: [WordKey]) -> [UInt64] {
        let length = 4
        guard words.count > length else { return [hash(words[...])] }
        return (0...words.count - length).map { hash(words[$0..<$0 + length]) }
    }

    private static func hash(_ words: ArraySlice<WordKey>) -> UInt64 {
        var hash = Hasher64()
        for word in words { hash.combine(word.bits) }
        return hash.finish()
    }

    private static func mix(_ word: UInt64) -> UInt64 {
        let mixed = (word ^ word >> 32) &* 0x9E37_79B9_7F4A_7C15
        return (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
    }

    private static let seeds: [UInt64] = {
        var random = SplitMix64(seed: 0x6465_6d61_7263_6865)
        return (0..<32).map { _ in random.next() }
    }()
}
