import Discourse
import TestSupport
import Testing
import TextFiles

@testable import Scoring

struct TargetScorerTests {
    private static let shipped = try! TargetScorer(
        modelPath: Repository.models + "/tone.safetensors", lexiconFolder: Folder.sentiment)

    private func target(_ marked: String, _ label: String = "T") -> Target {
        let marked = MarkedText(marked)
        let document = marked.document
        return Target(mention: document.passage(document.tokens(covering: marked[label][0])))
    }

    private static let sentences = [
        "[T|The minister] praised the medics and blamed Norland.",
        "The minister praised [T|the medics] and blamed Norland.",
        "[T|She] was accused of lying, “a disgrace” as Oduya put it.", "Varga thanked [T|Oduya] for her brave work.",
        "[T|Norland]", "“We will not forgive [T|them]!” he said.",
        "Talks with [T|Norland] begin on Monday in Lanneport.",
        "The U.S. Sen. [T|Ada Holt] (R) was “brilliant”, Mr. Best said.",
    ]

    @Test(arguments: [
        ("Critics called [T|the senator] a corrupt liar who betrayed voters.", Tone.negative),
        ("They praised [T|the senator] as a brilliant and honest leader.", Tone.positive),
        ("[T|The senator] was convicted of fraud and bribery.", Tone.negative),
        ("[T|The senator] met the delegation on Tuesday.", Tone.neutral),
    ])
    func `the shipped model hears plain words`(marked: String, tone: Tone) {
        #expect(Self.shipped([target(marked)])[0].label == tone)
    }

    @Test func `two targets of one sentence may have different tones`() {
        let text = "Voters praised [A|Oduya] as honest and brave, but [B|Varga] was denounced as a corrupt liar."
        let scores = Self.shipped([target(text, "A"), target(text, "B")])
        #expect(scores[0].score > scores[1].score + 0.5)
    }

    @Test func `who it is makes no difference`() {
        let scores = Self.shipped(
            ["Oduya", "Norland", "Zed"].map { target("Critics said [T|\($0)] had failed the city.") })
        #expect(scores[0] == scores[1] && scores[1] == scores[2])
    }

    @Test func `contributions sum to the margin exactly and stand in order`() {
        for score in Self.shipped(Self.sentences.map { target($0) }) {
            #expect(score.contributions.reduce(score.bias) { $0 + $1.weight } == score.margin)
            #expect(score.contributions.map(\.token) == Set(score.contributions.map(\.token)).sorted())
            #expect(abs(score.positive + score.neutral + score.negative - 1) < 1e-12)
        }
    }

    @Test func `a target scores the same alone and in a batch`() {
        let targets = Self.sentences.map { target($0) }
        #expect(Self.shipped(targets) == targets.map { Self.shipped([$0])[0] })
        #expect(Self.shipped([]).isEmpty)
    }

    @Test func `nothing outside its bounds is looked at`() {
        let open = MarkedText("“[P|Norland [T|Oduya] kept its word],” said the corrupt liar.")
        let closed = MarkedText("“[P|Norland [T|Oduya] kept its word],” said the brave hero.")
        let scores = [open, closed].map { marked -> ToneScore in
            let document = marked.document
            return Self.shipped([
                Target(
                    mention: document.passage(document.tokens(covering: marked["T"][0])),
                    within: document.tokens(covering: marked["P"][0]))
            ])[0]
        }
        #expect(scores[0] == scores[1])
    }

    @Test func `a model of another lexicon is refused`() throws {
        let model = try TargetModel(path: Repository.models + "/tone.safetensors")
        var metadata = model.linear.metadata
        metadata["lexicon"] = "0"
        let other = TargetModel(
            linear: .init(
                labels: model.linear.labels, vocabulary: model.linear.vocabulary,
                sparseWeights: model.linear.sparseWeights, denseNames: model.linear.denseNames,
                denseWeights: model.linear.denseWeights, intercepts: model.linear.intercepts, metadata: metadata))
        #expect(throws: FileError.self) {
            try TargetScorer(model: other, extract: TargetExtractor(folder: Folder.sentiment))
        }
    }
}
