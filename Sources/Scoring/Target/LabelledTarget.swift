import Discourse

/// A target in its sentence with the tone that people heard toward it, for training.
public struct LabelledTarget: Sendable {
    /// The tokens that name the target.
    public let mention: Passage
    public let tone: Tone
    /// What must not be split between training and test: the sentence, which may have several targets.
    public let group: String

    public init(mention: Passage, tone: Tone, group: String) {
        (self.mention, self.tone, self.group) = (mention, tone, group)
    }
}
