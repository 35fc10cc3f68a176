import Discourse
import LinearModels
import TextFiles

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Document → spans of source, cue and content: two linear-chain models over the tokens of a paragraph.
///
/// The first sees words and what was learned of them; the second sees the first one's tags as well, so that
/// a token can tell what the whole paragraph looks like.
struct Tagger: Sendable {
    let partsOfSpeech: PartOfSpeechTagger
    let likelihood: RoleLikelihood
    let first: SequenceModel
    let second: SequenceModel
    let confidence: ConfidenceScale
    /// Added to the score of *outside* at each token: above 0 finds fewer and surer spans, below 0 more.
    var caution: Int32 = 0

    /// The role spans of each paragraph, in order, with their probabilities; and the part of speech of each token.
    func callAsFunction(_ document: Document) -> (spans: [[RoleSpan]], speech: [PartOfSpeech]) {
        let features = TaggerFeatures(document, likelihood, partsOfSpeech)
        let drafts = Tagger.tags(features, with: first, document: document)
        return (spans(features, drafts: drafts, document: document), features.speech)
    }

    /// The role spans that the second model finds.
    func spans(_ features: TaggerFeatures, drafts: [RoleTag], document: Document) -> [[RoleSpan]] {
        var found: [[RoleSpan]] = []
        Tagger.decode(features, with: second, drafts: drafts, caution: caution, document: document) { paragraph, tags, scores in
            var spans = Tagger.spans(tags, from: paragraph.tokens.lowerBound)
            if !spans.isEmpty { weigh(&spans, scores, from: paragraph.tokens.lowerBound) }
            found.append(spans)
        }
        return found
    }

    /// One tag a token of the document.
    static func tags(_ features: TaggerFeatures, with model: SequenceModel, document: Document) -> [RoleTag] {
        var all: [RoleTag] = []
        all.reserveCapacity(document.tokens.count)
        decode(features, with: model, drafts: nil, caution: 0, document: document) { _, tags, _ in all += tags }
        return all
    }

    /// Decodes paragraph after paragraph.
    private static func decode(
        _ features: TaggerFeatures, with model: SequenceModel, drafts: [RoleTag]?, caution: Int32, document: Document,
        body: (Document.Paragraph, [RoleTag], [SIMD8<Int32>]) -> Void
    ) {
        for paragraph in document.paragraphs {
            var scores = model.scores { features.append(paragraph, drafts: drafts, to: &$0) }
            if caution != 0 { for index in scores.indices { scores[index][0] &+= caution } }
            let start = paragraph.tokens.lowerBound
            let path = model.decode(scores) { from, to, position in
                Tagger.allows(from, to, features.states[start &+ position])
            }
            body(paragraph, path.map { RoleTag(rawValue: $0)! }, scores)
        }
    }

    /// Gives each span the probability of its ends.
    private func weigh(_ spans: inout [RoleSpan], _ scores: [SIMD8<Int32>], from first: Int) {
        let marginals = second.marginals(scores, temperature: Tagger.temperature)
        for index in spans.indices {
            let start = 2 * spans[index].role.rawValue + 1
            func logarithm(_ token: Int) -> Double {
                let probability = marginals[token - first][start] + marginals[token - first][start + 1]
                return log(max(probability, 1e-9))
            }
            let tokens = spans[index].tokens
            spans[index].logProbability = (logarithm(tokens.lowerBound) + logarithm(tokens.upperBound - 1)) / 2
        }
    }

    /// In units of the weights: of six values from 300 to 16,000 the one that told right from wrong best on dev.
    static let temperature = 16_000.0

    /// Content neither starts nor ends in the middle of a quotation that is long enough to be speech.
    private static func allows(_ from: Int, _ to: Int, _ here: QuotationState) -> Bool {
        guard here == .inside || here == .closing || here == .running else { return true }
        let wasContent = from >= RoleTag.contentStart.rawValue
        return wasContent ? to == RoleTag.content.rawValue : to < RoleTag.contentStart.rawValue
    }

    /// Runs of tags into spans; the first tag is that of token `first`.
    static func spans(_ tags: some Sequence<RoleTag>, from first: Int) -> [RoleSpan] {
        var spans: [RoleSpan] = []
        for (token, tag) in zip(first..., tags) {
            guard let role = tag.role else { continue }
            if tag.isInside, let last = spans.last, last.role == role, last.tokens.upperBound == token {
                spans[spans.count - 1].tokens = last.tokens.lowerBound..<token + 1
            } else {
                spans.append(RoleSpan(role: role, tokens: token..<token + 1))
            }
        }
        return spans
    }
}

// MARK: - File

extension Tagger {
    var safetensors: Safetensors {
        var file = Safetensors(metadata: ["kind": "attribution"])
        partsOfSpeech.classifier.store(as: "speech", in: &file)
        likelihood.store(in: &file)
        first.store(as: "first", in: &file)
        second.store(as: "second", in: &file)
        confidence.store(in: &file)
        return file
    }

    /// - Throws: `FileError` when the file is no attribution model.
    init(path: String) throws {
        let file = try Safetensors(path: path)
        guard file.metadata["kind"] == "attribution" else {
            throw FileError(path: path, reason: "is no attribution model")
        }
        partsOfSpeech = PartOfSpeechTagger(classifier: try HashedClassifier("speech", in: file, path: path))
        likelihood = try RoleLikelihood(file, path: path)
        first = try SequenceModel("first", in: file, path: path)
        second = try SequenceModel("second", in: file, path: path)
        confidence = try ConfidenceScale(file, path: path)
        guard first.labels == RoleTag.names, second.labels == RoleTag.names,
            partsOfSpeech.classifier.labels.count == PartOfSpeech.allCases.count
        else {
            throw FileError(path: path, reason: "has other labels than the tagger's")
        }
    }
}
