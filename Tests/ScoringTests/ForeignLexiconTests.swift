import Discourse
import TestSupport
import Testing
import TextFiles

@testable import Scoring

struct ForeignLexiconTests {
    private func scorer(_ name: String, _ text: String) throws -> LexiconScorer {
        let file = TemporaryFile(name, text)
        return try LexiconScorer(lexicon: file.path, rulesFolder: Folder.sentiment) { entry in
            let document = Document.of(entry)
            return document.tokens.indices.map { document.text(of: $0) }
        }
    }

    private func values(_ score: LexiconScorer) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: score.lexicon.entries.map { ($0.words, $0.value) })
    }

    private func reason(_ name: String, _ text: String) -> String? {
        do {
            _ = try scorer(name, text)
            return nil
        } catch let error as FileError {
            return (error.line.map { "\($0): " } ?? "") + error.reason
        } catch { return "\(error)" }
    }

    private func hits(_ score: LexiconScorer, _ text: String) -> [String] {
        score([Document.of(text).whole]).hits.map { "\($0.entry) \($0.value.signum())" }
    }

    // MARK: Tables

    @Test func `VADER's table keeps its values and tells the deviation of its ratings`() throws {
        let score = try scorer(
            "vader.txt",
            "good\t1.9\t0.9434\t[2, 1, 1, 3, 2, 4, 2, 2, 1, 1]\ncan't stand\t-2.0\t0.63246\t[-3, -2, -2, -1, -2, -2, -3, -1, -2, -2]\n:)\t2.0\t1.18322\t[2, 2, 1, 1, 1, 1, 4, 3, 4, 1]\n"
        )
        #expect(values(score) == ["good": 1_900_000, "ca n't stand": -2_000_000, ": )": 2_000_000])
        #expect(score.lexicon.entries[0].raters == 10)
        #expect(hits(score, "I can’t stand it.") == ["ca n't stand -1"])
        #expect(score([Document.of("It was a good day.").whole]).interval != nil)
    }

    @Test(arguments: [
        ("afinn.txt", "abandon\t-2\nbreathtaking\t5\nno fun\t-3\n"),
        ("words.csv", "word,value\nabandon,-2\n\"breathtaking\",5\nno fun,-3\n"),
        ("words.csv", "abandon,-0.02\nbreathtaking,0.05\nno_fun,-0.03\n"),
        ("words.tsv", "# a comment\nterm\tscore\nABANDON\t-2\nbreathtaking\t5\nno fun\t-3\r\n"),
    ])
    func `numbers of any scale are brought to that of VADER's words`(name: String, text: String) throws {
        let score = try scorer(name, text)
        let factor = 1.72 / (38.0 / 3).squareRoot() * 1_000_000
        let expected = ["abandon": -2.0, "breathtaking": 5, "no fun": -3].mapValues { Int(($0 * factor).rounded()) }
        #expect(values(score) == expected)
        #expect(hits(score, "It was no fun, they had to abandon the walk.") == ["no fun -1", "abandon -1"])
        #expect(score([Document.of("It was breathtaking.").whole]).interval == nil)
    }

    @Test func `of two entries the later counts, and quotation marks in CSV may hold commas`() throws {
        let score = try scorer("x.csv", "good,1\n\"well, well\",-1\n\"so \"\"called\"\"\",-1\ngood,-1\n")
        #expect(values(score).mapValues { $0.signum() } == ["good": -1, "well , well": -1, "so \" called \"": -1])
    }

    @Test func `the project's own format is known by its header`() throws {
        let score = try scorer("mine.tsv", "entry\tvalue\tspread\tsource\ngood\t3.5\t0.2\tmine\n")
        #expect(values(score) == ["good": 3_500_000])
    }

    @Test func `what cannot be read is told with its line`() {
        #expect(reason("x.csv", "good,1\nbad\n") == "2: is not a word and a number")
        #expect(reason("x.csv", "good,1\nbad,much\n") == "2: holds 'much', not a number up to a million")
        #expect(reason("x.csv", "good,1\nbad,-1e300\n") == "2: holds '-1e300', not a number up to a million")
        #expect(reason("x.csv", "good,1\n\"bad,-1\n") == "2: has a quotation mark without its partner")
        #expect(
            reason("x.txt", "good\t1.9\t0.9\t[1]\nbad\t-9\t0.9\t[1]\n")
                == "2: is not a word, its mean -4...4, deviation and ratings")
        #expect(reason("x.yml", "other: [a, b]\n")?.hasPrefix("has no category of tone") == true)
    }

    // MARK: quanteda

    /// In the shape of the Lexicoder dictionary: patterns, and categories for what is negated.
    private static let lexicoder = """
        # a comment
        negative:
          - a lie
          - abandon*
          - bad
        positive:
          - good*
          - well?being
        neg_positive:
          - not good*
          - not well?being
        neg_negative:
          - not bad
          - no abandon*
        topic:
          - war*
        """

    @Test func `a dictionary has a tone by category, with wildcards and negated entries`() throws {
        let score = try scorer("lsd.yml", Self.lexicoder)
        #expect(hits(score, "The goods were abandoned in the war.") == ["good* 1", "abandon* -1"])
        #expect(hits(score, "That is not good, and not bad.") == ["not good* -1", "not bad 1"])
        #expect(hits(score, "It told a lie of well-being.") == ["a lie -1", "well?being 1"])
        #expect(hits(score, "No abandonment, not well-being") == ["no abandon* 1", "not well?being -1"])
        #expect(hits(score, "A lie-in") == [])
    }

    @Test func `categories may lie in others, and lists stand in brackets`() throws {
        let score = try scorer(
            "x.yaml", "sentiment:\n  positive: [good, 'so so', \"very #1\",\n    fine] # end\n  negative: bad\n")
        #expect(Set(values(score).keys) == ["good", "so so", "very #1", "fine", "bad"])
    }

    @Test(arguments: [
        ("- good\n", "1: is an entry before any category"), ("positive\n", "1: is neither 'category:' nor '- entry'"),
        ("positive:\n\t- good\n", "2: is indented by a tab"),
        ("positive: &a [good]\n", "1: begins with '&', which is not read here; write it in quotation marks"),
        ("positive: [good\n", "1: begins a list in brackets that has no end"),
        ("positive: [good] bad\n", "1: goes on after its end"),
        ("positive: ['good]\n", "1: has a quotation mark without its partner"),
    ])
    func `YAML beyond dictionaries is refused with its line`(text: String, expected: String) {
        #expect(reason("x.yml", text) == expected)
    }

    @Test func `a long word goes before a wildcard, and a run before a word`() throws {
        let score = try scorer("x.yml", "positive: [peac*, peaceful]\nnegative: [peaceful protest*, 'p*']\n")
        #expect(hits(score, "peaceful") == ["peaceful 1"])
        #expect(hits(score, "peacemaker") == ["peac* 1"])
        #expect(hits(score, "It was a peaceful protester") == ["peaceful protest* -1"])
        #expect(hits(score, "a plum") == ["p* -1"])
    }

    @Test func `wildcards find what a slow comparison finds`() {
        let patterns = ["a*", "ab?", "*b", "a*b*", "?b", "éa*", "abc"]
        let table = WildcardTable(patterns)
        var random = SplitMix64(seed: 4)
        for _ in 0..<400 {
            let word = String(
                (0..<Int.random(in: 1...4, using: &random)).map { _ in "abcéA".randomElement(using: &random)! })
            let found = Set(table.matches(Array(word.utf8)[...]))
            let expected = patterns.filter { $0.contains { "*?".contains($0) } }.filter {
                Self.fits(Array(word.lowercased())[...], Array($0)[...])
            }
            #expect(found == Set(expected.map { WordKey($0) }), "\(word)")
        }
    }

    private static func fits(_ word: ArraySlice<Character>, _ pattern: ArraySlice<Character>) -> Bool {
        guard let first = pattern.first else { return word.isEmpty }
        if first == "*" { return (word.startIndex...word.endIndex).contains { fits(word[$0...], pattern.dropFirst()) } }
        return word.first.map { $0 == first || first == "?" } == true && fits(word.dropFirst(), pattern.dropFirst())
    }
}
