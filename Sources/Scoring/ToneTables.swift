/// What a scorer knows, in one object, so that readers of sentences share it at the cost of one reference.
final class ToneTables: Sendable {
    let lexicon: Lexicon
    let rules: RuleTable
    let vocabulary: Vocabulary
    /// The value of each entry in millionths: all that is needed of it where no trace is asked for.
    let values: [Int]

    init(lexicon: Lexicon, rules: RuleTable) {
        (self.lexicon, self.rules) = (lexicon, rules)
        vocabulary = Vocabulary(lexicon: lexicon, rules: rules)
        values = lexicon.entries.map(\.value)
    }
}
