import Classification
import Discourse
import LinearModels
import Testing

/// The model that the repository ships, on invented statements.
struct ShippedStanceModelTests {
    private static let classifier = Result {
        try StanceClassifier(
            modelPath: Repository.modelPath, lexiconFolder: Repository.lexiconFolder,
            vectorsPath: Repository.vectorsPath)
    }

    @Test(arguments: [
        (
            "[S|The envoy] [C|said] [Q|both sides should return to the negotiating table and agree on a ceasefire].",
            Stance.favor
        ),
        ("[Q|\"We are ready for talks without conditions,\"] [C|said] [S|Abrel Tomsin].", .favor),
        ("[S|The Orvanian premier] [Q|[C|welcomed] the truce and urged the rebels to keep to it].", .favor),
        ("[S|General Okor] [Q|[C|rejected] the ceasefire proposal and vowed to fight until victory].", .against),
        (
            "[S|The minister] [C|said] [Q|there would be no negotiations with the terrorists and no ceasefire].",
            .against
        ),
        ("[S|The front] [Q|[C|refused] to take part in any peace talks].", .against),
        ("[S|The harbour master] [C|said] [Q|that three ships had left the port on Monday].", .none),
        ("[S|Police] [C|said] [Q|the rebels had shelled the market again and killed four people].", .none),
    ])
    func `plain statements get their plain label`(text: String, label: Stance) throws {
        let score = try Self.classifier.get()([.marked(text)])[0]
        #expect(score.label == label, "favor \(score.favor), against \(score.against), none \(score.none)")
    }

    @Test func `the words that decide carry the weight`() throws {
        let statement = Statement.marked("[S|General Okor] [Q|[C|rejected] the ceasefire proposal].")
        let score = try Self.classifier.get()([statement])[0]
        let least = try #require(score.contributions.min { $0.weight < $1.weight })
        #expect(statement.document.text(of: least.token) == "rejected")
    }

    @Test func `a name changes nothing`() throws {
        let texts = ["Orvania", "Kellim", "Massur"].map {
            "[S|The envoy of \($0)] [C|said] [Q|that talks with \($0) were a trap]."
        }
        let scores = try Self.classifier.get()(texts.map { .marked($0) })
        #expect(Set(scores.map(\.margin)).count == 1)
    }

    @Test func `it is small`() throws {
        #expect(try Self.classifier.get().model.linear.file.encoded.count < 6_000_000)
    }

    /// Actors of the articles it was trained on, which must not carry a position.
    @Test(arguments: [
        "hamas", "israel", "israeli", "trump", "obama", "netanyahu", "iran", "putin", "taliban", "russia",
    ])
    func `no feature knows an actor by name`(actor: String) throws {
        let vocabulary = try Self.classifier.get().model.linear.vocabulary
        let known = (0..<vocabulary.count).map(vocabulary.name).filter { name in
            name.split(whereSeparator: { $0 == "_" || $0 == " " }).contains { $0 == actor }
        }
        #expect(known.isEmpty)
    }
}
