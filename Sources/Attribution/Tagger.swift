import Discourse
import LinearModels
import TextFiles

/// Document → spans of source, cue and content: a linear-chain model over the tokens of a paragraph.
struct Tagger: Sendable {
    let model: SequenceModel
    let likelihood: RoleLikelihood
    /// Added to the score of *outside* at each token: above 0 finds fewer and surer spans, below 0 more.
    var caution: Int32 = 0

    /// The role spans of each paragraph, in order.
    func callAsFunction(_ document: Document) -> [[RoleSpan]] {
        let features = TaggerFeatures(document, likelihood)
        let states = QuotationState.states(of: document)
        var scratch = SequenceModel.Features()
        return document.paragraphs.map { paragraph in
            scratch.removeAll()
            features.append(paragraph, to: &scratch)
            var scores = model.scores(scratch)
            if caution != 0 { for index in scores.indices { scores[index][0] &+= caution } }
            let first = paragraph.tokens.lowerBound
            let tags = model.decode(scores) { from, to, position in
                Tagger.allows(from, to, states[first + position - 1], states[first + position])
            }
            return Tagger.spans(tags.map { RoleTag(rawValue: $0)! }, from: first)
        }
    }

    /// Content neither starts nor ends in the middle of a quotation that is long enough to be speech.
    private static func allows(_ from: Int, _ to: Int, _ before: QuotationState, _ here: QuotationState) -> Bool {
        guard here == .inside || here == .closing || here == .running else { return true }
        let wasContent = from >= RoleTag.contentStart.rawValue
        return wasContent ? to == RoleTag.content.rawValue : to < RoleTag.contentStart.rawValue
    }

    /// Runs of tags into spans; tags count tokens from `first`.
    static func spans(_ tags: [RoleTag], from first: Int) -> [RoleSpan] {
        var spans: [RoleSpan] = []
        for (offset, tag) in tags.enumerated() {
            guard let role = tag.role else { continue }
            let token = first + offset
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
        var file = model.safetensors
        file.metadata["kind"] = "attribution"
        likelihood.store(in: &file)
        return file
    }

    /// - Throws: `FileError` when the file is no attribution model.
    init(path: String) throws {
        let file = try Safetensors(path: path)
        guard file.metadata["kind"] == "attribution" else {
            throw FileError(path: path, reason: "is no attribution model")
        }
        model = try SequenceModel(file, path: path)
        likelihood = try RoleLikelihood(file, path: path)
        guard model.labels == RoleTag.names else { throw FileError(path: path, reason: "has other labels than the tagger's") }
    }
}
