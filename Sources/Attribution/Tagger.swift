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
    private let emissions: PairedEmissions

    init(
        partsOfSpeech: PartOfSpeechTagger, likelihood: RoleLikelihood, first: SequenceModel, second: SequenceModel,
        confidence: ConfidenceScale
    ) {
        (self.partsOfSpeech, self.likelihood, self.confidence) = (partsOfSpeech, likelihood, confidence)
        (self.first, self.second) = (first, second)
        emissions = PairedEmissions(first, second)
    }

    /// The role spans of each paragraph, in order, with their probabilities; and the part of speech of each token.
    func callAsFunction(_ document: Document) -> (spans: [[RoleSpan]], speech: [PartOfSpeech]) {
        let features = TaggerFeatures(document, likelihood, partsOfSpeech)
        let (draftSteps, steps) = (StepsByPlace(first), StepsByPlace(second))
        var drafts: [RoleTag] = []
        drafts.reserveCapacity(document.tokens.count)
        var found: [[RoleSpan]] = []
        for paragraph in document.paragraphs {
            var scores = emissions.scores { features.append(paragraph, to: &$0) }
            drafts += draftSteps.decode(scores.first, features, paragraph)
            let more = second.scores { features.append(drafts: drafts, of: paragraph, to: &$0) }
            for index in more.indices { scores.second[index] &+= more[index] }
            found.append(spans(scores.second, features, paragraph, steps))
        }
        return (found, features.speech)
    }

    /// The role spans that the second model finds, given the tags of a first.
    func spans(_ features: TaggerFeatures, drafts: [RoleTag], document: Document) -> [[RoleSpan]] {
        let steps = StepsByPlace(second)
        return document.paragraphs.map { paragraph in
            let scores = second.scores { features.append(drafts: drafts, of: paragraph, withWords: true, to: &$0) }
            return spans(scores, features, paragraph, steps)
        }
    }

    private func spans(
        _ scores: [SIMD8<Int32>], _ features: TaggerFeatures, _ paragraph: Document.Paragraph, _ steps: StepsByPlace
    ) -> [RoleSpan] {
        var scores = scores
        if caution != 0 { for index in scores.indices { scores[index][0] &+= caution } }
        let tags = steps.decode(scores, features, paragraph)
        var spans = Tagger.spans(tags, from: paragraph.tokens.lowerBound)
        if !spans.isEmpty { weigh(&spans, scores, from: paragraph.tokens.lowerBound) }
        return spans
    }

    /// One tag a token of the document, by a model that sees no drafts.
    static func tags(_ features: TaggerFeatures, with model: SequenceModel, document: Document) -> [RoleTag] {
        let steps = StepsByPlace(model)
        return document.paragraphs.flatMap { paragraph in
            steps.decode(model.scores { features.append(paragraph, to: &$0) }, features, paragraph)
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
        let first = try SequenceModel("first", in: file, path: path)
        let second = try SequenceModel("second", in: file, path: path)
        guard first.emissions.count == second.emissions.count else {
            throw FileError(path: path, reason: "has two sequence models of different size")
        }
        self.init(
            partsOfSpeech: PartOfSpeechTagger(classifier: try HashedClassifier("speech", in: file, path: path)),
            likelihood: try RoleLikelihood(file, path: path), first: first, second: second,
            confidence: try ConfidenceScale(file, path: path))
        guard first.labels == RoleTag.names, second.labels == RoleTag.names,
            partsOfSpeech.classifier.labels.count == PartOfSpeech.allCases.count
        else {
            throw FileError(path: path, reason: "has other labels than the tagger's")
        }
    }
}
