import Discourse
import TestSupport
import Testing

@testable import Attribution

@Suite struct MentionTableTests {
    private let roster = InventedRoster.roster

    private func mentions(_ text: String) -> [String] {
        let document = Document.of(text)
        return MentionFinder(document: document, roster: roster).mentions().map { document.passage($0.tokens).text }
    }

    @Test func `the longest phrase wins`() {
        #expect(mentions("The deputy foreign minister of Sudria left.") == ["deputy foreign minister", "Sudria"])
        #expect(mentions("They met Foreign Office of Norland staff.") == ["Foreign Office of Norland"])
    }

    @Test func `an acronym is not found in a word of small letters`() {
        #expect(mentions("It told us that the US and the LV agreed.") == ["US", "LV"])
    }

    @Test func `names go on over particles and stop at titles`() {
        #expect(
            mentions("Then Gen. Karim bin Osei met Samir al-Dosi today.") == [
                "Gen.", "Karim bin Osei", "Samir al-Dosi",
            ])
        #expect(mentions("A capital word means little: \"Meanwhile\" is none.").isEmpty)
    }

    @Test func `longest match equals trying every phrase at every token`() {
        let words = [
            "Norland", "Sudria", "foreign", "minister", "deputy", "River", "Front", "the", "of", "Ada", "Brill",
            "League", "Valleys", "US", "us",
        ]
        var random = SplitMix64(seed: 7)
        let names =
            roster.persons.map(\.actor.name) + roster.organizations.map(\.actor.name) + roster.roles.map(\.phrase)
            + roster.titles.map(\.phrase)
        for _ in 0..<30 {
            let text = (0..<12).map { _ in words.randomElement(using: &random)! }.joined(separator: " ")
            let document = Document.of(text)
            let keys = document.tokens.map { MentionTable.key(of: $0, in: document) }
            for start in keys.indices {
                let slow =
                    names.compactMap { name -> Int? in
                        let wanted = MentionTable.keys(name)
                        guard start + wanted.count <= keys.count, Array(keys[start..<start + wanted.count]) == wanted
                        else { return nil }
                        return wanted.count
                    }.max() ?? 0
                let fast =
                    roster.phrases.longestMatch(at: start, keys: keys, tokens: document.tokens, end: keys.count)?.length
                    ?? 0
                #expect(fast >= slow)
                #expect(slow > 0 || fast <= 1)
            }
        }
    }
}
