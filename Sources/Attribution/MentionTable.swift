import Discourse

/// The names, roles and titles of a roster, found in running text by their words, the longest first.
///
/// A phrase is stored under a hash of its words in lower case. A word-by-word comparison of case
/// follows, so that "US" is not found in "us" and "Turkey" not in "turkey".
struct MentionTable: Sendable {
    private(set) var phrases: [Phrase] = []
    private var phraseOfHash: [UInt64: Int] = [:]
    /// How many words the longest phrase with this first word has.
    private var longest: [WordKey: Int] = [:]
    /// The last words of all roles.
    let roleWords: Set<WordKey>
    /// One bit for each possible low end of a first word's key: most words of a text are turned away here.
    private var firstWords = [UInt64](repeating: 0, count: 1 << 10)

    /// What a run of words can mean. Indices into the roster's tables; -1 is none.
    struct Phrase: Sendable {
        var person: Int32 = -1
        var organization: Int32 = -1
        var isMetonym = false
        var country: Int32 = -1
        var capital: Int32 = -1
        /// Countries; more than one for a word such as *Congolese*.
        var demonyms: [Int] = []
        /// Countries whose people the word means: *Ukrainians*.
        var peoples: [Int] = []
        var role: Int32 = -1
        var title: Int32 = -1
        var institution: Int32 = -1
        /// The words that must not be in lower case when the phrase is a name, as bits.
        var capitals: UInt32 = 0
        /// Whether the words must be in capitals throughout: an acronym of one word.
        var isAcronym = false
        /// Whether the one word has a capital inside, as in *LeT*: then *Let* is another word.
        var hasInnerCapital = false

        var isName: Bool {
            person >= 0 || organization >= 0 || country >= 0 || capital >= 0 || !demonyms.isEmpty || !peoples.isEmpty
        }
        var isWord: Bool { role >= 0 || title >= 0 || institution >= 0 }
        /// A single word that is also a given name or family name in other hands: *Jordan*, *Chad*, *Washington*.
        var isGeographic: Bool { person < 0 && organization < 0 && (country >= 0 || capital >= 0) }
    }

    init(_ tables: RosterTables) {
        roleWords = Set(tables.roles.compactMap { MentionTable.keys($0.phrase).last })
        for (index, person) in tables.persons.enumerated() {
            for name in [person.actor.name] + person.aliases { addName(name) { $0.person = Int32(index) } }
        }
        for (index, organization) in tables.organizations.enumerated()
        where organization.actor.kind != .government
            || organization.country.map({ tables.countries[$0].name != organization.actor.name }) ?? true
        {
            addName(organization.actor.name) { $0.organization = Int32(index) }
        }
        for (index, organization) in tables.organizations.enumerated() {
            for name in organization.aliases { addName(name) { $0.organization = Int32(index) } }
            for name in organization.metonyms {
                addName(name) {
                    $0.organization = Int32(index)
                    $0.isMetonym = true
                }
            }
        }
        for (index, country) in tables.countries.enumerated() {
            for name in [country.name] + country.aliases { addName(name) { $0.country = Int32(index) } }
            for name in country.capitals { addName(name) { $0.capital = Int32(index) } }
            for name in country.demonyms {
                addName(name) { $0.demonyms.append(index) }
                if let last = name.last, "nricktbg".contains(last), !name.hasSuffix("ish"), name.count > 2 {
                    addName(name + "s") { $0.peoples.append(index) }
                }
            }
        }
        for (index, role) in tables.roles.enumerated() { add(role.phrase) { $0.role = Int32(index) } }
        for (index, title) in tables.titles.enumerated() { add(title.phrase) { $0.title = Int32(index) } }
        for (index, body) in tables.institutions.enumerated() { add(body.phrase) { $0.institution = Int32(index) } }
    }
}

// MARK: - Words

extension MentionTable {
    /// Cuts a name of a table as the segmenter cuts text: at spaces, before `'s`, and around other marks.
    static func words(_ name: String) -> [String] {
        name.split(separator: " ").flatMap { part -> [String] in
            if part.hasSuffix("'s") || part.hasSuffix("’s"), part.count > 2 { return [String(part.dropLast(2)), "'s"] }
            if part.hasSuffix("'") || part.hasSuffix(","), part.count > 1 {
                return [String(part.dropLast()), String(part.suffix(1))]
            }
            return [String(part)]
        }
    }

    static func keys(_ name: String) -> [WordKey] { words(name).map(key) }

    /// The key of a word without the full stop of an abbreviation, so that `Gen.` and `Gen` are one.
    static func key(_ word: String) -> WordKey {
        WordKey(word.hasSuffix(".") && word.count > 1 ? String(word.dropLast()) : word)
    }

    /// The words by which a family name is found: its last, also without an Arabic article.
    static func familyKeys(_ family: String) -> [WordKey] {
        guard let last = words(family).last else { return [] }
        let bare = last.split(separator: "-", maxSplits: 1)
        let hasArticle = bare.count == 2 && ["al", "el", "ad", "as", "ar", "an"].contains(bare[0].lowercased())
        return hasArticle ? [key(last), key(String(bare[1]))] : [key(last)]
    }

    /// The key of a token without the full stop of an abbreviation.
    static func key(of token: Token, in document: Document) -> WordKey {
        let bytes = token.bytes
        guard token.kind == .word, bytes.count > 1, document.utf8[bytes.upperBound - 1] == UInt8(ascii: ".") else {
            return token.key
        }
        let utf8 = document.utf8
        return WordKey(utf8: utf8.span.extracting(bytes.lowerBound..<bytes.upperBound - 1))
    }
}

// MARK: - Adding and finding

extension MentionTable {
    private mutating func addName(_ name: String, _ change: (inout Phrase) -> Void) {
        let words = MentionTable.words(name)
        var capitals: UInt32 = 0
        for (index, word) in words.prefix(32).enumerated() where word.unicodeScalars.first!.properties.isUppercase {
            capitals |= 1 << UInt32(index)
        }
        let letters = name.unicodeScalars.filter(\.properties.isAlphabetic)
        let hasInnerCapital =
            words.count == 1 && !name.utf8.contains(UInt8(ascii: "-"))
            && letters.dropFirst().contains(where: \.properties.isUppercase)
        let isAcronym = words.count == 1 && letters.count > 1 && letters.allSatisfy(\.properties.isUppercase)
        add(name) {
            change(&$0)
            $0.capitals = capitals
            $0.isAcronym = isAcronym
            $0.hasInnerCapital = hasInnerCapital
        }
    }

    private mutating func add(_ phrase: String, _ change: (inout Phrase) -> Void) {
        let keys = MentionTable.keys(phrase)
        guard let first = keys.first else { return }
        let hash = MentionTable.hash(keys)
        let index = phraseOfHash[hash] ?? phrases.count
        if index == phrases.count {
            phrases.append(Phrase())
            phraseOfHash[hash] = index
        }
        change(&phrases[index])
        longest[first] = max(longest[first] ?? 0, keys.count)
        firstWords[Int(first.bits >> 6 & 0x3FF)] |= 1 << (first.bits & 63)
    }

    private static func hash(_ keys: [WordKey]) -> UInt64 {
        var hash = Hasher64()
        for key in keys { hash.combine(key.bits) }
        return hash.finish()
    }

    /// The phrase at a token, and its number of tokens.
    ///
    /// - Parameters:
    ///   - keys: Of all tokens, without the full stops of abbreviations.
    ///   - end: The first token that may not be part of it.
    func longestMatch(at start: Int, keys: [WordKey], tokens: [Token], end: Int) -> (phrase: Int, length: Int)? {
        let first = keys[start]
        guard firstWords[Int(first.bits >> 6 & 0x3FF)] & 1 << (first.bits & 63) != 0,
            let longest = longest[first]
        else { return nil }
        var hash = Hasher64()
        var found: (phrase: Int, length: Int)?
        for length in 1...min(longest, end - start) {
            hash.combine(keys[start + length - 1].bits)
            if let index = phraseOfHash[hash.finish()], fits(phrases[index], start..<start + length, tokens) {
                found = (index, length)
            }
        }
        return found
    }

    private func fits(_ phrase: Phrase, _ range: Range<Int>, _ tokens: [Token]) -> Bool {
        if phrase.isWord { return true }
        if phrase.isAcronym { return tokens[range.lowerBound].shape == .upper }
        if phrase.hasInnerCapital, tokens[range.lowerBound].shape == .capitalized { return false }
        for index in 0..<min(range.count, 32) where phrase.capitals & 1 << UInt32(index) != 0 {
            if tokens[range.lowerBound + index].shape == .lower { return false }
        }
        return true
    }
}

extension MentionTable {
    /// The key of a name's last word without an Arabic article, when it has one: `Nakhala` for `al-Nakhala`.
    static func bareKeys(of last: WordKey, _ mention: Mention, _ document: Document) -> [WordKey] {
        guard let word = mention.tokens.last.map({ document.text(of: $0) }) else { return [] }
        return familyKeys(word).filter { $0 != last }
    }
}
