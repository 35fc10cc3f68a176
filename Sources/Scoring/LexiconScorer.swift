import Discourse

/// Scores the tone of a statement by lexicon and rules, with every word's share of it.
///
///     let score = try LexiconScorer(folder: "Lexicons/sentiment")
///     let valence = score([document.whole])       // "a welcome but costly plan"
///     valence.hits.map(\.entry)                   // ["welcome", "costly"]
///
/// Each sentence is read once from left to right: a word or run of words of the lexicon makes a hit,
/// a word of the rules changes the hits around it. Tone is no stance: *We reject the peace agreement*
/// and *The war must end now* are both negative.
///
/// With *t* the sum of the hits in lexicon points and *n* the number of words, the compound is
/// *t* / √(*t*² + α *n*). VADER (Hutto and Gilbert 2014) has a constant 15 in place of α *n*; letting it
/// grow with the text keeps a long statement from reaching ±1 by its length alone.
///
/// The interval of a compound is that of *t* ± 1.96 *s*, where *s* comes from the standard errors of the entries
/// (`ToneError`); VADER has the deviations of its ratings in its file and does not use them.
public struct LexiconScorer: Sendable {
    let tables: ToneTables

    /// - Parameter folder: Holds `lexicon.tsv` and `rules.tsv`; Lexicons/sentiment/README.md describes both.
    /// - Throws: `FileError` when one of them cannot be read, or a row of it makes no sense.
    public init(folder: String) throws {
        try self.init(lexicon: Lexicon(path: folder + "/lexicon.tsv"), rules: RuleTable(path: folder + "/rules.tsv"))
    }

    /// Scores by a lexicon of another project and this project's rules.
    ///
    /// - Parameters:
    ///   - path: A file in one of the formats of `ForeignLexicon`, which Lexicons/sentiment/README.md lists.
    ///   - folder: Holds `rules.tsv`.
    ///   - tokenize: Cuts an entry into words as documents are cut.
    /// - Throws: `FileError` with the line for what cannot be read.
    public init(lexicon path: String, rulesFolder folder: String, tokenize: @escaping (String) -> [String]) throws {
        try self.init(
            lexicon: ForeignLexicon(path: path, tokenize: tokenize).read(),
            rules: RuleTable(path: folder + "/rules.tsv"))
    }

    init(lexicon: Lexicon, rules: RuleTable) {
        tables = ToneTables(lexicon: lexicon, rules: rules)
    }

    var lexicon: Lexicon { tables.lexicon }
    var rules: RuleTable { tables.rules }
    var vocabulary: Vocabulary { tables.vocabulary }

    /// Returns the tone of a statement.
    ///
    /// - Parameters:
    ///   - passages: Runs of tokens of one document; rules act inside a sentence of a passage only.
    ///   - masking: Token ranges that carry no tone, such as the mentions of actors. Runs of capitalised
    ///     words inside a sentence are taken for names without being told.
    /// - Returns: A compound in -1...1 and the hits in order of the passages; 0 and none for no words.
    /// - Complexity: O(*n*) lookups in the tokens of the passages.
    public func callAsFunction(_ passages: [Passage], masking: [Range<Int>] = []) -> Valence {
        var hits: [Valence.Hit] = []
        var error = ToneError()
        var words = 0
        forEachSentence(passages, masking) { reader in
            hits += reader.hits
            reader.add(to: &error)
            words += reader.words
        }
        let total = hits.reduce(0) { $0 + $1.value }
        let interval = error.deviation.map { deviation in
            let reach = Int((LexiconScorer.reach * deviation * 1_000_000).rounded())
            return compound(total: total - reach, words: words)...compound(total: total + reach, words: words)
        }
        return Valence(
            compound: compound(total: total, words: words), hits: hits, interval: hits.isEmpty ? nil : interval)
    }

    /// Deviations of the normal distribution to either side that hold 95 % of it.
    private static let reach = 1.96

    /// The compound alone, which takes less time than with a trace.
    public func compound(_ passages: [Passage], masking: [Range<Int>] = []) -> Double {
        var (total, words) = (0, 0)
        forEachSentence(passages, masking) { reader in
            total += reader.total
            words += reader.words
        }
        return compound(total: total, words: words)
    }

    private func forEachSentence(
        _ passages: [Passage], _ masking: [Range<Int>], _ body: (borrowing SentenceReader) -> Void
    ) {
        for passage in passages {
            passage.forEachSentence { sentence, part in
                var reader = SentenceReader(
                    tables, SentenceView(document: passage.document, sentence: sentence, part: part, masking: masking))
                reader.read()
                body(reader)
            }
        }
    }

    /// - Parameter total: In millionths of a lexicon point.
    private func compound(total: Int, words: Int) -> Double {
        guard total != 0 else { return 0 }
        let points = Double(total) / 1_000_000
        return points / (points * points + tables.rules.squash * Double(max(words, 1))).squareRoot()
    }
}

extension Passage {
    /// Calls `body` with each sentence the passage touches and the part of it that is in the passage.
    func forEachSentence(_ body: (_ sentence: Range<Int>, _ part: Range<Int>) -> Void) {
        guard !tokens.isEmpty else { return }
        for sentence in document.sentences[document.sentence(of: tokens.lowerBound)...] {
            guard sentence.lowerBound < tokens.upperBound else { return }
            body(sentence, sentence.clamped(to: tokens))
        }
    }
}
