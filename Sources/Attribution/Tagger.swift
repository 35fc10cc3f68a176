import Discourse
import LinearModels
import TextFiles

/// Document → spans of source, cue and content: two linear-chain models over the tokens of a paragraph.
///
/// The first sees words and what was learned of them; the second sees the first one's tags as well, so that
/// a token can tell what the whole paragraph looks like.
struct Tagger: Sendable {
    let partsOfSpeech: PartOfSpeechTagger
    let likelihood: RoleLikelihood
    let first: SequenceModel
    let second: SequenceModel
    /// Added to the score of *outside* at each token: above 0 finds fewer and surer spans, below 0 more.
    var caution: Int32 = 0

    /// The role spans of each paragraph, in order.
    func callAsFunction(_ document: Document) -> [[RoleSpan]] {
        let features = TaggerFeatures(document, likelihood, partsOfSpeech)
        let drafts = Tagger.decode(features, with: first, document: document)
        let tags = Tagger.decode(features, with: second, drafts: drafts, caution: caution, document: document)
        return document.paragraphs.map { Tagger.spans(tags[$0.tokens]) }
    }

    /// One tag a token of the document, paragraph by paragraph.
    static func decode(
        _ features: TaggerFeatures, with model: SequenceModel, drafts: [RoleTag]? = nil, caution: Int32 = 0,
        document: Document
    ) -> [RoleTag] {
        var tags: [RoleTag] = []
        tags.reserveCapacity(document.tokens.count)
        var scratch = SequenceModel.Features()
        for paragraph in document.paragraphs {
            scratch.removeAll()
            features.append(paragraph, drafts: drafts, to: &scratch)
            var scores = model.scores(scratch)
            if caution != 0 { for index in scores.indices { scores[index][0] &+= caution } }
            let start = paragraph.tokens.lowerBound
            let path = model.decode(scores) { from, to, position in
                Tagger.allows(from, to, features.states[start &+ position])
            }
            for tag in path { tags.append(RoleTag(rawValue: tag)!) }
        }
        return tags
    }

    /// Content neither starts nor ends in the middle of a quotation that is long enough to be speech.
    private static func allows(_ from: Int, _ to: Int, _ here: QuotationState) -> Bool {
        guard here == .inside || here == .closing || here == .running else { return true }
        let wasContent = from >= RoleTag.contentStart.rawValue
        return wasContent ? to == RoleTag.content.rawValue : to < RoleTag.contentStart.rawValue
    }

    /// Runs of tags into spans.
    static func spans(_ tags: ArraySlice<RoleTag>) -> [RoleSpan] {
        var spans: [RoleSpan] = []
        for (token, tag) in zip(tags.indices, tags) {
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
        guard first.labels == RoleTag.names, second.labels == RoleTag.names,
            partsOfSpeech.classifier.labels.count == PartOfSpeech.allCases.count
        else {
            throw FileError(path: path, reason: "has other labels than the tagger's")
        }
    }
}
