import Discourse
import TestSupport
import Testing
import TextFiles

@testable import Scoring

/// Each row of the rules has an example; the word in brackets is the one it acts on.
struct RuleExampleTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let rule: ToneRule
        let marked: String
        var testDescription: String { "\(rule.name): \(marked)" }

        var bytes: Range<Int> {
            let bytes = Array(marked.utf8)
            let open = bytes.firstIndex(of: UInt8(ascii: "["))!
            return open..<bytes.firstIndex(of: UInt8(ascii: "]"))! - 1
        }
        var document: Document { .of(marked.filter { $0 != "[" && $0 != "]" }) }
        var hit: Valence.Hit? {
            let document = document
            let tokens = document.tokens(covering: bytes)
            return Folder.score([document.whole]).hits.first { $0.tokens == tokens }
        }
    }

    static let examples: [Example] = {
        let table = try! TextTable(path: Folder.sentiment + "/rules.tsv")
        return zip(table.rows, Folder.score.rules.rules).compactMap { row, rule in
            let marked = row["example"]!
            return marked.isEmpty ? nil : Example(rule: rule, marked: marked)
        }
    }()

    /// Kinds that end or prevent another rule and so change no value themselves.
    static let silent: Set<ToneRule.Kind> = [.exempt, .boundary, .mark]
    /// Kinds that say where to look; `ClauseTests` tests them.
    static let places: Set<ToneRule.Kind> = [.split]

    @Test(arguments: examples.filter { !silent.contains($0.rule.kind) && !places.contains($0.rule.kind) })
    func `a rule acts on the word of its example and is named in the trace`(example: Example) throws {
        let hit = try #require(example.hit)
        #expect(hit.rules.contains(example.rule.name))
    }

    @Test(arguments: examples.filter { silent.contains($0.rule.kind) })
    func `where a rule ends or prevents another, the word keeps its value`(example: Example) throws {
        let hit = try #require(example.hit)
        #expect(hit.rules == [])
    }

    @Test(arguments: Folder.score.rules.rules.filter { !silent.contains($0.kind) && !places.contains($0.kind) })
    func `each word of a rule does what its rule says`(rule: ToneRule) throws {
        for words in rule.words {
            let text = rule.kind == .before ? "It is honest \(words) it is late." : "It was \(words) honest."
            let hit = try #require(Folder.valence(text).hits.first { $0.entry == "honest" }, "\(text)")
            #expect(hit.rules.contains(rule.name), "\(text)")
        }
    }

    @Test(arguments: Folder.score.rules.rules.filter { silent.contains($0.kind) })
    func `a negation does not reach over a word that ends it`(rule: ToneRule) throws {
        for words in rule.words {
            let text = rule.kind == .exempt ? "It was \(words) honest." : "It was not late \(words) honest."
            let hit = try #require(Folder.valence(text).hits.first { $0.entry == "honest" }, "\(text)")
            #expect(!hit.rules.contains { ["negation", "no"].contains($0) }, "\(text)")
        }
    }

    @Test func `every rule but the one of the compound has an example, a sentence and a source`() throws {
        let table = try TextTable(path: Folder.sentiment + "/rules.tsv")
        for row in table.rows {
            #expect(row["sentence"]?.isEmpty == false && row["source"]?.isEmpty == false)
            #expect(row["example"]?.isEmpty == (row["kind"] == "squash"))
        }
    }
}
