/// One row of the rules: words that change the tone of other words.
struct ToneRule: Sendable, Equatable {
    /// What the trace of a hit calls it.
    let name: String
    let kind: Kind
    /// The words, each a run of tokens; none for rules about marks and letters.
    let words: [String]
    /// A hit's value is multiplied by this.
    let factor: Double
    /// How many words it acts on, or how many marks it counts; 0 where that has no meaning.
    let reach: Int

    enum Kind: String, Sendable, CaseIterable {
        /// Acts on the next `reach` words, up to the end of the clause.
        case negation
        /// Looks like another rule's words and is none: *not only*.
        case exempt
        /// Acts on the next `reach` words, up to the next mark.
        case intensity
        /// Acts up to the next mark or word of kind `after`: *although*, *if*.
        case clause
        /// Acts on what stands before its words in the sentence.
        case before
        /// Acts on what stands after its words in the sentence.
        case after
        /// Words that end the reach of a negation or intensity: *but*, *because*.
        case boundary
        /// Marks that end the reach of a negation, intensity or clause rule.
        case mark
        /// Marks and words at which the clause of a target begins or ends.
        case split
        /// Acts on a word in capitals where others are not.
        case capitals
        /// Acts once for each exclamation mark that ends the sentence, at most `reach` times.
        case exclamation
        /// Acts on a sentence that ends with a question mark.
        case question
        /// Its factor is α of the compound, in squared points a word.
        case squash
    }
}
