/// The part of speech of a token: the tags of the Penn Treebank, with those that matter to nobody here brought together.
public enum PartOfSpeech: UInt8, CaseIterable, Sendable {
    case noun, nouns, name, pronoun, possessivePronoun, determiner, adjective, adverb, preposition, to, conjunction
    case number, modal, base, present, presentThird, past, pastParticiple, gerund, wh, possessive, punctuation, other

    /// Reads a tag of the Penn Treebank; unknown ones are `other`.
    public init(penn tag: some StringProtocol) {
        self =
            switch tag {
            case "NN": .noun
            case "NNS": .nouns
            case "NNP", "NNPS": .name
            case "PRP": .pronoun
            case "PRP$": .possessivePronoun
            case "DT", "PDT", "EX": .determiner
            case "JJ", "JJR", "JJS", "AFX": .adjective
            case "RB", "RBR", "RBS": .adverb
            case "IN", "RP": .preposition
            case "TO": .to
            case "CC": .conjunction
            case "CD": .number
            case "MD": .modal
            case "VB": .base
            case "VBP": .present
            case "VBZ": .presentThird
            case "VBD": .past
            case "VBN": .pastParticiple
            case "VBG": .gerund
            case "WP", "WDT", "WRB", "WP$": .wh
            case "POS": .possessive
            case ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "$", "#", "SYM", "NFP": .punctuation
            default: .other
            }
    }

    var isFiniteVerb: Bool { self == .modal || self == .present || self == .presentThird || self == .past }
}
