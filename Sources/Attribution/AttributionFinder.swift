import Discourse
import LinearModels
import TextFiles

/// Document → attributions as spans: the tagger, then the linker.
///
///     let find = try AttributionFinder(model: "Models/attribution.safetensors")
///     find(document)   // [Attribution]
public struct AttributionFinder: Sendable {
    private var tag: Tagger

    /// - Parameter model: Path of a trained model.
    /// - Throws: `FileError` when the model cannot be read.
    public init(model path: String) throws { tag = try Tagger(path: path) }

    public func callAsFunction(_ document: Document) -> [Attribution] { reading(document).attributions }

    /// The attributions, and the part of speech of each token that came up on the way.
    func reading(_ document: Document) -> (attributions: [Attribution], speech: [PartOfSpeech]) {
        let (spans, speech) = tag(document)
        let attributions = Linker(document: document).attributions(of: spans).map {
            var attribution = $0
            attribution.confidence = tag.confidence($0.confidence)
            return attribution
        }
        return (attributions, speech)
    }

    /// Whether one in five or more of a word's occurrences is a cue.
    func isLikelyCue(_ token: Token) -> Bool {
        token.kind == .word && tag.likelihood(word: token.key.bits, ending: 0).cue > TaggerFeatures.likelyCue
    }
}

extension AttributionFinder {
    /// Learns from annotated documents.
    ///
    /// - Parameters:
    ///   - treebank: Documents with parts of speech, from which the tagger of those is trained first.
    ///   - passes: How often the perceptron goes through the corpus.
    ///   - rowBits: The weight table has 2 to this power of rows.
    ///   - seed: Shuffles the paragraphs before each pass.
    public static func train(
        on corpus: [AnnotatedDocument], treebank: [TaggedDocument], passes: Int = 12, rowBits: Int = 18,
        seed: UInt64 = 1
    ) -> AttributionFinder {
        let partsOfSpeech = PartOfSpeechTagger.train(on: treebank, passes: 8, rowBits: 15, seed: seed)
        return AttributionFinder(
            tag: Tagger.train(on: corpus, partsOfSpeech: partsOfSpeech, passes: passes, rowBits: rowBits, seed: seed))
    }

    private init(tag: Tagger) { self.tag = tag }

    /// The parts of speech of a document's tokens.
    public func partsOfSpeech(of document: Document) -> [PartOfSpeech] {
        tag.partsOfSpeech(document, WordForms.all(of: document))
    }

    /// The same finder, more cautious (above 0) or bolder (below 0); in units of the model's weights.
    public func withCaution(_ caution: Int) -> AttributionFinder {
        var copy = self
        copy.tag.caution = Int32(clamping: caution)
        return copy
    }

    /// Writes the model, whole or not at all.
    public func write(to path: String) throws { try tag.safetensors.write(to: path) }
}
