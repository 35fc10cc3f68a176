import Discourse

/// One word of a sentence as it is seen from a target in it.
struct TargetWord {
    /// Half-open token range: of a run of names or of the target several tokens, otherwise one.
    let tokens: Range<Int32>
    /// The word's key; one key stands for all names, one for all numbers, one for the target.
    let key: UInt64
    let kind: Kind
    /// What patterns see of the word.
    var symbol: Symbol

    enum Kind: UInt8 {
        case word, name, number, mark, target
    }

    /// A word reduced to its class: of the table of frames from 0, or one of these.
    struct Symbol: RawRepresentable, Hashable {
        let rawValue: UInt8

        static let target = Symbol(rawValue: 200)
        static let positive = Symbol(rawValue: 201)
        static let negative = Symbol(rawValue: 202)
        static let name = Symbol(rawValue: 203)
        static let comma = Symbol(rawValue: 204)
        static let quote = Symbol(rawValue: 205)
        static let mark = Symbol(rawValue: 206)
        /// Any other word; patterns pass over it.
        static let other = Symbol(rawValue: 207)
    }

    static let nameKey = WordKey("⟨name⟩").bits
    static let numberKey = WordKey("⟨number⟩").bits
    static let targetKey = WordKey("⟨target⟩").bits

    var token: Int32 { tokens.lowerBound }
    var isWord: Bool { kind == .word || kind == .number || kind == .name }
}
