import Discourse

/// One word of a statement as the feature function sees it.
struct ReadWord {
    /// Index into the document's tokens; the first of a run of names.
    let token: Int32
    /// The word's key; one key stands for all names, one for all numbers.
    let key: UInt64
    let kind: Kind
    /// What the lexicon says of the entry that starts here; empty for the later words of a phrase.
    var classes = ClassSet()
    /// Index among the words of the negator in whose reach the word is, or -1.
    var negator: Int32 = -1

    enum Kind: UInt8 {
        case word, name, number
        /// The end of a sentence or clause, or a gap between passages; no word.
        case boundary
    }

    var isNegated: Bool { negator >= 0 }

    static let nameKey = WordKey("⟨name⟩").bits
    static let numberKey = WordKey("⟨number⟩").bits
}
