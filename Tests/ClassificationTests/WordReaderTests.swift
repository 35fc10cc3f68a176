import Discourse
import TestSupport
import Testing

@testable import Classification

struct WordReaderTests {
    private func words(_ text: String) throws -> (words: [ReadWord], document: Document) {
        let reader = WordReader(lexicon: try Repository.lexicon.get())
        let document = Document.of(text)
        var words: [ReadWord] = []
        reader.read([document.tokens.indices], of: document, into: &words)
        return (words, document)
    }

    /// Words in lower case, `@` for a name, `#` for a number, `|` for a boundary.
    private func drawn(_ text: String) throws -> String {
        let (words, document) = try words(text)
        return words.map { word in
            switch word.kind {
            case .name: "@"
            case .number: "#"
            case .boundary: "|"
            case .word: document.text(of: Int(word.token)).lowercased()
            }
        }.joined(separator: " ")
    }

    @Test(arguments: [
        ("We told Okor Mavenne and Kellim's envoy in June.", "we told @ and @ envoy in @ | |"),
        ("Okor Mavenne left 300 men.", "@ left # men | |"),
        ("Nobody knows what I said.", "nobody knows what i said | |"),
        ("\"Never again,\" he said; they left.", "never again he said | they left | |"),
        ("He met the Foreign Minister and the Peace Council.", "he met the @ minister and the peace council | |"),
        ("Kellim Signs Ceasefire With Orvania Rebels", "kellim signs ceasefire with orvania rebels |"),
    ])
    func `names are masked, marks dropped, clauses ended`(text: String, expected: String) throws {
        #expect(try drawn(text) == expected)
    }

    @Test func `a phrase is found before its words`() throws {
        let lexicon = try Repository.lexicon.get()
        let (words, document) = try words("they ruled out a prisoner exchange")
        let classes = words.map { word in
            var names: [String] = []
            word.classes.forEach { names.append(lexicon.classes[$0].name) }
            return "\(document.text(of: Int(word.token))):" + names.joined(separator: "+")
        }
        #expect(classes[1...4] == ["ruled:reject", "out:", "a:", "prisoner:deal"])
    }

    @Test func `a negator reaches its clause and no further`() throws {
        let (words, document) = try words("They do not want a truce now. Peace comes.")
        let negated = words.filter(\.isNegated).map { document.text(of: Int($0.token)) }
        #expect(negated == ["want", "a", "truce", "now"])
    }

    @Test func `no tokens give no words`() throws {
        let reader = WordReader(lexicon: try Repository.lexicon.get())
        var words = [ReadWord(token: 0, key: 0, kind: .word)]
        reader.read([], of: Document.of(""), into: &words)
        #expect(words.isEmpty)
    }
}

struct StatementReadingTests {
    @Test func `union and gaps agree with sets of numbers`() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<300 {
            let runs = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                let start = Int.random(in: 0...20, using: &random)
                return start..<start + Int.random(in: 0...6, using: &random)
            }
            let whole = 3..<Int.random(in: 3...24, using: &random)
            let covered = Set(runs.flatMap { $0 })
            let union = StatementReading.union(runs)
            #expect(union.flatMap { $0 } == covered.sorted())
            let gaps = StatementReading.gaps(in: whole, between: union)
            #expect(gaps.flatMap { $0 } == whole.filter { !covered.contains($0) })
            #expect(gaps.allSatisfy { !$0.isEmpty })
        }
    }

    @Test func `a cue inside the content counts once`() throws {
        let reader = WordReader(lexicon: try Repository.lexicon.get())
        var reading = StatementReading()
        reading.read(.marked("A week ago. [S|Both sides] [Q|have [C|rejected] the plan] in public."), with: reader)
        #expect(reading.statement.filter { $0.kind == .word }.count == 4)
        #expect(reading.cue.filter { $0.kind == .word }.count == 1)
        #expect(reading.source.filter { $0.kind == .word }.count == 2)
        #expect(reading.context.filter { $0.kind == .word }.count == 2)
        #expect(reading.before.filter { $0.kind == .word }.count == 3)
    }
}
