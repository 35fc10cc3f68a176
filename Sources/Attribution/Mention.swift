/// A run of tokens that names, titles or describes somebody: a phrase of the roster, or a run of
/// capitalised words that no table has.
struct Mention: Sendable {
    /// Half-open token range in the document.
    let tokens: Range<Int>
    /// Index into the roster's phrases; nil for a run of capitalised words.
    let phrase: Int?
    /// The member of the cast that it names, once that is known.
    var member: Int?
}
