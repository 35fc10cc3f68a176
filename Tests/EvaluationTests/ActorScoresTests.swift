import Discourse
import Testing

@testable import Evaluation

struct ActorScoresTests {
    private func actor(_ name: String, _ kind: Actor.Kind = .person, id: String? = nil) -> Actor {
        Actor(id: id ?? Slug.of(name), name: name, kind: kind)
    }

    @Test(arguments: [
        ("Ada Brill", "Ada Brill"), ("Ada Brill", "ADA BRÍLL"), ("Ada Brill", "Ada R. Brill"),
        ("Brill and Reker", "Reker and Brill"),
        ("RSA (Norland's radio)", "RSA"), ("U.N.", "UN"),
    ])
    func `names are compared without case, marks, initials and brackets`(gold: String, found: String) {
        #expect(ActorMatch.isRight(gold: gold, alone: nil, found: actor(found)))
    }

    @Test func `other names are other people`() {
        #expect(!ActorMatch.isRight(gold: "Ada Brill", alone: nil, found: actor("Ida Brill")))
        #expect(!ActorMatch.isRight(gold: "Brill", alone: nil, found: actor("Ada Brill")))
        #expect(!ActorMatch.isRight(gold: "", alone: nil, found: actor("")))
    }

    @Test func `a name that the roster leads to the same actor is right`() {
        let norland = actor("Norland", .government)
        #expect(ActorMatch.isRight(gold: "Norlandic government", alone: norland, found: norland))
        #expect(!ActorMatch.isRight(gold: "Norlandic government", alone: norland, found: actor("Sudria", .government)))
    }

    @Test func `a described group may have fewer words but not another noun`() {
        let officials = actor("officials", .group)
        #expect(ActorMatch.isRight(gold: "Norlandic officials", alone: nil, found: officials))
        #expect(!ActorMatch.isRight(gold: "Norlandic voters", alone: nil, found: officials))
        #expect(!ActorMatch.isRight(gold: "Norlandic officials", alone: nil, found: actor("Sudrian officials", .group)))
    }

    @Test func `shares of right, vague, unknown and wrong`() throws {
        func answer(_ kind: String, _ found: Actor?, _ status: Speaker.Status = .resolved, for principal: Actor? = nil)
            -> ActorScores.Answer
        {
            let speaker = Speaker(
                status: found == nil ? .unknown : status, actor: found, onBehalfOf: principal, linkReason: "test")
            return ActorScores.Answer(
                id: "1", kind: kind, source: "x", gold: "River Front", alone: nil, speaker: speaker)
        }
        let front = actor("River Front", .organization)
        let scores = try ActorScores(
            [
                answer("name", front), answer("name", actor("Ada Brill")),
                answer("role", actor("rebels", .group), .collective),
                answer("role", nil), answer("role", actor("spokesperson of River Front"), for: front),
                answer("role", actor("Tam Ulm"), for: front),
            ], kinds: ["name", "role", "pronoun"])
        #expect(scores.rows.map(\.kind) == ["name", "role", "all"])
        #expect(scores.all == ActorScores.Counts(right: 2, vague: 1, wrong: 2, unknown: 1))
        #expect(scores.all.accuracy == 2.0 / 6)
        #expect(scores.all.wrongLinks == 0.4)
        #expect(scores.all.wrongOrVague == 0.6)
        #expect(scores.wrong.map(\.speaker.actor?.id) == ["ada-brill", "tam-ulm"])
        #expect(throws: EvaluationError.noGold) { try ActorScores([], kinds: []) }
    }
}
