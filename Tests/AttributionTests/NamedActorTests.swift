import Discourse
import TestSupport
import Testing

@testable import Attribution

struct NamedActorTests {
    private static let shipped = try! Roster(folder: Repository.lexicons + "/actors")

    private func known(_ text: String) -> [String] {
        let document = Document.of(text)
        return MentionFinder(document: document, roster: Self.shipped).mentions().filter { $0.phrase != nil }.map {
            document.passage($0.tokens).text
        }
    }

    @Test func `a name with a capital inside is not found in a word that begins with one`() {
        #expect(known("Let them leave at once. Let go.").isEmpty)
        #expect(known("They spoke of LeT at length.") == ["LeT"])
    }

    @Test func `actors inside a range are those whose tokens are all in it`() {
        let actor = Actor(id: "a", name: "A", kind: .person)
        let named = [0..<1, 3..<5, 7..<9].map { NamedActor(tokens: $0, actor: actor) }
        #expect(named.inside(0..<9).map(\.tokens) == [0..<1, 3..<5, 7..<9])
        #expect(named.inside(1..<8).map(\.tokens) == [3..<5])
        #expect(named.inside(4..<8).isEmpty && named.inside(9..<12).isEmpty && [].inside(0..<3).isEmpty)
    }
}
