import Discourse
import LinearModels

/// Which role may follow which, outside of quotations and in them: content neither starts nor ends in the middle of
/// a quotation that is long enough to be speech.
struct StepsByPlace {
    private let model: SequenceModel
    private let steps: SequenceModel.Steps

    init(_ model: SequenceModel) {
        self.model = model
        steps = model.steps(kinds: 2) { kind, from, to in
            guard kind == 1 else { return true }
            return from >= RoleTag.contentStart.rawValue
                ? to == RoleTag.content.rawValue : to < RoleTag.contentStart.rawValue
        }
    }

    /// The best tags of a paragraph, given the scores of its tokens.
    func decode(_ scores: [SIMD8<Int32>], _ features: TaggerFeatures, _ paragraph: Document.Paragraph) -> [RoleTag] {
        let start = paragraph.tokens.lowerBound
        let path = model.decode(scores, steps: steps) { position in
            switch features.states[start &+ position] {
            case .inside, .closing, .running: 1
            default: 0
            }
        }
        return path.map { RoleTag(rawValue: $0)! }
    }
}
