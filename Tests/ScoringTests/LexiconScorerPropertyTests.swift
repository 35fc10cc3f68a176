import Discourse
import TestSupport
import Testing

@testable import Scoring

struct LexiconScorerPropertyTests {
    private static let pieces: [String] =
        [
            "the", "plan", "not", "n't", "don't", "no", "good", "bad", "very", "but", "if", "although", "only", ",",
            ".", "!", "?", "?!", "…", "\"", "“",
            "”", "(", ")", ":", "—", "-", "WAR", "Hope", "Hicks", "I", "A", "war", "crimes", "peace", "talks", "end",
            "of", "lack",
            "\n", "\n\n", "3.5", "é", "e\u{301}", "平和", "🕊️", "#good", "@good", "\u{0}", "\u{FFFD}", "good-bad", "'s",
            "’", "İ",
        ] + Folder.score.lexicon.entries.enumerated().filter { $0.offset % 97 == 0 }.map(\.element.words)

    private func text(_ seed: UInt64) -> String {
        var random = SplitMix64(seed: seed)
        return (0..<Int.random(in: 0...50, using: &random)).map { _ in
            Self.pieces.randomElement(using: &random)! + (Int.random(in: 0..<8, using: &random) > 0 ? " " : "")
        }.joined()
    }

    @Test(arguments: 0..<200)
    func `the hits sum to the total and each is its entry times its rules`(seed: UInt64) {
        let document = Document.of(text(seed))
        let valence = Folder.score([document.whole])
        #expect(valence.total == valence.hits.reduce(0) { $0 + $1.value })
        #expect((-1...1).contains(valence.compound))
        #expect(valence.compound.sign == .plus || valence.total < 0)
        #expect((valence.compound == 0) == (valence.total == 0))
        var end = 0
        for hit in valence.hits {
            #expect(hit.tokens.lowerBound >= end && hit.tokens.upperBound <= document.tokens.count)
            end = hit.tokens.upperBound
            #expect(hit.value == expected(hit))
        }
    }

    private func expected(_ hit: Valence.Hit) -> Int? {
        guard let value = Self.values[hit.entry] else { return nil }
        let factor = hit.rules.reduce(1.0) { product, name in
            product * (Folder.score.rules.rules.first { $0.name == name }?.factor ?? .nan)
        }
        return Int((Double(value) * factor).rounded())
    }

    @Test(arguments: 0..<200)
    func `the table finds what a search with strings finds`(seed: UInt64) {
        let document = Document.of(text(seed))
        let found = Folder.score([document.whole]).hits.map { Match(tokens: $0.tokens, entry: $0.entry) }
        #expect(found == slowMatches(document))
    }

    private struct Match: Equatable {
        let tokens: Range<Int>
        let entry: String
    }

    private static let values = Dictionary(
        uniqueKeysWithValues: Folder.score.lexicon.entries.map { ($0.words, $0.value) })
    private static let known = Set(values.keys).union(Folder.score.rules.rules.flatMap(\.words))
    private static let longest = known.map { $0.split(separator: " ").count }.max()!

    /// The obvious way: at each word, the longest run whose words, joined by spaces, are in a dictionary.
    private func slowMatches(_ document: Document) -> [Match] {
        var matches: [Match] = []
        for sentence in document.sentences {
            let view = SentenceView(document: document, sentence: sentence, part: sentence, masking: [])
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                let run = (1...Self.longest).reversed().lazy.map { index..<index + $0 }.first {
                    $0.upperBound <= sentence.upperBound && Self.known.contains(joined($0, of: document))
                }
                guard let run else {
                    index += 1
                    continue
                }
                let entry = joined(run, of: document)
                if let value = Self.values[entry], value != 0, !view.isMasked(run) {
                    matches.append(Match(tokens: run, entry: entry))
                }
                index = run.upperBound
            }
        }
        return matches
    }

    private func joined(_ tokens: Range<Int>, of document: Document) -> String {
        tokens.map { document.text(of: $0).lowercased().map { $0 == "’" ? "'" : String($0) }.joined() }.joined(
            separator: " ")
    }

    @Test(arguments: 0..<100)
    func `a passage scores as its sentences do one by one`(seed: UInt64) {
        let document = Document.of(text(seed))
        let whole = Folder.score([document.whole])
        let apart = document.sentences.map { Folder.score([document.passage($0)]) }
        #expect(whole.hits == apart.flatMap(\.hits))
        #expect(whole == Folder.score(document.sentences.map { document.passage($0) }))
    }

    @Test func `hostile tokens are no trouble`() {
        let long = String(repeating: "a", count: 100_000)
        for text in [
            long, String(repeating: "not ", count: 20_000), String(repeating: "!", count: 50_000),
            String(repeating: "very good but ", count: 3_000),
            "\u{0}\u{1}\u{FEFF}", String(repeating: "war ", count: 20_000), "\u{202E}good\u{202C}",
            String(repeating: "(", count: 10_000) + "Good",
        ] {
            let valence = Folder.valence(text)
            #expect((-1...1).contains(valence.compound) && valence.compound.isFinite)
        }
    }
}
