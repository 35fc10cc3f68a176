import Discourse

/// A relative pronoun as a source gives way to what it stands for: *the envoy, who said …* is the envoy.
///
/// The antecedent is the noun phrase that ends right before the pronoun, or before the comma in front of it.
/// Where none is found, the pronoun stays.
struct AntecedentRule {
    let document: Document

    func callAsFunction(_ source: Range<Int>) -> Range<Int> {
        let startsRelative = AntecedentRule.relatives.contains(document.tokens[source.lowerBound].key)
        // "which the ministry said …" is the ministry, "who lost his house, said …" is whoever lost it.
        if source.count > 1, startsRelative, startsName(source.lowerBound + 1) {
            return source.lowerBound + 1..<source.upperBound
        }
        // "both of whom …" is those before it.
        let endsRelative =
            source.count <= 3 && AntecedentRule.relatives.contains(document.tokens[source.upperBound - 1].key)
        guard startsRelative || endsRelative else { return source }
        let sentence = document.sentences[document.sentence(of: source.lowerBound)]
        var end = source.lowerBound
        while end > sentence.lowerBound, isComma(end - 1) || document.tokens[end - 1].kind == .quote { end -= 1 }
        var start = end
        while start > sentence.lowerBound, belongs(start - 1, before: end) { start -= 1 }
        return start < end ? start..<end : source
    }

    /// Whether a token can stand in the noun phrase: names and nouns back to an article or the start of the run of capitals.
    private func belongs(_ index: Int, before end: Int) -> Bool {
        let token = document.tokens[index]
        guard token.kind == .word || token.kind == .clitic else { return false }
        if AntecedentRule.breakers.contains(token.key) { return false }
        // An article ends the phrase on its left, so nothing before it belongs.
        return index + 1 == end || !AntecedentRule.articles.contains(document.tokens[index + 1].key)
    }

    private func startsName(_ index: Int) -> Bool {
        let token = document.tokens[index]
        return token.shape != .lower || AntecedentRule.articles.contains(token.key)
            || AntecedentRule.persons.contains(token.key)
    }

    private func isComma(_ index: Int) -> Bool { document.utf8[Int(document.tokens[index].start)] == UInt8(ascii: ",") }

    private static let relatives = keys("who which that whom")
    private static let persons = keys("he she they it we i you")
    private static let articles = keys(
        "the a an this that these those his her its their our my some several many two three")
    private static let breakers = keys(
        "and or but to by with from in on at for as after before said says told is was were are has have had that which who while when if"
    )

    private static func keys(_ words: String) -> Set<WordKey> {
        words.split(separator: " ").reduce(into: []) { $0.insert(WordKey($1)) }
    }
}
